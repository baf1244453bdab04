// Without this file and without htmx, every form and link here works by loading a page. This is for what htmx leaves open.

/** What cannot be done within the page is done as without script. */
function leave(event) {
  const element = event.detail.elt;
  if (element instanceof HTMLFormElement) {
    element.submit();
  } else if (element instanceof HTMLAnchorElement) {
    location.href = element.href;
  }
}

document.addEventListener('htmx:targetError', leave);
document.addEventListener('htmx:sendError', leave);

/** A button that went away with its row takes the focus with it: the keyboard goes on from the page. */
document.addEventListener('htmx:afterSettle', () => {
  if (document.activeElement === document.body) {
    document.getElementById('main').focus({ preventScroll: true });
  }
});
