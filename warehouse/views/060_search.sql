-- BM25 (Robertson and Zaragoza 2009; k1 = 1.2, b = 0.75, idf as in Lucene); a word in the headline counts three times.
create or replace macro search(query) as table
with alternative as (
    select unnest(said) as said, generate_subscripts(said, 1) as alternative
    from (select string_split(query, ' OR ') as said)
),
clause as (
    select
        alternative,
        row_number() over () as clause,
        starts_with(said, '-') as excluded,
        regexp_matches(said, '\*"?$') as prefix,
        search_words(said) as words
    from (select alternative, unnest(regexp_extract_all(said, '-?"[^"]*"\*?|[^\s"]+')) as said from alternative)
    where len(search_words(said)) > 0
),
word as (
    select clause, prefix, len(words) as n, unnest(words) as word, generate_subscripts(words, 1) as ordinal from clause
),
term as (
    select w.clause, w.n, w.ordinal, t.term_id
    from word w join search_term t on t.term = w.word
    where not (w.prefix and w.ordinal = w.n)
    union all
    select w.clause, w.n, w.ordinal, t.term_id
    from (select * from word where prefix and ordinal = n) w join search_term t on starts_with(t.term, w.word)
),
place as (
    select t.clause, t.n, t.ordinal, unnest(p.documents) as document, unnest(p.positions) as position
    from search_posting p join term t using (term_id)
),
occurrence as (
    select clause, document, position - ordinal as before
    from place
    group by clause, document, position - ordinal
    having count(*) = any_value(n)
),
found as (
    select o.clause, o.document, count(*) as occurrences, sum(case when o.before < 255 then 3.0 else 1.0 end) as weight,
           any_value(d.words) as words, any_value(d.article_id) as article_id
    from occurrence o join search_document d using (document)
    where d.article_id is not null
    group by o.clause, o.document
),
corpus as (
    select count(*) as documents, avg(words) as words from search_document where article_id is not null
),
rarity as (
    select clause, ln(1 + (any_value(c.documents) - count(*) + 0.5) / (count(*) + 0.5)) as idf from found, corpus c group by clause
),
scored as (
    select k.alternative, f.article_id, count(*) filter (where not k.excluded) as wanted, bool_or(k.excluded) as excluded,
           sum(f.occurrences) as occurrences,
           sum(r.idf * f.weight * 2.2 / (f.weight + 1.2 * (0.25 + 0.75 * f.words / c.words))) as score
    from found f join clause k using (clause) join rarity r using (clause), corpus c
    group by k.alternative, f.article_id
),
matched as (
    select article_id, max(s.score) as score, max(s.occurrences) as occurrences
    from scored s
    join (select alternative, count(*) as wanted from clause where not excluded group by alternative) a using (alternative)
    where s.wanted = a.wanted and not s.excluded
    group by article_id
)
select m.article_id, round(m.score, 3) as score, m.occurrences::integer as occurrences, a.headline, a.publisher,
       a.date_published, a.story_id
from matched m join article a using (article_id)
order by m.score desc, a.date_published desc, m.article_id;
comment on macro table search is 'Articles that hold all the words, best first: search(''middle corridor''), search(''"middle corridor" cargo''), search(''kazakh* -oil''), search(''tea OR coffee'').';
