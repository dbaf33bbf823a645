-- Names of news agencies.
select name from agency
