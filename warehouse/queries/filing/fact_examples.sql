-- Facts that were judged, with what they say and where: a fact that is read otherwise now keeps its words only.
select j.about, j.verdict, j.article_id, j.fact_id, j.kind, j.exact, j.start_char, j.end_char, f.fact_id is not null as still_there,
       f.subtype, f.subject, f.predicate, f.object, f.value, f.value_high, f.unit, f.bound, f.timex_value, f.speaker, f.modality, f.polarity,
       f.anchor_start, f.anchor_end, f.extractor, f.extractor_version, a.in_language, a.headline, a.article_body, j.author,
       strftime(j.judged_at, '%Y-%m-%dT%H:%M:%SZ') as judged_at, j.note
from judgement j join article a using (article_id) left join fact f on f.fact_id = j.fact_id
where j.about = 'fact'
qualify row_number() over (partition by j.fact_id order by j.judged_at desc, j.judgement_id) = 1
order by j.judged_at, j.fact_id
