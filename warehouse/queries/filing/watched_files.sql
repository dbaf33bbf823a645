-- Every file with its length and times when last filed.
select path, byte_length, modified_ns, changed_ns, sha256 from watched_file
