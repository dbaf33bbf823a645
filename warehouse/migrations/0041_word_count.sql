-- In scripts that put no spaces between words, letters are counted: `newsdesk reprocess` renews what is filed.
comment on column article.word_count is 'Words in article_body. In scripts without spaces between words, letters make up words: two of Chinese and Japanese, three of Thai, Lao, Khmer and Burmese.';
