-- The clock that a date of publication was printed on, so that "by day" can mean the outlet's own day.
alter table article add column date_published_offset integer;
comment on column article.date_published_offset is 'Minutes east of UTC of the clock that date_published was printed on (its own zone, else that of the outlet); NULL for days and where no zone is known.';
comment on column article.date_published_source is 'What gave the date: json-ld, opengraph, meta, feed, header, credit, notice, html, visible (a date printed beside the headline), htmldate, byline, dateline, url, filename, updated (the time of the last change, where no other is said), or doubtful (the date lay behind the day of filing, and is not kept).';
alter table passage add column time timestamptz;
comment on column passage.time is 'When an update of a live blog was written, UTC; NULL elsewhere.';
