// Our own button for printing. It is shown only where the browser can print from a page; otherwise the sentence that says
// how to print stays.
if (typeof print === 'function')
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false
    const how = button.parentElement.querySelector('[data-print-how]')
    if (how) how.hidden = how.dataset.printHow !== 'always'
    button.addEventListener('click', () => print())
  }
