-- Suggested pairs of different stories, each the longest text of its story, as later and earlier article; not those compared already.
with root as (
    select wording_no from wording semi join (select one_no as wording_no from reuse_candidate union select other_no from reuse_candidate) using (wording_no)
    where root_no = wording_no
),
suggested as (
    select distinct least(c.one_no, c.other_no) as one_no, greatest(c.one_no, c.other_no) as other_no
    from reuse_candidate c semi join root r on r.wording_no = c.one_no semi join root q on q.wording_no = c.other_no
),
dated as (
    select p.wording_no, coalesce(epoch_us(a.date_published), 9223372036854775807) as published, a.article_id, a.story_id
    from root join printing p using (wording_no) join article a using (article_id)
),
earliest as (select * from dated qualify row_number() over (partition by wording_no order by published, article_id) = 1),
pairs as materialized (
    select if((x.published, x.article_id) > (y.published, y.article_id), x.article_id, y.article_id) as late,
           if((x.published, x.article_id) > (y.published, y.article_id), y.article_id, x.article_id) as early,
           if(x.story_id = y.story_id, 1, 0) as same -- told apart below: as a join condition it would come before the others
    from suggested s join earliest x on x.wording_no = s.one_no join earliest y on y.wording_no = s.other_no
)
select p.late, p.early
from pairs p anti join reuse u on u.article_id = p.late and u.of_article_id = p.early
where p.same = 0
order by 1, 2
