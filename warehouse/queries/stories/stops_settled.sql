-- Every wording with this boilerplate was judged again.
update stop_hash set settled = true where not settled
