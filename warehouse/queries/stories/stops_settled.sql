-- Mark boilerplate as settled: every text that has it was judged again.
update stop_hash set settled = true where not settled
