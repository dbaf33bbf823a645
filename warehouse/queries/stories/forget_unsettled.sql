-- Nothing is left to be judged again.
delete from unsettled
