// Opens pages without a signal: the posting form, which contains no names; a volunteer's own pages as
// snapshots.js stored them, until their term ends; and otherwise a page that says there is no signal. Everything else works without
// this worker.
importScripts('/snapshots-shown.js')

const cacheName = 'doorstep-7'
const blank = '/wishes/blank'
const plain = '/offline'
const parts = [
  '/app.css',
  '/doorstep.js',
  '/outbox-list.js',
  '/outbox.js',
  '/outbox-steps.js',
  '/mend.js',
  '/sign-out.js',
  '/snapshots.js',
  '/offline.js',
  '/busy.js',
  '/swapped.js',
  '/shrink-photo.js',
  '/read-aloud.js',
  '/copy-text.js',
  '/htmx.min.js',
  '/icon.svg',
]
const patience = 6000
/** Addresses that people bookmark: without a signal they lead people who post to the form. */
const doors = /^\/(desk)?$|^\/c\/[^/]+$/
/** Stored when the posting form is opened on this phone, so that the addresses above lead to it. */
const poster = '/poster'

const load = () => caches.open(cacheName).then((cache) => cache.addAll([blank, plain, ...parts]))

async function forgetOlder() {
  for (const name of await caches.keys())
    if (name.startsWith('doorstep-') && name !== cacheName) await caches.delete(name)
}

self.addEventListener('install', (event) => event.waitUntil(load().then(() => self.skipWaiting())))
self.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([forgetOlder(), tidySnapshots()]).then(() => self.clients.claim())),
)

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (origin !== location.origin) return
  if (request.method === 'POST' && pathname === '/logout') return event.waitUntil(caches.delete(snapshots))
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') event.respondWith(pageOf(event, pathname))
  else if (parts.includes(pathname)) event.respondWith(partOf(request, pathname))
})

/**
 * The requested page if the network answers, in time where the phone has something to show instead; otherwise that.
 */
async function pageOf(event, pathname) {
  const hasSnapshot = (await snapshotOf(pathname)) !== null
  try {
    const isShort = hasSnapshot || pathname === '/wishes/new'
    const answer = await fetch(event.request, isShort ? { signal: AbortSignal.timeout?.(patience) } : {})
    event.waitUntil(forgetOtherReaders(answer))
    return answer
  } catch {
    return (await snapshotOf(pathname)) ?? (await caches.match(await shellFor(pathname))) ?? Response.error()
  }
}

async function shellFor(pathname) {
  if (pathname === '/wishes/new') return blank
  if (!doors.test(pathname) || (await snapshotOf('/mine'))) return plain
  return (await caches.match(poster)) ? blank : plain
}

/** From the network if there is a signal, otherwise from the cache. */
async function partOf(request, pathname) {
  try {
    const answer = await fetch(request)
    if (answer.ok) {
      const cache = await caches.open(cacheName)
      await cache.put(pathname, answer.clone())
      if (pathname === '/doorstep.js') {
        await cache.add(blank)
        await cache.put(poster, new Response(''))
      }
    }
    return answer
  } catch {
    return (await caches.match(pathname)) ?? Response.error()
  }
}

// The snapshots of a volunteer's own pages

const snapshots = 'snapshots'

/** The page as it was shown, without what has ended; null if there is none. */
async function snapshotOf(pathname) {
  await tidySnapshots()
  const found = await (await caches.open(snapshots)).match(pathname)
  if (!found) return null
  // A page made by a worker has no headers of its own; those of the plain page include the content security policy.
  const { headers } = (await caches.match(plain)) ?? new Response()
  return new Response(pageOfSnapshot(await found.json()), { headers })
}

/** Deletes what has ended before anything is shown, also where the phone has had no signal since. */
async function tidySnapshots() {
  const cache = await caches.open(snapshots)
  for (const request of await cache.keys()) {
    const snapshot = await (await cache.match(request)).json()
    const left = withoutEnded(snapshot, Date.now())
    if (!left) await cache.delete(request)
    else if (left.pieces.some(({ html }, n) => html !== snapshot.pieces[n].html))
      await cache.put(request, new Response(JSON.stringify(left)))
  }
}

/** Each page says for whom it was made. Snapshots made for another person, or before a sign-out, are deleted. */
async function forgetOtherReaders(answer) {
  const reader = answer.ok && answer.headers.get('x-reader')
  if (!reader) return
  const cache = await caches.open(snapshots)
  for (const request of await cache.keys()) {
    const { mark } = await (await cache.match(request)).json()
    if (mark !== reader) await cache.delete(request)
  }
}
