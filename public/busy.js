// A form that is on its way shows so, and a second press sends nothing. Without this script the server sees to it alone.
const busy = 'busy'

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return
  if (form.classList.contains(busy)) return event.preventDefault()
  // htmx marks its own requests, and a script that handles the form itself has stopped the event by now.
  if (event.defaultPrevented || form.matches('[hx-post]')) return
  form.classList.add(busy)
  form.setAttribute('aria-busy', 'true')
})

// Coming back by the browser's Back: the page may be the one that was left, still waiting.
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll(`form.${busy}`)) {
    form.classList.remove(busy)
    form.removeAttribute('aria-busy')
  }
})
