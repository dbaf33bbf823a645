-- The incoming printings take the number of their distinct text: it is known by its first printing.
update printing set article_no = i.wording_no from incoming i where printing.article_no = i.article_no
