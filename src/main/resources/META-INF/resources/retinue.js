// Without this file and without htmx, every form and link here works by loading a page. This is for what htmx leaves open.

function tell(sentence) {
  const notice = document.createElement('div');
  notice.className = 'notice';
  notice.append(document.createElement('p'));
  notice.firstChild.textContent = sentence;
  document.getElementById('notice').replaceChildren(notice);
}

document.addEventListener('htmx:sendError', () => tell('No connection: that was not done. Try again.'));

/** What cannot be done within the page is done as without script. */
document.addEventListener('htmx:targetError', (event) => event.detail.elt.submit());

let rows = 0;

document.addEventListener('htmx:beforeSwap', (event) => {
  const detail = event.detail;
  const has = (id) => detail.serverResponse.includes(`id="${id}"`);
  rows = detail.target.id === 'people' ? detail.target.children.length : 0;
  if (!has('main')) {
    detail.shouldSwap = false;
    tell('That did not work. Try again.');
  } else if (/^u\d+$/.test(detail.target.id) && !has(detail.target.id)) {
    // The person is not on that page any more: all of it is shown as it is now.
    detail.target = document.getElementById('main');
    detail.selectOverride = '#main';
    detail.swapOverride = 'outerHTML';
  }
});

document.addEventListener('htmx:afterSettle', () => {
  const first = rows > 0 ? document.getElementById('people').children[rows] : null;
  if (first && !location.search.includes('after=')) {
    document.querySelector('#pager [rel=prev]')?.remove();
  }
  // A button that goes away takes the focus with it: the keyboard goes on at the rows that came, or at the page.
  if (document.activeElement === document.body) {
    const next = first ? first.querySelector('a') : document.getElementById('main');
    next.focus({ preventScroll: true });
  }
});

/** One box for all that are shown, where there is a script to tick them. */
function offerAll() {
  document.getElementById('all')?.parentElement.removeAttribute('hidden');
}

offerAll();

document.addEventListener('htmx:afterSettle', offerAll);

document.addEventListener('change', (event) => {
  if (event.target.id === 'all') {
    for (const box of document.querySelectorAll('[name=who]')) {
      box.checked = event.target.checked;
    }
  }
});
