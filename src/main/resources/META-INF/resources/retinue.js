// Without this file and without htmx, every form and link here works by loading a page. This is for what htmx leaves open.

/** What did not work. */
function tell(sentence) {
  const notice = document.createElement('div');
  notice.className = 'notice by-script wrong';
  notice.append(document.createElement('p'));
  notice.firstChild.textContent = sentence;
  document.getElementById('notice').replaceChildren(notice);
}

/** What is in a page that came. */
const inPage = (page, selector) => new DOMParser().parseFromString(page, 'text/html').querySelector(selector);

/** The sentence of a page that says why something was not done. */
const lead = (page) => inPage(page, '.lead')?.textContent;

/** Whether that asks for a part of the page, and does nothing. */
const reads = (event) => event.detail.requestConfig.verb === 'get';

document.addEventListener('htmx:sendError', (event) => {
  tell(reads(event) ? 'No connection. Try again.' : 'No connection: that was not done. Try again.');
});

document.addEventListener('htmx:afterSwap', () => document.querySelector('.by-script')?.remove());

/** What cannot be done within the page is done as without script. */
document.addEventListener('htmx:targetError', (event) => event.detail.elt.submit());

/** How many there are is told elsewhere on the page, too. */
function recount(page) {
  for (const counts of ['#tabs', '#mine']) {
    document.querySelector(counts)?.replaceWith(inPage(page, counts) ?? '');
  }
}

/** Whether whom one follows comes first, so that a button changes who is on the page. */
const isByWhomOneKnows = () => location.search.includes('sort=known') || location.pathname === '/people';

/** The person is not on that page any more. In a list the others stay where they are; else all is shown as it is now. */
function leave(detail) {
  const next = detail.target.nextElementSibling ?? detail.target.previousElementSibling;
  if (detail.target.matches('#people > *') && next && !isByWhomOneKnows()) {
    remove(detail, next);
  } else {
    detail.target = document.getElementById('main');
    detail.selectOverride = '#main';
    detail.swapOverride = 'outerHTML';
  }
}

/** With the keyboard, which goes on at the next, and with the words of how many are found, which hold no more. */
function remove(detail, next) {
  if (detail.target.contains(document.activeElement)) {
    next.querySelector('a, button').focus({ preventScroll: true });
  }
  detail.swapOverride = 'delete';
  document.getElementById('found')?.replaceChildren();
  document.querySelector('.sum')?.remove();
}

const end = (path) => path?.split('/').pop();

/** Whether the button of a row is answered itself, and not by the page that it leads back to. */
const isUndone = (detail) =>
  detail.elt.closest('#people > *') !== null && end(detail.pathInfo.requestPath) === end(detail.pathInfo.responsePath);

let rows = 0;

let focused = null;

document.addEventListener('htmx:beforeSwap', (event) => {
  const detail = event.detail;
  const has = (id) => detail.serverResponse.includes(`id="${id}"`);
  rows = detail.target.id === 'people' ? detail.target.children.length : 0;
  focused = document.activeElement === document.body ? null : document.activeElement;
  if (detail.xhr.status === 404 && isUndone(detail)) {
    detail.shouldSwap = false;
    tell('That person is not here any more.');
  } else if (!has('main') || detail.xhr.status >= 422) {
    detail.shouldSwap = false;
    tell((reads(event) ? null : lead(detail.serverResponse)) ?? 'That did not work. Try again.');
  } else if (/^u\d+$/.test(detail.target.id)) {
    recount(detail.serverResponse);
    if (!has(detail.target.id)) {
      leave(detail);
    }
  }
});

document.addEventListener('htmx:afterSettle', () => {
  const first = rows > 0 ? document.getElementById('people').children[rows] : null;
  if (first && !location.search.includes('after=')) {
    document.querySelector('#pager [rel=prev]')?.remove();
  }
  // A button that goes away takes the focus with it: the keyboard goes on at the rows that came, at the menu that it was in, or at the page.
  const at = document.activeElement;
  if (focused && (at === document.body || (first && at.id === 'more'))) {
    const person = focused.closest('.more')?.closest('[id]');
    const menu = person ? document.getElementById(person.id)?.querySelector('.more > summary') : null;
    const next = first ? first.querySelector('a') : (menu ?? document.getElementById('main'));
    next.focus({ preventScroll: true });
  }
});

/** A menu closes by Escape, and by a press elsewhere, or as the keyboard goes on. */
function closeMenus(but) {
  for (const menu of document.querySelectorAll('.more[open]')) {
    if (menu !== but) {
      menu.open = false;
    }
  }
}

for (const kind of ['click', 'keyup']) {
  document.addEventListener(kind, (event) => closeMenus(event.target.closest('.more')));
}

document.addEventListener('keydown', (event) => {
  const menu = document.activeElement.closest('.more[open]');
  if (event.key === 'Escape' && menu) {
    closeMenus(null);
    menu.querySelector('summary').focus();
  }
  // Enter on a box would press the first button for those chosen.
  if (event.key === 'Enter' && event.target.form?.id === 'several' && event.target.type === 'checkbox') {
    event.preventDefault();
  }
});

const boxes = () => [...document.querySelectorAll('[name=who]')];

/** One box for all that are shown, where there is a script to tick them. */
function offerAll() {
  const all = document.getElementById('all');
  if (all) {
    all.parentElement.removeAttribute('hidden');
    all.checked = boxes().every((box) => box.checked);
  }
}

offerAll();

document.addEventListener('htmx:afterRequest', offerAll);

document.addEventListener('change', (event) => {
  if (event.target.id === 'all') {
    for (const box of boxes()) {
      box.checked = event.target.checked;
    }
  } else if (event.target.name === 'who') {
    offerAll();
  }
});

/** The form that takes the browser to another page, as soon as that goes. */
let sent = null;

document.addEventListener('submit', (event) => {
  sent = event.target;
});

const isChanged = (field) =>
  field.options
    ? [...field.options].some((option) => option.selected !== option.defaultSelected)
    : field.name !== '' && (field.value !== field.defaultValue || field.checked !== field.defaultChecked);

/** What was refused is not saved either, though it came back with the page. */
const isUnsaved = (form) => form.dataset.unsaved === 'refused' || [...form.elements].some(isChanged);

/** The browser asks before a link, or another form, throws away what is not saved. */
window.addEventListener('beforeunload', (event) => {
  const going = sent;
  sent = null;
  if ([...document.querySelectorAll('form[data-unsaved]')].some((form) => form !== going && isUnsaved(form))) {
    event.preventDefault();
  }
});
