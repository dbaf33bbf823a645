-- Pairs that share next to nothing but boilerplate are none.
delete from pair where shared < $fewest
