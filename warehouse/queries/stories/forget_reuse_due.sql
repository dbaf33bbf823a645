-- All that was due is compared.
delete from reuse_due
