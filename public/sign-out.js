// On the page that asks before signing out: how much this phone still stores and has not sent. Signing out deletes the pages
// that it has stored; the worker does so as well, but may not control this page.
import { draftsOf, forget, whoIsHere } from './outbox.js'

const line = document.getElementById('unsent')
const mark = whoIsHere()
const unsent = mark ? await draftsOf(mark).catch(() => []) : []
if (unsent.length) line.textContent = line.dataset.words.replace('{n}', unsent.length)

document.getElementById('sign-out').addEventListener('submit', () => {
  forget()
  globalThis.caches?.delete('snapshots').catch(() => undefined)
})
