-- Whether any text waits to be judged again or compared word by word.
select exists(from unsettled) or exists(from reuse_due)
