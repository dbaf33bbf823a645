-- All suggested pairs are compared.
delete from reuse_candidate
