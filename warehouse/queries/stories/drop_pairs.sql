-- Delete pairs that share almost nothing but boilerplate.
delete from pair where shared < $fewest
