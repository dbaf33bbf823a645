-- Facts by kind.
select kind, count(*) from fact group by kind order by kind
