-- Which of some words the index has, and of which stems.
select term, language, stem from search_term where list_contains($words, term)
