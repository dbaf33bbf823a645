-- Keep why a watch could not be asked, or that it could.
update watch set trouble = $trouble where name = $name and trouble is distinct from $trouble
