-- What people decided about articles of the incoming trees, oldest first.
select d.decision, d.article_id, d.other_article_id
from story_decision d
where d.article_id in (select p.article_id from wording w semi join incoming i using (root_no) join printing p using (wording_no))
order by d.decided_at
