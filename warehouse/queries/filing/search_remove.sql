-- Take articles out of the word index: their words are no longer found from here on, their numbers never used again.
update search_document set article_id = null where article_id in (select article_id from incoming)
