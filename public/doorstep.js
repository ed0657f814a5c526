// The form used at the door. It works without this script; with it, what is typed is stored on the phone and sent as
// soon as possible.

import { goTo, sayAt, unsay } from './mend.js'
import { drop, gridsHere, keep, read, rememberGrids, send } from './outbox.js'
import { box, element, here, loginLine, mark, showKept, tell, words } from './outbox-list.js'

let form = document.querySelector('form[data-doorstep]')
let isBusy = false
// Typed when no one could be looked up; this stays so when the draft is opened again for a correction.
let isUnseen = false

const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

// Storing

const idle = ['key', 'mark', 'q']
/** A button with a name of its own, such as the one that refers it to an office, is among them where it was pressed. */
const fieldsOf = (pressed) => [...new FormData(form, pressed)].filter(([name]) => !idle.includes(name))

/** The draft's name in the list: the person and the item as they are in the form. */
function thingOf() {
  const picked = (name) => form.querySelector(`[name="${name}"]:checked`)
  const who = picked('resident')
  const name =
    who && who.value !== 'new' ? who.closest('label').querySelector('b')?.textContent : form.elements.name.value
  const item = picked('item')
  const thing = item?.value === 'other' ? form.elements.words.value : item?.closest('label').textContent.trim()
  return [name, thing].filter(Boolean).join(' · ')
}

const draftNow = (state, pressed) => ({
  key: form.elements.key.value,
  mark,
  fields: [...fieldsOf(pressed), ['query', new URL(form.action).search]],
  thing: thingOf(),
  at: Date.now(),
  state,
  unseen: isUnseen,
  asked: [...form.querySelectorAll('[data-asked]')].map((question) => question.outerHTML),
})

let timer
function typed(event) {
  if (event.target.name === 'q' || !mark) return
  clearTimeout(timer)
  timer = setTimeout(keepTyped, 200)
}
/** Resolves when the phone has written what is typed; to false if it cannot. */
async function keepTyped() {
  clearTimeout(timer)
  timer = undefined
  if (isBusy) return true
  writeUnder(form.elements.key.value)
  return keep(draftNow('typing')).then(
    () => true,
    () => false,
  )
}

async function restore(key) {
  const draft = await read(key)
  if (!draft || draft.mark !== mark) return
  // A draft is not sent while it is open; leaving the page stores it as unfinished.
  await keep({ ...draft, state: 'typing' })
  empty(key)
  ask(draft.asked ?? [])
  const given = new Map()
  for (const [name, value] of draft.fields) given.set(name, [...(given.get(name) ?? []), value])
  const resident = given.get('resident')?.[0]
  if (resident && !form.querySelector(`[name="resident"][value="${CSS.escape(resident)}"]`)) {
    const input = element('input', { type: 'radio', name: 'resident', value: resident })
    const label = element('span', {}, element('b', { textContent: draft.thing.split(' · ')[0] }))
    document.getElementById('found')?.prepend(element('label', {}, input, element('span', {}, label)))
    form.querySelector('#resident').closest('label').hidden = false
  }
  for (const input of form.elements) {
    const values = given.get(input.name)
    if (!input.name || idle.includes(input.name) || input.type === 'hidden') continue
    if (input.type === 'radio' || input.type === 'checkbox') input.checked = values?.includes(input.value) ?? false
    else if (values) input.value = values[0]
    if (values?.[0] && input.checked !== false) input.closest('details')?.setAttribute('open', '')
  }
  const who = form.querySelector('[name="resident"]:checked')
  if (who) choose({ target: who })
  askWhetherListed()
  isUnseen = draft.unseen ?? false
  await showKept()
  form.scrollIntoView()
  const wrong = (draft.faults ?? []).filter(([name, sentence]) => sayAt(form, name, sentence))
  // Said to be on the list and not found there: then the answer is open again, and what is missing can be filled in.
  const isMissing = wrong.some(([name]) => form.querySelector(`.not-listed [id="${name}"]`))
  if (isMissing) for (const answer of form.querySelectorAll('[name="listed"][value="yes"]')) answer.checked = false
  if (wrong.length) goTo(form, wrong[0][0])
}

// Sending

