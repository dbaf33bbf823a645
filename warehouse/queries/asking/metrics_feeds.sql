-- Every feed and how it is.
select url, status, failures, last_success_at from feed order by url
