-- Every file as it looked when it was last taken in.
select path, byte_length, modified_ns, changed_ns, sha256 from watched_file
