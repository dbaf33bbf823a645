-- Every feed and its state.
select url, status, failures, last_success_at from feed order by url
