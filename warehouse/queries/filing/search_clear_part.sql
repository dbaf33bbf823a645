-- Make room for the words of a part.
delete from search_posting where batch between $first and $last
