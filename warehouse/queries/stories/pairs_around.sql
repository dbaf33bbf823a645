-- The pairs of wordings that were found around the incoming ones, each once.
select p.one_no, p.other_no, p.shared from pair p semi join incoming i on p.one_no = i.wording_no
union all
select p.one_no, p.other_no, p.shared from pair p semi join incoming i on p.other_no = i.wording_no anti join incoming o on p.one_no = o.wording_no