async function submit(event) {
  const looksUp = ['find', 'check'].includes(event.submitter?.name)
  if (looksUp && !window.htmx) return
  if (event.submitter?.hasAttribute('formaction')) return sendElsewhere(event)
  event.preventDefault()
  if (isBusy || looksUp) return
  if (!mark) return refuseHere(words.noPerson)
  clearTimeout(timer)
  timer = undefined
  busy(true)
  const isAlone = isUnheard()
  isUnseen ||= isAlone
  // With a signal the server says at each field what is missing.
  unsay(form)
  const gaps = isAlone ? missing().filter((name) => sayAt(form, name, words.missing[name])) : []
  if (gaps.length) {
    busy(false)
    return goTo(form, gaps[0])
  }
  const draft = draftNow('waiting', event.submitter)
  try {
    await keep(draft)
  } catch {
    tell(words.noStore)
    busy(false)
    return navigator.onLine ? form.submit() : showKept()
  }
  const answer = navigator.onLine ? await send(draft) : { state: 'kept' }
  if (answer.state === 'sent') {
    await drop(draft.key)
    return location.assign(answer.to)
  }
  busy(false)
  if (answer.state === 'refused') {
    await keep({ ...draft, state: 'typing' })
    showAnswer(answer.page)
    // If the key was used up, the form continues with another, and so does the draft.
    if (form.elements.key.value !== draft.key) await drop(draft.key)
    return
  }
  tell(answer.state === 'login' ? loginLine() : words.kept)
  startAfresh()
}

/** Whether a field is empty without which the server could not know who or what is meant. */
function missing() {
  const { name, place, building, door, gridId, words } = form.elements
  const picked = (group) => form.querySelector(`[name="${group}"]:checked`)?.value
  const isNew = picked('resident') === 'new'
  const isUnlisted = isNew && picked('listed') === 'no'
  return Object.entries({
    resident: !picked('resident'),
    listed: isNew && !picked('listed'),
    name: isNew && !name.value.trim(),
    building: isNew && !(place.value + building.value + door.value).trim(),
    // A phone that has never shown the full form knows no grids; then the server goes by the building.
    gridId: isUnlisted && gridId.options.length > 1 && gridId.value === '',
    ageBand: isUnlisted && !picked('ageBand'),
    agreed: isUnlisted && !form.querySelector('[name="agreed"][value="kept"]:checked'),
    item: !picked('item'),
    words: picked('item') === 'other' && !words.value.trim(),
  }).flatMap(([field, isGap]) => (isGap ? field : []))
}

/** The request was answered at once: another page records that, and the unfinished draft is no longer needed. */
function sendElsewhere(event) {
  if (isBusy || !navigator.onLine) return event.preventDefault()
  clearTimeout(timer)
  timer = undefined
  isBusy = true
  drop(form.elements.key.value).catch(() => undefined)
}

async function refuseHere(sentence) {
  tell(sentence)
  await showKept()
  box.scrollIntoView()
}

function busy(is) {
  isBusy = is
  form.classList.toggle('busy', is)
  form.setAttribute('aria-busy', String(is))
}

/**
 * The browser's history entry remembers the key, so that going back finds this draft and no other. htmx overwrites the
 * entry at its first swap, so it is written again whenever the draft is stored.
 */
function writeUnder(key) {
  form.elements.key.value = key
  history.replaceState({ ...history.state, doorstep: key }, '')
}

/** Questions of the server's answer, such as why so many, above the button that sends the form. */
function ask(questions) {
  for (const question of questions) {
    const asked = new DOMParser().parseFromString(question, 'text/html').querySelector('[data-asked]')
    if (asked) form.querySelector('[data-send]').before(document.adoptNode(asked))
  }
}

function empty(key) {
  for (const asked of form.querySelectorAll('[data-asked]')) asked.remove()
  chosen = null
  isUnseen = false
  unsay(form)
  form.reset()
  fillIn()
  askWhetherListed()
  writeUnder(key)
}

async function startAfresh() {
  empty(newKey())
  await showKept()
  box.scrollIntoView()
}

/** After going back: shows the unfinished draft of this entry's key or, if it was sent, an empty form. */
async function comeBack() {
  busy(false)
  const key = history.state?.doorstep
  empty(newKey())
  const draft = key && (await read(key).catch(() => null))
  if (draft?.state === 'typing') await restore(key)
  else await showKept()
}

/** Shows the server's own page, with its sentence at the field and everything as typed. */
function showAnswer(page) {
  const answer = new DOMParser().parseFromString(page, 'text/html')
  const fresh = answer.querySelector('form[data-doorstep]')
  for (const gone of document.querySelectorAll('#errors')) gone.remove()
  const errors = answer.getElementById('errors')
  if (errors) form.before(document.adoptNode(errors))
  if (fresh) {
    form.replaceWith(document.adoptNode(fresh))
    form = document.querySelector('form[data-doorstep]')
    window.htmx?.process(form)
    attach()
  }
  showKept()
  const summary = document.getElementById('errors') ?? document.getElementById('main')
  summary.focus()
  summary.scrollIntoView()
}

