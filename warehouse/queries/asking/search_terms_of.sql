-- Words of the index that are of some stems.
select term_id, term, language, stem from search_term where stem in $stems
