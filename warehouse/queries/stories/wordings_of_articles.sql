-- What two articles print.
select distinct wording_no from printing where article_id in ($one, $other)
