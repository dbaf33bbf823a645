-- What a text without a headline is called in a list.
create or replace macro opening(body) as
    regexp_replace(regexp_extract(body, '^\s*(\S+(?:\s+\S+){0,8})', 1), '\s+', ' ', 'g') || case when regexp_matches(body, '^\s*\S+(?:\s+\S+){9}') then ' …' else '' end;
comment on macro opening is 'The first nine words of a text, to name an article that has no headline: coalesce(headline, opening(article_body)).';
