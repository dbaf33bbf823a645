-- Whether any text waits to be judged again or compared word by word, or a claim to be compared.
select exists(from unsettled) or exists(from reuse_due) or exists(from claim_due) or exists(from alteration_due)
