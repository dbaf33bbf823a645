-- Figures inside of boilerplate are compared, too, so what stood beside each figure to tell whether it is in boilerplate is kept no more.
update wording set figures = list_reduce(
    list_transform(range(octet_length(figures) // 40), lambda i: array_slice(figures, 40 * i + 1, 40 * i + 24)), lambda a, b: a || b
)
where octet_length(figures) > 0;
comment on column wording.figures is 'Its figures in context: rows of three little-endian 64-bit numbers (left, right, value).';
