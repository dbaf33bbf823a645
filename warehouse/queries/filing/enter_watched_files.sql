-- Note how the incoming files looked when they were taken in.
insert into watched_file by name
select path, byte_length, modified_ns, changed_ns, sha256, $at as taken_in_at from incoming
