"""The only Prefect, HTTP, files, clock, settings and command line.

Importing any module of this package sets the Prefect settings that newsdesk needs, before Prefect itself is imported.
"""

from flows import child_processes, prefect_settings

prefect_settings.apply()
child_processes.return_to_folder()
