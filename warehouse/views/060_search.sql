-- What a question says, one row a word: its clause (a word, a phrase, words near one another), the variant of the clause
-- (a hyphenated word is looked for as words and as one), and how far before the place of the word the match begins.
-- Patterns for the letters of all scripts take a millisecond each to compile, so there is one, for questions that need it.
create or replace macro search_asked(query) as table
with cleaned as (
    select regexp_replace(
        translate(regexp_replace(query, '([^\s"]+)\s+NEAR/(\d{1,2})\s+([^\s"]+)', '"\1 \3"~\2', 'g'), chr(160) || chr(8239) || chr(8201) || '‐‑' || chr(173), ',,,--'),
        case when regexp_matches(query, '[^\x00-\x7f]') then '[^\p{L}\p{N}\p{M} -~]' else '[^ -~]' end, ' ', 'g'
    ) as question
),
said as (
    select
        row_number() over () as clause,
        count(*) filter (where not starts_with(said, '-')) over (partition by alternative) as wanted,
        alternative,
        said,
        translate(lower(strip_accents(regexp_replace(said, '~\d+$', ''))), 'əıøłđ', 'aiold') as words
    from (
        select alternative, unnest(regexp_extract_all(said, '-?"[^"]*"(?:\*|~\d{1,2})?|[^ "]+')) as said
        from (select generate_subscripts(alternatives, 1) as alternative, unnest(alternatives) as said
              from (select string_split(question, ' OR ') as alternatives from cleaned))
    )
    where regexp_matches(said, '[^ -/:-@\[-`{-~]') and said <> 'OR'
),
variant as (
    select * exclude (words), unnest(list_distinct([
        regexp_extract_all(words, '(?:[^ -@\[-`{-~]\.)+[^ -@\[-`{-~](?:[ -/:-@\[-`{-~]|$)|[0-9]{1,3}(?:,[0-9]{3})+(?:[ -/:-@\[-`{-~]|$)|[^ -/:-@\[-`{-~]+'),
        regexp_extract_all(regexp_replace(words, '([^ -/:-@\[-`{-~])-', '\1', 'g'), '(?:[^ -@\[-`{-~]\.)+[^ -@\[-`{-~](?:[ -/:-@\[-`{-~]|$)|[0-9]{1,3}(?:,[0-9]{3})+(?:[ -/:-@\[-`{-~]|$)|[^ -/:-@\[-`{-~]+')
    ])) as variant
    from said
),
word as (
    select * exclude (variant), len(variant) as n, hash(variant) as variant, translate(unnest(variant), ' !"#$%&''()*+,-./:;<=>?@[\]^_`{|}~', '') as word,
           generate_subscripts(variant, 1) as ordinal
    from variant
)
select
    alternative, clause, variant, starts_with(said, '-') as excluded, wanted, least(n, 62) as n, ordinal, word,
    1::bigint << (least(ordinal, 62) - 1) as bit,
    regexp_matches(said, '\*"?$') and ordinal = n as prefix,
    contains(said, '"') or n > 1 as exact,
    contains(said, '~') as near,
    unnest(range(case when contains(said, '~') then 0 else ordinal end,
                 case when contains(said, '~') then coalesce(try_cast(regexp_extract(said, '~(\d+)$', 1) as integer), 0) else ordinal end + 1)) as shift
from word;
comment on macro table search_asked is 'Internal: the words of a question to search.';

-- BM25 (Robertson and Zaragoza 2009; k1 = 1.2, b = 0.75, idf as in Lucene); a word in the headline counts three times, and
-- another word of the same stem half.
create or replace macro search(query) as table
with asked as materialized (select * from search_asked(query)),
tried as (
    select *, unnest([word, word || 's', word || 'es', word || 'd', word || 'ed', word || 'ing', regexp_replace(word, 'y$', 'ies'), regexp_replace(word, 'y$', 'ied'),
        regexp_replace(word, 'e$', 'ing'), regexp_replace(word, '(....)s$', '\1'), regexp_replace(word, '(....)es$', '\1'), regexp_replace(word, '(....)d$', '\1'),
        regexp_replace(word, '(....)ed$', '\1'), regexp_replace(word, '(....)ing$', '\1'), regexp_replace(word, '(....)ing$', '\1e'), regexp_replace(word, '(..)ie[sd]$', '\1y')
    ][: case when exact then 1 else 16 end]) as trial
    from asked where not prefix
),
stemmed as (
    select w.* exclude (trial), t.stem, t.language
    from tried w join search_term t on t.term = w.trial
    -- regular forms of an English word are looked for where the index does not have it
    qualify trial = word or max((trial = word)::integer) over (partition by clause, variant, ordinal) = 0
),
term as (
    select distinct w.* exclude (stem, language), t.term_id, case when t.term = w.word then 1.0 else 0.5 end as fit
    from stemmed w join search_term t on t.stem = w.stem and t.language = w.language
    where t.term = w.word or (not w.exact and t.term[1] = w.word[1])
    union all
    select w.*, t.term_id, 1.0 from asked w join search_term t on w.prefix and starts_with(t.term, w.word)
),
occurrence as (
    select clause, document, position - shift as before, max(case when position <= 255 then 3.0 else 1.0 end * fit) as weight
    from (
        select t.clause, t.variant, t.n, t.near, t.bit, t.shift, t.fit, unnest(p.documents) as document, unnest(p.positions) as position
        from term t join search_posting p using (term_id)
    )
    group by clause, variant, document, before
    having bit_or(bit) = 2 ** min(n) - 1 and (not bool_or(near) or min(position) = before)
),
found as (
    select clause, document, count(*) as occurrences, sum(weight) as weight from occurrence group by clause, document
),
weighed as (
    select f.*, k.alternative, k.excluded, k.wanted, d.article_id, d.words, count(*) over (partition by clause) as documents
    from found f
    join search_document d using (document)
    join (select distinct clause, alternative, excluded, wanted from asked) k using (clause)
    where d.article_id is not null
),
scored as (
    select
        article_id,
        sum(occurrences) filter (where not excluded) as occurrences,
        sum(ln(1 + (c.documents - w.documents + 0.5) / (w.documents + 0.5)) * weight * 2.2 / (weight + 1.2 * (0.25 + 0.75 * w.words / c.words))) as score
    from weighed w, (select count(*) as documents, avg(words) as words from search_document where article_id is not null) c
    group by article_id, alternative
    having count(*) filter (where not excluded) = any_value(wanted) and not bool_or(excluded)
),
matched as (
    select article_id, max(score) as score, max(occurrences) as occurrences from scored group by article_id
)
select m.article_id, round(m.score, 3) as score, m.occurrences::integer as occurrences, a.headline, a.publisher,
       a.date_published, a.story_id
from matched m join article a using (article_id)
order by m.score desc, a.date_published desc, m.article_id;
comment on macro table search is 'Articles that hold all the words or others of their stems, best first: search(''middle corridor''), search(''"middle corridor" cargo''), search(''kazakh* -oil''), search(''tea OR coffee''), search(''"cargo port"~5'').';
