// A form that is on its way shows so, and a second press sends nothing. One that nothing answered says so above its button.
// Without this script the server and the browser see to it alone.
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

// htmx keeps the page as it is where nothing answered; the next press takes the sentence away.
const words = document.body.dataset
document.addEventListener('htmx:error', ({ detail }) => {
  if (detail.ctx)
    unanswered(detail.ctx, navigator.onLine && detail.error.name === 'AbortError' ? 'noAnswer' : 'noSignal')
})
document.addEventListener('htmx:response:error', ({ detail }) => {
  if (detail.ctx.response.status >= 500) unanswered(detail.ctx, 'noAnswer')
})
document.addEventListener('htmx:before:request', ({ detail }) => saidIn(detail.ctx.sourceElement)?.remove())

const saidIn = (sender) => sender.parentElement?.querySelector('[data-unanswered]')

/** What is looked up while it is typed is answered for where it is shown. */
function unanswered({ sourceElement: sender }, why) {
  if (sender.matches('input')) return
  const line = document.createElement('p')
  line.textContent = words[why]
  const notice = document.createElement('div')
  notice.className = 'notice yellow'
  notice.setAttribute('role', 'alert')
  notice.dataset.unanswered = ''
  notice.append(line)
  const button = sender.querySelector('button:not([type=button])')
  if (button) button.before(notice)
  else sender.after(notice)
}
