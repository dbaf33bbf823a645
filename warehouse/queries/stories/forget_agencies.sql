-- Forget all agencies.
delete from agency
