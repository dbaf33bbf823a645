"""The only Prefect, HTTP, files, clock, settings and command line.

Importing any module of this package sets the Prefect settings that newsdesk needs, before Prefect itself is imported,
and keeps secrets out of its logs.
"""

from flows import child_processes, log_safety, prefect_settings

prefect_settings.apply()
log_safety.install()
child_processes.return_to_folder()
