// On the page that says there is no signal: links to what this phone can show without one.
import { communityPhone } from './outbox.js'

const link = (path) => document.querySelector(`#without-signal a[href="${path}"]`)
const stored = await caches.open('snapshots')

link('/mine').hidden = !(await stored.match('/mine'))
link('/wishes/new').hidden = !(await caches.match('/poster'))

const phone = communityPhone()
if (phone) document.getElementById('community-phone').href = `tel:${phone}`
addEventListener('online', () => location.reload())
