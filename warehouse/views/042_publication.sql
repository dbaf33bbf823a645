create view publication as
select
    article_id, story_id, headline, publisher, republisher, date_published, date_published_offset,
    date_published_precision, date_published_source,
    (make_timestamp(epoch_us(date_published) + coalesce(date_published_offset, 0)::bigint * 60000000))::date as day_published,
    case when date_published_precision in ('second', 'minute')
         then make_timestamp(epoch_us(date_published) + coalesce(date_published_offset, 0)::bigint * 60000000) end as time_printed
from article;
comment on view publication is 'When each article was published: the instant, and the day and time on the outlet''s own clock. Count by day_published, not by the UTC day.';
comment on column publication.article_id is 'The article.';
comment on column publication.story_id is 'Its story: copies of one text share it.';
comment on column publication.headline is 'Its headline.';
comment on column publication.publisher is 'Whose text it is.';
comment on column publication.republisher is 'Who reprinted it, else NULL.';
comment on column publication.date_published is 'When it was published, UTC.';
comment on column publication.date_published_offset is 'Minutes east of UTC of the printed clock; NULL where none is known, and then UTC is taken.';
comment on column publication.date_published_precision is 'second, minute, day, month or year.';
comment on column publication.date_published_source is 'What gave the date.';
comment on column publication.day_published is 'The day on the outlet''s own clock.';
comment on column publication.time_printed is 'Date and time on the outlet''s own clock, as printed; NULL when only a day is known.';
