// Shows that a form is being sent, and ignores a second press. If there is no response, says so above the form's
// button. Without this script the server and the browser do this alone.
const busy = 'busy'

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return
  if (form.classList.contains(busy)) return event.preventDefault()
  // htmx marks its own requests, and a script that handles the form itself has already stopped the event.
  if (event.defaultPrevented || form.matches('[hx-post]')) return
  form.classList.add(busy)
  form.setAttribute('aria-busy', 'true')
})

// After the browser's Back button the page may be an old one that still looks busy.
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll(`form.${busy}`)) {
    form.classList.remove(busy)
    form.removeAttribute('aria-busy')
  }
})

// htmx leaves the page unchanged if there is no response; the next press removes the sentence.
const words = document.body.dataset
document.addEventListener('htmx:error', ({ detail }) => {
  if (detail.ctx)
    unanswered(detail.ctx, navigator.onLine && detail.error.name === 'AbortError' ? 'noAnswer' : 'noSignal')
})
document.addEventListener('htmx:response:error', ({ detail }) => {
  if (detail.ctx.response.status < 500) return
  // Where the server knows that nothing was saved, it says why.
  const said = detail.ctx.response.headers.get('x-not-saved')
  unanswered(detail.ctx, 'noAnswer', said === null ? undefined : decodeURIComponent(said))
})
document.addEventListener('htmx:before:request', ({ detail }) => saidIn(detail.ctx.sourceElement)?.remove())

const saidIn = (sender) => sender.parentElement?.querySelector('[data-unanswered]')

/** A look-up while typing shows its error where its results are shown. */
function unanswered({ sourceElement: sender }, why, said = words[why]) {
  if (sender.matches('input')) return
  const line = document.createElement('p')
  line.textContent = said
  const notice = document.createElement('div')
  notice.className = 'notice yellow'
  notice.setAttribute('role', 'alert')
  notice.dataset.unanswered = ''
  notice.append(line)
  const button = sender.querySelector('button:not([type=button])')
  if (button) button.before(notice)
  else sender.after(notice)
}
