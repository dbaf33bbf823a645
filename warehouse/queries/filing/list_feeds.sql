-- All subscriptions, by folder and title.
select feed_id, url, title, publisher, site, folder, full_text, declared, status, reason
from feed order by folder, lower(title), url
