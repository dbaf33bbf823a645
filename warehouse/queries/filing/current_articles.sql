-- What stories depend on, of the incoming articles as filed now.
select article_id, recorded_at, story_id, body_hash, headline, publisher, republisher, url, canonical_url, date_published, credit_text, dateline
from article where article_id in (select article_id from incoming)
