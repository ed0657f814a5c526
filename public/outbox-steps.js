// The steps of a visit that are pressed without a signal: they wait in the outbox. Only where there is a service worker,
// because elsewhere the page that shows what waits could not be opened.
import { goTo, sayAt } from './mend.js'
import { draftsOf, drop, keep } from './outbox.js'
import { box, mark, showKept, tell, words } from './outbox-list.js'

const canWait = 'serviceWorker' in navigator && mark !== ''
const isStep = (form) => canWait && form instanceof HTMLFormElement && form.matches('[data-waits]')

/** One key for each form on the screen, so that a press whose answer was lost and the stored one count as the same. */
function keyOf(form) {
  const made = [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  form.elements.key ??
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'key', value: made }))
  return form.elements.key.value
}

/** Times are offered and none was chosen: the server would ask, and here no one could answer later. */
function isUnchosen({ elements }) {
  if (!elements.day) return false
  return !elements.slot?.value && !(elements.day.value && elements.time.value)
}

async function wait(form, pressed) {
  const at = form.elements.slot ? 'slot' : 'day'
  if (isUnchosen(form) && sayAt(form, at, words.noTime)) return goTo(form, at)
  const to = form.getAttribute('action')
  const key = keyOf(form)
  const fields = [...new FormData(form)].filter(
    ([name, value]) => name !== 'key' && (typeof value === 'string' || value.size),
  )
  const title = document.querySelector('#wish h1')?.textContent.trim()
  const thing = [pressed?.textContent.trim(), title].filter(Boolean).join(' · ')
  try {
    await keep({ key, mark, to, fields, thing, at: Date.now(), state: 'waiting' })
  } catch {
    tell(words.noStore)
    return showKept()
  }
  // What was pressed last counts.
  for (const older of await draftsOf(mark)) if (older.to === to && older.key !== key) await drop(older.key)
  tell(words.kept)
  await showKept()
  box.scrollIntoView()
}

document.addEventListener(
  'submit',
  (event) => {
    const form = event.target
    if (!isStep(form)) return
    keyOf(form)
    if (navigator.onLine) return
    event.preventDefault()
    event.stopImmediatePropagation()
    wait(form, event.submitter)
  },
  true,
)

// There seemed to be a signal, and no answer came.
document.addEventListener('htmx:error', ({ detail }) => {
  const form = detail.ctx?.sourceElement
  if (!isStep(form)) return
  for (const line of form.querySelectorAll('[data-unanswered]')) line.remove()
  wait(form, form.querySelector('button:not([type=button])'))
})
