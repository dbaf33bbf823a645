-- The incoming pairs of wordings as the later and the earlier article, by the first publication of each; none within one story.
with printed as (
    select p.wording_no, min((coalesce(epoch_us(a.date_published), 9223372036854775807), a.article_id, a.story_id)) as first
    from printing p
    semi join (select wording_no from incoming union select of_no from incoming) i using (wording_no)
    join article a using (article_id)
    group by 1
)
select i.wording_no, i.of_no, if(x.first > y.first, x.first[2], y.first[2]), if(x.first > y.first, y.first[2], x.first[2])
from incoming i join printed x on x.wording_no = i.wording_no join printed y on y.wording_no = i.of_no
where x.first[3] <> y.first[3]