function step(event) {
  const by = Number(event.target.closest('[data-step]')?.dataset.step)
  if (!by) return
  const field = form.elements.quantity
  field.value = Math.min(99, Math.max(1, (Number.parseInt(field.value, 10) || 1) + by))
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

// The list of residents changes while the user types; the chosen one stays in it and stays chosen.
let chosen = null
function choose({ target }) {
  if (target.name === 'resident') chosen = target.value === 'new' ? null : target.closest('label')
}
function keepChosen() {
  const input = chosen?.querySelector('input')
  if (!input) return
  const listed = form.querySelector(`[name="resident"][value="${CSS.escape(input.value)}"]`)
  if (!listed) document.getElementById('found').prepend(chosen)
  const row = listed ?? input
  row.checked = true
  chosen = row.closest('label')
}

/** If no one can be looked up, what was found before stays and is called so. What was typed is matched when it is sent. */
function noList({ target, type, detail }) {
  if (target.name !== 'q' || (type === 'htmx:response:error' && detail.ctx.response.status < 500)) return
  const found = document.getElementById('found')
  for (const line of found.querySelectorAll('.hint')) line.remove()
  const isEmpty = !found.querySelector('input')
  found.append(element('p', { className: 'hint', textContent: isEmpty ? words.noList : words.oldList }))
  if (isEmpty && !chosen) form.querySelector('#resident').click()
  askWhetherListed()
}

/** No signal, or the stored page, on which no one can be looked up. */
const isUnheard = () => !navigator.onLine || !form.dataset.doorstep

/** Whether the person is on the list is only asked while it cannot be looked up, or where it has been answered. */
function askWhetherListed() {
  const question = document.getElementById('unseen')
  if (question) question.hidden = !isUnheard() && !question.querySelector(':checked')
}

/** The stored page does not know its reader's grids; the phone remembers them from the full form. */
function fillIn() {
  const { gridId } = form.elements
  if (!gridId) return
  const options = [...gridId.options].map(({ value, text }) => [value, text])
  if (form.dataset.doorstep) return rememberGrids({ query: new URL(form.action).search, options })
  const known = gridsHere()
  gridId.closest('.field').hidden = !known
  if (known) {
    gridId.replaceChildren(...known.options.map(([value, text]) => new Option(text, value)))
    // A person with one grid does not have to choose it.
    if (known.options.length === 2) gridId.selectedIndex = 1
    form.action = `/wishes/new${known.query}`
  }
}

function attach() {
  for (const button of form.querySelectorAll('[data-step]')) button.hidden = false
  // The list follows the typing, so its button is only for browsers without scripts.
  for (const name of ['find', 'check']) if (window.htmx && form.elements[name]) form.elements[name].hidden = true
  form.noValidate = true
  fillIn()
  askWhetherListed()
  form.addEventListener('input', typed)
  form.addEventListener('change', typed)
  form.addEventListener('submit', submit)
  form.addEventListener('click', step)
  form.addEventListener('change', choose)
  for (const failed of ['htmx:error', 'htmx:response:error']) form.addEventListener(failed, noList)
  const found = document.getElementById('found')
  if (found) new MutationObserver(keepChosen).observe(found, { childList: true })
}

// The stored page for use without a signal, once there is a signal again.
const lead = document.getElementById('no-signal')
const noSignal = lead?.textContent
function signalled() {
  const link = element('a', { href: '/wishes/new', textContent: words.toForm })
  link.addEventListener('click', async (event) => {
    event.preventDefault()
    // Leaving before the draft is written would lose what was typed last.
    if (!(await keepTyped())) return refuseHere(words.noStore)
    // The history entry contains the key, with which the full form opens the draft.
    history.replaceState(history.state, '', '/wishes/new')
    location.reload()
  })
  lead.replaceChildren(...(navigator.onLine ? [words.online, ' ', link] : [noSignal]))
}
if (lead) for (const change of ['online', 'offline']) addEventListener(change, signalled)

if (form) for (const change of ['online', 'offline']) addEventListener(change, askWhetherListed)

addEventListener('pagehide', () => timer && keepTyped())
if (form) {
  Object.assign(here, { key: () => form.elements.key.value, isBusy: () => isBusy, open: restore })
  attach()
  const wanted = /draft=([0-9a-f]{24})/.exec(location.hash)?.[1]
  if (history.state?.doorstep) comeBack()
  else {
    writeUnder(form.elements.key.value || newKey())
    if (wanted) restore(wanted)
  }
  addEventListener('pageshow', ({ persisted }) => persisted && comeBack())
}
