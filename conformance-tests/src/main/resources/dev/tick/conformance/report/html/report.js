'use strict';
document.documentElement.classList.add('js');

const form = document.getElementById('filters');
const shown = document.getElementById('shown');
const requirements = [...document.querySelectorAll('.requirement')];
const words = new Map(requirements.map(one => [one, one.textContent.toLowerCase()]));
const selects = ['level', 'basis', 'operation'];

/** What the form says, as it stands in the address. */
function wanted() {
  const query = new URLSearchParams();
  const results = [...form.querySelectorAll('[name=result]:checked')].map(box => box.value);
  if (results.length > 0) {
    query.set('result', results.join(','));
  }
  [...selects, 'text'].forEach(key => {
    const value = form.elements[key].value.trim();
    if (value !== '') {
      query.set(key, value);
    }
  });
  return query;
}

function fill(query) {
  const results = (query.get('result') || '').split(',');
  form.querySelectorAll('[name=result]').forEach(box => { box.checked = results.includes(box.value); });
  [...selects, 'text'].forEach(key => { form.elements[key].value = query.get(key) || ''; });
}

function apply() {
  const query = wanted();
  const results = (query.get('result') || '').split(',').filter(result => result !== '');
  const text = (query.get('text') || '').toLowerCase().split(/\s+/);
  let count = 0;
  requirements.forEach(one => {
    const fits = (results.length === 0 || results.includes(one.dataset.result))
      && selects.every(key => !query.has(key) || one.dataset[key] === query.get(key))
      && text.every(word => words.get(one).includes(word));
    one.hidden = !fits;
    count += fits ? 1 : 0;
  });
  document.getElementById('nothing').hidden = count > 0;
  shown.textContent = count === requirements.length
    ? `All ${count} requirements` : `${count} of ${requirements.length} requirements`;
}

function remember() {
  const query = wanted().toString();
  history.replaceState(null, '', query === '' ? '#requirements' : '#' + query);
  apply();
}

/** Opens what is folded around an element, so that it can be seen. */
function reveal(element) {
  for (let fold = element.closest('details'); fold; fold = fold.parentElement.closest('details')) {
    fold.open = true;
  }
}

/** Opens what the address names: a filter, a part of the page, a requirement, or an exchange. */
function follow() {
  const target = decodeURIComponent(location.hash.slice(1));
  if (target.includes('=')) {
    reveal(form);
    fill(new URLSearchParams(location.hash.slice(1)));
    apply();
    document.getElementById('requirements').scrollIntoView();
    return;
  }
  const entry = document.getElementById(target);
  if (entry && entry.matches('section')) {
    entry.querySelectorAll('.part').forEach(one => { one.open = true; });
    entry.scrollIntoView();
  }
  if (entry && entry.matches('.entry')) {
    reveal(entry);
    if (entry.hidden) {
      form.reset();
      apply();
    }
    entry.open = true;
    entry.scrollIntoView();
    entry.querySelector('summary').focus({preventScroll: true});
  }
}

/** Underlines the lines of an answer that begin with a name which differs. */
function point(answer, names) {
  if (names.length === 0) {
    return;
  }
  const lines = answer.textContent.split('\n');
  answer.textContent = '';
  lines.forEach((line, index) => {
    const hit = names.some(name => line.trimStart().startsWith(JSON.stringify(name) + ':'));
    const place = hit ? document.createElement('mark') : document.createTextNode(line);
    if (hit) {
      place.textContent = line;
    }
    answer.append(place, index < lines.length - 1 ? '\n' : '');
  });
}

/** Shows an exchange under the case that rests on it; without script the link leads to it. */
function unfold(link) {
  const item = link.closest('li');
  const there = item.querySelector('.inline');
  if (there) {
    there.remove();
    link.setAttribute('aria-expanded', 'false');
    return;
  }
  const copy = document.createElement('div');
  copy.className = 'inline';
  const inside = document.querySelector(link.getAttribute('href') + ' .inside');
  [...inside.children].forEach(child => copy.append(child.cloneNode(true)));
  const names = [...link.closest('.case').querySelectorAll('.subject')].map(one => one.textContent.split('/').pop());
  point(copy.querySelector('.answer'), names);
  item.append(copy);
  link.setAttribute('aria-expanded', 'true');
}

document.querySelectorAll('.case .uses a').forEach(link => {
  link.setAttribute('aria-expanded', 'false');
  link.setAttribute('role', 'button');
});

document.addEventListener('click', event => {
  const link = event.target.closest('.case .uses a');
  if (link) {
    event.preventDefault();
    unfold(link);
    return;
  }
  const anchor = event.target.closest('a[href^="#"]');
  if (anchor && anchor.getAttribute('href') === location.hash) {
    follow();
  }
  const copy = event.target.closest('.copy');
  if (copy) {
    const fold = document.getElementById(copy.dataset.copies);
    const source = fold ? fold.querySelector('pre') : copy.parentElement.nextElementSibling;
    const text = source.textContent;
    const said = done => {
      copy.textContent = done ? 'Copied' : 'Selected: copy it with the keyboard';
      if (!done) {
        reveal(source);
        getSelection().selectAllChildren(source);
      }
    };
    (navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error('no clipboard')))
      .then(() => said(true), () => said(false));
  }
});
document.addEventListener('keydown', event => {
  const link = event.target.closest('.case .uses a');
  if (link && event.key === ' ') {
    event.preventDefault();
    unfold(link);
  }
});

form.addEventListener('input', remember);
form.addEventListener('submit', event => event.preventDefault());
document.getElementById('all').addEventListener('click', () => { form.reset(); remember(); });
document.getElementById('open').addEventListener('click', () => requirements.filter(one => !one.hidden).forEach(one => { one.open = true; }));
document.getElementById('close').addEventListener('click', () => requirements.forEach(one => { one.open = false; }));
window.addEventListener('hashchange', follow);
// A browser moves the focus itself when it has loaded the page.
window.addEventListener('load', follow);
apply();
