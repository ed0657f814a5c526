// Before signing out, tells people which of their forms this phone still stores and has not sent.
import { draftsOf, forget, whoIsHere } from './outbox.js'

const form = document.getElementById('sign-out')
const dialog = document.getElementById('unsent')

form.addEventListener('submit', async (event) => {
  if (event.submitter?.dataset.leave) return forget()
  event.preventDefault()
  const mark = whoIsHere()
  const unsent = mark ? await draftsOf(mark).catch(() => []) : []
  if (!unsent.length || !dialog.showModal) {
    forget()
    return form.submit()
  }
  const line = dialog.querySelector('p')
  line.textContent = line.dataset.words.replace('{n}', unsent.length)
  dialog.showModal()
})
dialog.querySelector('[data-stay]').addEventListener('click', () => dialog.close())
