-- The documents of the part are one batch.
update search_document set batch = $first where batch between $first and $last
