-- Pairs of texts that share something are kept, so that a settlement need not look for them again.
create table pair (
    one_no integer not null,
    other_no integer not null,
    shared integer not null,
    found_no integer not null
);
comment on table pair is 'Internal: pairs of wordings that share sampled shingles and were printed within the window of each other.';
comment on column pair.one_no is 'The wording with the lower number.';
comment on column pair.other_no is 'The other.';
comment on column pair.shared is 'Sampled shingles they share, boilerplate not counted.';
comment on column pair.found_no is 'The first article_no of the batch that found them.';

insert into unsettled select distinct h.wording_no from wording_hash h semi join (select hash from stop_hash where not settled) s using (hash);
update wording set live = wording.samples - t.stops
from (select h.article_no, count(*) as stops from wording_hash h semi join stop_hash s using (hash) group by 1) t
where wording.wording_no = t.article_no;
create table known_stop as select hash from stop_hash;
drop table stop_hash;
create table stop_hash (
    hash uinteger not null,
    settled boolean not null,
    learned_no integer not null
);
insert into stop_hash select hash, true, (select coalesce(max(article_no) + 1, 0) from printing) from known_stop;
drop table known_stop;
comment on table stop_hash is 'Internal: shingles that outlets print under many headlines: boilerplate, no evidence of copying.';
comment on column stop_hash.hash is 'The hash.';
comment on column stop_hash.settled is 'Whether every wording that has it was judged again since it was learned.';
comment on column stop_hash.learned_no is 'The first article_no of the batch that taught it; what came before was judged without.';

insert into pair
with lead as (
    select h.hash, h.article_no, h.wording_no, h.day from wording_hash h anti join stop_hash s using (hash) where h.lead
)
select one, other, max(shared), (select coalesce(max(article_no) + 1, 0) from printing)
from (
    select least(a.wording_no, b.wording_no) as one, greatest(a.wording_no, b.wording_no) as other, count(*) as shared
    from lead a join lead b on a.hash = b.hash
    where a.article_no < b.article_no and a.wording_no <> b.wording_no and (a.day is null or b.day is null or abs(a.day - b.day) <= 30)
    group by a.article_no, b.article_no, a.wording_no, b.wording_no
    having count(*) >= 3
)
group by all;

create table kept_hash as select hash, article_no, day from wording_hash order by article_no;
drop table wording_hash;
create table wording_hash (
    hash uinteger not null,
    article_no integer not null,
    day integer
);
insert into wording_hash select hash, article_no, day from kept_hash;
drop table kept_hash;
comment on table wording_hash is 'Internal: the sampled shingles of every printing.';
comment on column wording_hash.hash is 'Low 32 bits of the shingle''s hash.';
comment on column wording_hash.article_no is 'The printing.';
comment on column wording_hash.day is 'Day of publication, as in printing.';

drop table reuse_candidate;
create table reuse_due (
    wording_no integer not null
);
comment on table reuse_due is 'Internal: wordings of which what they borrow and lend is to be looked for at the end of the run.';
comment on column reuse_due.wording_no is 'The wording.';
insert into reuse_due select wording_no from wording;

create table reuse_pair (
    wording_no integer not null,
    of_no integer not null,
    article_id varchar not null,
    of_article_id varchar not null
);
comment on table reuse_pair is 'Internal: pairs of wordings that were compared word by word.';
comment on column reuse_pair.wording_no is 'The shorter wording.';
comment on column reuse_pair.of_no is 'The longer.';
comment on column reuse_pair.article_id is 'The article of either that was published later.';
comment on column reuse_pair.of_article_id is 'The earlier one.';
