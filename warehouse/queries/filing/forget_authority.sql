-- Empty the list of known names.
delete from authority_name
