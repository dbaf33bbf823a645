const find = document.getElementById('find');
const items = [...document.querySelectorAll('.find')];
const open = new Map(items.filter(e => e.tagName === 'DETAILS').map(e => [e, e.open]));
find.addEventListener('input', () => {
  const fold = s => s.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = fold(find.value).split(/\s+/).filter(Boolean);
  for (const item of items) {
    const text = item.dataset.text ??= fold(item.textContent);
    const hit = words.every(word => text.includes(word));
    item.hidden = !hit;
    if (open.has(item)) item.open = words.length ? hit : open.get(item);
  }
});
