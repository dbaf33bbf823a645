-- Suggested pairs of different stories, each the longest text of its story, as later and earlier article; not those compared already.
with suggested as (
    select distinct least(c.one_no, c.other_no) as one_no, greatest(c.one_no, c.other_no) as other_no from reuse_candidate c
),
roots as (
    select s.one_no, s.other_no
    from suggested s join wording x on x.wording_no = s.one_no join wording y on y.wording_no = s.other_no
    where x.root_no = x.wording_no and y.root_no = y.wording_no and x.wording_no <> y.wording_no
),
earliest as (
    select p.wording_no, min((a.date_published is null, a.date_published, a.article_id, a.story_id)) as first
    from printing p join article a using (article_id)
    where p.wording_no in (select one_no from roots union select other_no from roots)
    group by 1
),
pairs as (
    select greatest(x.first, y.first) as late, least(x.first, y.first) as early
    from roots r join earliest x on x.wording_no = r.one_no join earliest y on y.wording_no = r.other_no
    where x.first[4] <> y.first[4]
)
select p.late[3], p.early[3]
from pairs p anti join reuse u on u.article_id = p.late[3] and u.of_article_id = p.early[3]
order by 1, 2
