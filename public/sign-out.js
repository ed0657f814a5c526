// On the page that asks before signing out: how many forms this phone still stores and has not sent.
import { draftsOf, forget, whoIsHere } from './outbox.js'

const line = document.getElementById('unsent')
const mark = whoIsHere()
const unsent = mark ? await draftsOf(mark).catch(() => []) : []
if (unsent.length) line.textContent = line.dataset.words.replace('{n}', unsent.length)

document.getElementById('sign-out').addEventListener('submit', () => forget())
