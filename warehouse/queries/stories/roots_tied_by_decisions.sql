-- The trees that people's decisions tie to the incoming ones.
with here as (
    select p.article_id from wording w semi join incoming i using (root_no) join printing p using (wording_no)
),
there as (
    select d.other_article_id as article_id from story_decision d where d.article_id in (select article_id from here)
    union
    select d.article_id from story_decision d where d.other_article_id in (select article_id from here)
)
select distinct w.root_no from there t join printing p using (article_id) join wording w using (wording_no)
