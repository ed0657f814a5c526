// Shows the forms and steps that this phone stores and has not sent, each with its age. They are sent when there is a signal, and
// can be opened, changed or discarded. Used on the desk and above the form; doorstep.js adds the form's own part.
import { communityPhone, draftsOf, drop, keep, remember, rememberPhone, send, whoIsHere } from './outbox.js'

export const box = document.getElementById('waiting')
export const words = JSON.parse(box.dataset.words)
export const mark = box.dataset.mark || whoIsHere()
const call = document.getElementById('community-phone')
if (box.dataset.mark) {
  remember(mark)
  rememberPhone(call.getAttribute('href').slice(4))
}
const told = []
/** The form on this page, if there is one: its key, whether it is being sent, and how it opens a draft. */
export const here = { key: () => '', isBusy: () => false, open: null }

const say = (text, values = {}) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')

function age(at) {
  const minutes = Math.floor((Date.now() - at) / 60_000)
  if (minutes < 1) return words.now
  if (minutes < 60) return say(words.minutes, { n: minutes })
  return minutes < 1440
    ? say(words.hours, { n: Math.floor(minutes / 60) })
    : say(words.days, { n: Math.floor(minutes / 1440) })
}

export function element(tag, props = {}, ...children) {
  const made = Object.assign(document.createElement(tag), props)
  made.append(...children)
  return made
}

const phone = !box.dataset.mark && communityPhone()
if (phone) {
  call.href = `tel:${phone}`
  call.setAttribute('aria-label', say(words.call, { phone }))
}

// Texts about the stored forms

export async function showKept() {
  const now = here.key()
  const kept = mark ? (await draftsOf(mark)).filter(({ key, state }) => state !== 'typing' || key !== now) : []
  box.replaceChildren(
    ...(kept.length || told.length ? [element('h2', { textContent: words.title })] : []),
    ...told.map((line) => element('p', { className: 'hint' }, ...line)),
    ...(kept.length ? [element('ul', { className: 'work' }, ...kept.map(row))] : []),
  )
  if (!kept.length) box.querySelector('h2')?.remove()
  box.hidden = !kept.length && !told.length
}

function row(draft) {
  const state = draft.state === 'refused' ? words.refused : draft.state === 'typing' ? words.typing : words.waiting
  const open = element('a', {
    className: 'button second',
    href: draft.to ? draft.to.replace(/\/[a-z]+$/, '') : `/wishes/new#draft=${draft.key}`,
    textContent: words.open,
  })
  open.addEventListener('click', (event) => {
    if (!here.open || draft.to) return
    event.preventDefault()
    here.open(draft.key)
  })
  const discard = element('button', { type: 'button', className: 'button quiet', textContent: words.discard })
  discard.addEventListener('click', async () => {
    if (discard.dataset.sure) {
      await drop(draft.key)
      return showKept()
    }
    discard.dataset.sure = '1'
    discard.textContent = words.sure
  })
  const line = element('div', {}, element('b', { textContent: draft.thing || words.nothing }))
  line.append(element('small', { textContent: `${state} · ${age(draft.at)}` }))
  if (draft.said) line.append(element('p', { className: 'error', textContent: draft.said }))
  return element('li', {}, line, element('div', { className: 'actions' }, open, discard))
}

export const tell = (...line) => tellAll([line])
const tellAll = (lines) => told.splice(0, told.length, ...lines)

export const loginLine = () => {
  const to = encodeURIComponent(here.open ? '/wishes/new' : location.pathname)
  return element('span', {}, words.login, ' ', element('a', { href: `/login?to=${to}`, textContent: words.toLogin }))
}

/** The sentence of a response, the fields it is about, and what it asks besides. */
function refusalOf(page) {
  const answer = new DOMParser().parseFromString(page, 'text/html')
  const links = [...answer.querySelectorAll('#errors li a')]
  const faults = links.map((link) => [link.hash.slice(1), link.textContent.trim()])
  const said = faults.map(([, sentence]) => sentence).join(' ')
  const asked = [...answer.querySelectorAll('form [data-asked]')].map((question) => question.outerHTML)
  return { said: said || answer.querySelector('main h1')?.textContent || words.refused, faults, asked }
}

async function sendKept() {
  if (!navigator.onLine || !mark || here.isBusy()) return
  const once = async () => {
    const sent = []
    for (const draft of await draftsOf(mark)) {
      if (draft.state !== 'waiting') continue
      const answer = await send({ ...draft, unseen: true })
      if (answer.state === 'kept') break
      if (answer.state === 'stumbled') continue
      if (answer.state === 'login') {
        tell(loginLine())
        break
      }
      if (answer.state === 'refused')
        await keep({ ...draft, state: 'refused', unseen: true, ...(answer.page ? refusalOf(answer.page) : answer) })
      else {
        await drop(draft.key)
        const look = element('a', { href: answer.to, textContent: words.look })
        sent.push([say(words.sent, { thing: draft.thing }), ' ', look])
        tellAll(sent)
      }
    }
  }
  // Two tabs would both send the draft. The server would make only one wish of it, but sending once is enough.
  await (navigator.locks
    ? navigator.locks.request('doorstep', { ifAvailable: true }, (lock) => lock && once())
    : once())
  await showKept()
}

addEventListener('online', sendKept)
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && sendKept())
sendKept().catch(() => undefined)
showKept().catch(() => undefined)
if ('serviceWorker' in navigator) navigator.serviceWorker.register('/sw.js').catch(() => undefined)
