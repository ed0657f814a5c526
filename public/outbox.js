// The outbox: wishes typed at a door and steps of a visit, stored on this phone until they have been sent. Each draft belongs to the person
// who typed it (`mark`) and contains the key of its form, so that the server makes only one wish of it, however often
// it arrives. No list of residents is stored, only what was typed.

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

/** Resolves only when the phone has written the data. */
async function store(mode, act) {
  const db = await open()
  return new Promise((resolve, reject) => {
    const transaction = db.transaction('drafts', mode)
    const request = act(transaction.objectStore('drafts'))
    // Without this the browser waits for the page before it commits, and drops the draft if the page is being left.
    if (mode === 'readwrite') transaction.commit?.()
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error)
  })
}

/** @typedef {{ key: string, mark: string, fields: [string, string][], thing: string, at: number, unseen?: boolean,
 *   state: 'typing' | 'waiting' | 'refused', said?: string, faults?: [string, string][], asked?: string[],
 *   to?: string }} Draft
 *   `to`: for a step, the address of its form; a field may be a photo.
 *   `asked`: the questions that the server's answer has added to the form, as it wrote them. */

export const keep = (draft) => store('readwrite', (drafts) => drafts.put(draft))
export const drop = (key) => store('readwrite', (drafts) => drafts.delete(key))
export const read = (key) => store('readonly', (drafts) => drafts.get(key))

/** One person's drafts, the oldest first. */
export async function draftsOf(mark) {
  const all = await store('readonly', (drafts) => drafts.getAll())
  return all.filter((draft) => draft.mark === mark).sort((a, b) => a.at - b.at)
}

// The page for use without a signal does not know who is signed in; the phone remembers the mark, never a name.
const remembered = 'doorstep'
export const remember = (mark) => stored((storage) => storage.setItem(remembered, mark))
export const whoIsHere = () => stored((storage) => storage.getItem(remembered)) ?? ''
export const forget = () =>
  stored((storage) => {
    for (const name of [remembered, grids]) storage.removeItem(name)
  })
// The community's number is also stored: it is public, and may be needed where there is no signal.
const number = 'community-phone'
export const rememberPhone = (phone) => stored((storage) => storage.setItem(number, phone))
export const communityPhone = () => stored((storage) => storage.getItem(number))

// The grids of the person who used the full form, as its list had them; their names are public as well.
const grids = 'doorstep-grids'
export const rememberGrids = (known) => stored((storage) => storage.setItem(grids, JSON.stringify(known)))
export const gridsHere = () => JSON.parse(stored((storage) => storage.getItem(grids)) ?? 'null')

function stored(act) {
  try {
    return act(localStorage)
  } catch {
    return null
  }
}

const patience = 15_000

/**
 * Sends one draft. Resolves to `sent` with the wish's address, `kept` if there was no response, `stumbled`, `login`, or
 * `refused` with the page, or with the sentence for a step.
 */
export function send(draft) {
  const { to, key, mark, fields, at } = draft
  if (!to) return sendPosting(draft)
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  body.set('key', key)
  body.set('mark', mark)
  body.set('typedAt', String(Math.floor(at / 1000)))
  return deliver(to, body)
}

function sendPosting({ key, mark, fields, unseen, at }) {
  const body = new URLSearchParams(
    fields.filter(([field]) => !['key', 'mark', 'unseen', 'typedAt', 'query'].includes(field)),
  )
  body.set('key', key)
  body.set('mark', mark)
  body.set('typedAt', String(Math.floor(at / 1000)))
  if (unseen) body.set('unseen', '1')
  // The query names the form's community; nothing that was typed is put into an address. Older drafts call this field
  // `place`.
  const isQuery = ([field, value]) => field === 'query' || (field === 'place' && value.startsWith('?'))
  const query = fields.find(isQuery)?.[1] ?? ''
  if (body.get('place')?.startsWith('?')) body.delete('place')
  return deliver(`/wishes/new${query}`, body)
}

async function deliver(to, body) {
  try {
    const answer = await fetch(to, {
      method: 'POST',
      body,
      headers: { 'x-from-phone': '1' },
      signal: AbortSignal.timeout?.(patience),
    })
    if (answer.status === 201) return { state: 'sent', to: (await answer.json()).to }
    if (answer.redirected || answer.status === 401) return { state: 'login' }
    // A server error is not an answer: the draft is sent again later.
    if (answer.status >= 500) return { state: 'stumbled' }
    if (answer.headers.get('content-type')?.startsWith('application/json'))
      return { state: 'refused', said: (await answer.json()).said }
    return { state: 'refused', page: await answer.text() }
  } catch {
    return { state: 'kept' }
  }
}
