// Stores a volunteer's own pages so that sw.js can show them without a signal: what was on the screen, with its time, until
// the contact's term ends. Where there is no service worker, nothing is stored. The server's page says in `data-left` for
// how many seconds each piece may be shown; a page without the sign `seen-at` must not be stored.

const name = 'snapshots'
const minePath = '/mine'
const canStore = 'serviceWorker' in navigator && 'caches' in globalThis
const shown = document.getElementById('shown')

const isWish = (path) => /^\/wishes\/[0-9-]+$/.test(path)
const put = async (path, snapshot) => (await caches.open(name)).put(path, new Response(JSON.stringify(snapshot)))
const take = async (path) => (await (await caches.open(name)).match(path))?.json()

/** What is on the screen now, with every piece that has a term taken out of its frame. */
function snapshotOf(sign) {
  const now = Date.now()
  const words = JSON.parse(sign.dataset.words)
  const page = document.documentElement.cloneNode(true)
  page.querySelector('#seen-at').replaceWith(banner(sign, words, now))
  // What is not needed at a door: messages, thanks, and the telephone numbers of other volunteers.
  for (const part of page.querySelectorAll('[data-unstored]')) part.remove()
  // The pages contain words that people typed, so what marks a piece cannot be guessed.
  const gap = `piece ${crypto.randomUUID()}`
  const pieces = [...page.querySelectorAll('[data-left]')].map((piece) => {
    const found = { code: piece.dataset.code, endsAt: now + Number(piece.dataset.left) * 1000, html: piece.outerHTML }
    piece.replaceWith(document.createComment(gap))
    return found
  })
  return {
    mark: sign.dataset.mark,
    at: now,
    endsAt: Math.max(now + Number(sign.dataset.page) * 1000, ...pieces.map(({ endsAt }) => endsAt)),
    frame: `<!doctype html>${page.outerHTML}`.split(`<!--${gap}-->`),
    pieces,
    ended: paragraph(words.ended).outerHTML,
  }
}

function banner({ dataset }, words, now) {
  const box = Object.assign(document.createElement('div'), { className: 'notice yellow', id: 'shown' })
  const when = new Intl.DateTimeFormat(document.documentElement.lang, {
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: dataset.zone,
  }).format(now)
  const title = Object.assign(document.createElement('b'), { textContent: words.seen.replace('{time}', when) })
  const lines = document.createElement('div')
  lines.append(document.createElement('p'), paragraph(words.noSignal))
  lines.firstChild.append(title)
  lines.lastChild.id = 'shown-offline'
  box.append(lines)
  box.dataset.online = words.online
  box.dataset.again = words.again
  return box
}

const paragraph = (textContent) => Object.assign(document.createElement('p'), { textContent })

/** Stores the page that is on the screen, or deletes its snapshot if it is no longer the reader's to see. */
async function sync() {
  const sign = document.getElementById('seen-at')
  if (!sign) return isWish(location.pathname) && forget(location.pathname)
  await navigator.serviceWorker.register('/sw.js')
  await put(location.pathname, snapshotOf(sign))
  if (location.pathname === minePath) await forgetOthers(JSON.parse(sign.dataset.codes))
}

/** Also takes the wish out of the stored list. */
async function forget(path) {
  await (await caches.open(name)).delete(path)
  const mine = await take(minePath)
  if (!mine) return
  const pieces = mine.pieces.map((piece) => (path === `/wishes/${piece.code}` ? { ...piece, html: null } : piece))
  await put(minePath, { ...mine, pieces })
}

/** Claims that have ended since: their wishes are not on the list any more. */
async function forgetOthers(codes) {
  const cache = await caches.open(name)
  for (const { url } of await cache.keys()) {
    const path = new URL(url).pathname
    if (isWish(path) && !codes.some((code) => path === `/wishes/${code}`)) await cache.delete(path)
  }
}

/** On a snapshot: once there is a signal again, a link leads to the page as it is now. */
function signalled() {
  document.getElementById('shown-again')?.remove()
  document.getElementById('shown-offline').hidden = navigator.onLine
  if (!navigator.onLine) return
  const link = Object.assign(document.createElement('a'), { href: location.pathname, textContent: shown.dataset.again })
  const line = paragraph(`${shown.dataset.online} `)
  line.id = 'shown-again'
  line.append(link)
  shown.firstChild.append(line)
}

if (shown) {
  for (const change of ['online', 'offline']) addEventListener(change, signalled)
  // A link leads to one of the page's forms. The server opens it; in the snapshot it is folded.
  for (const fold of document.querySelectorAll(location.hash ? `${location.hash} details` : 'none')) fold.open = true
} else if (canStore) {
  sync().catch(() => undefined)
  document.addEventListener('htmx:after:swap', () => sync().catch(() => undefined))
}
