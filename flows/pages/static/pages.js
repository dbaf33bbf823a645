const rows = [...document.querySelectorAll('.row-of')];
let at = -1;
const go = to => {
  rows[at]?.classList.remove('at');
  at = Math.max(0, Math.min(rows.length - 1, to));
  rows[at]?.classList.add('at');
  const link = rows[at]?.matches('a') ? rows[at] : rows[at]?.querySelector('a.head');
  link?.focus({ preventScroll: true });
  rows[at]?.scrollIntoView({ block: 'nearest' });
};
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, select, textarea')) return;
  if (event.key === '/') { document.getElementById('find')?.focus(); event.preventDefault(); }
  if (event.key === 'j') go(at + 1);
  if (event.key === 'k') go(at - 1);
});
for (const group of document.querySelectorAll('.switches')) {
  group.hidden = false;
  group.addEventListener('change', event => {
    group.closest('section').classList.toggle(event.target.dataset.hides, !event.target.checked);
  });
}
