-- Fold the write-ahead log into the file.
checkpoint
