-- Arrivals that rules left out, by the name of the rule.
select regexp_extract(reason, '^rule ([^:]*): ', 1), count(*) from arrival
where outcome = 'rejected' and starts_with(reason, 'rule ') group by 1
