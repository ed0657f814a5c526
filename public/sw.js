// Opens the posting form without a signal. The only page in the cache contains no names; anything about a person is
// private and never stored here. Everything else works without this worker.
const cacheName = 'doorstep-6'
const shell = '/wishes/blank'
const parts = [
  '/app.css',
  '/doorstep.js',
  '/outbox-list.js',
  '/outbox.js',
  '/mend.js',
  '/sign-out.js',
  '/htmx.min.js',
  '/icon.svg',
]
const patience = 6000
/** Addresses that people bookmark: without a signal they lead to the form instead of the browser's error page. */
const doors = /^\/(desk)?$|^\/c\/[^/]+$/

const take = () => caches.open(cacheName).then((cache) => cache.addAll([shell, ...parts]))

async function forgetOlder() {
  for (const name of await caches.keys()) if (name !== cacheName) await caches.delete(name)
}

self.addEventListener('install', (event) => event.waitUntil(take().then(() => self.skipWaiting())))
self.addEventListener('activate', (event) => event.waitUntil(forgetOlder().then(() => self.clients.claim())))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && pathname === '/wishes/new') event.respondWith(formOf(request, patience))
  else if (request.mode === 'navigate' && doors.test(pathname)) event.respondWith(formOf(request))
  else if (parts.includes(pathname)) event.respondWith(partOf(request, pathname))
})

/** The requested page if the network answers (in time, where only the form is wanted), otherwise the blank form. */
async function formOf(request, wait) {
  try {
    return await fetch(request, wait ? { signal: AbortSignal.timeout?.(wait) } : {})
  } catch {
    return (await caches.match(shell)) ?? Response.error()
  }
}

/** From the network if there is a signal, otherwise from the cache. */
async function partOf(request, pathname) {
  try {
    const answer = await fetch(request)
    if (answer.ok) {
      const cache = await caches.open(cacheName)
      await cache.put(pathname, answer.clone())
      if (pathname === '/doorstep.js') await cache.add(shell)
    }
    return answer
  } catch {
    return (await caches.match(pathname)) ?? Response.error()
  }
}
