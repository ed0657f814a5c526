// The outbox: wishes typed at a door, saved on this phone until they have been sent. Each draft belongs to the person who
// typed it (`mark`) and carries the key of its form, so that the server makes one wish of it however often it arrives.
// No list of residents is saved, only what was typed.

const name = 'micro-wish'
let opened

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore('drafts', { keyPath: 'key' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opened
}

/** Resolves when the phone has written it down, not before. */
async function store(mode, act) {
  const db = await open()
  return new Promise((resolve, reject) => {
    const transaction = db.transaction('drafts', mode)
    const request = act(transaction.objectStore('drafts'))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error)
  })
}

/** @typedef {{ key: string, mark: string, fields: [string, string][], thing: string, at: number, unseen?: boolean,
 *   state: 'typing' | 'waiting' | 'refused', said?: string, faults?: [string, string][] }} Draft */

export const keep = (draft) => store('readwrite', (drafts) => drafts.put(draft))
export const drop = (key) => store('readwrite', (drafts) => drafts.delete(key))
export const read = (key) => store('readonly', (drafts) => drafts.get(key))

/** One person's drafts, the oldest first. */
export async function draftsOf(mark) {
  const all = await store('readonly', (drafts) => drafts.getAll())
  return all.filter((draft) => draft.mark === mark).sort((a, b) => a.at - b.at)
}

// The page that opens without signal does not know who is signed in; the phone remembers the mark, never a name.
const remembered = 'doorstep'
export const remember = (mark) => stored((storage) => storage.setItem(remembered, mark))
export const whoIsHere = () => stored((storage) => storage.getItem(remembered)) ?? ''
export const forget = () => stored((storage) => storage.removeItem(remembered))
// So is the community's number: it is public, and has to be there in the stairwell.
const number = 'community-phone'
export const rememberPhone = (phone) => stored((storage) => storage.setItem(number, phone))
export const communityPhone = () => stored((storage) => storage.getItem(number))

function stored(act) {
  try {
    return act(localStorage)
  } catch {
    return null
  }
}

const patience = 15_000

/** Sends one draft. `sent` with the wish's address; `kept` where nothing answered; `stumbled`; `login`; or `refused` with the page. */
export async function send({ key, mark, fields, unseen, at }) {
  const body = new URLSearchParams(
    fields.filter(([field]) => !['key', 'mark', 'unseen', 'typedAt', 'query'].includes(field)),
  )
  body.set('key', key)
  body.set('mark', mark)
  body.set('typedAt', String(Math.floor(at / 1000)))
  if (unseen) body.set('unseen', '1')
  // Which community the form is for; nothing that was typed goes into an address. Drafts of before called it `place`.
  const isQuery = ([field, value]) => field === 'query' || (field === 'place' && value.startsWith('?'))
  const query = fields.find(isQuery)?.[1] ?? ''
  if (body.get('place')?.startsWith('?')) body.delete('place')
  try {
    const answer = await fetch(`/wishes/new${query}`, {
      method: 'POST',
      body,
      headers: { 'x-from-phone': '1' },
      signal: AbortSignal.timeout?.(patience),
    })
    if (answer.status === 201) return { state: 'sent', to: (await answer.json()).to }
    if (answer.redirected || answer.status === 401) return { state: 'login' }
    // A server that stumbles is no answer: it is asked again later.
    if (answer.status >= 500) return { state: 'stumbled' }
    return { state: 'refused', page: await answer.text() }
  } catch {
    return { state: 'kept' }
  }
}
