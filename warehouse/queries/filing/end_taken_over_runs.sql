-- Mark interrupted runs without waiting documents as taken over.
update run set state = 'taken over', finished_at = $at
where state = 'interrupted'
  and not exists (select 1 from arrival a where a.run_id = run.run_id and a.outcome is null)
