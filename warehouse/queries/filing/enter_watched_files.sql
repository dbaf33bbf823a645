-- Record length and times of the incoming files when they were filed.
insert into watched_file by name
select path, byte_length, modified_ns, changed_ns, sha256, $at as taken_in_at from incoming
