import { waitingLetters } from '#db/letters/letter-rows.ts'
import type { CWith } from '#http/context.ts'
import { letterViewOf } from '#routes/letters/whose-letters.ts'
import type { DoorLine } from '#views/desk/desk-page.tsx'

/** How many letters wait for the reader, and how many writers they have to call. */
export async function lettersOnDesk(c: CWith<'person'>): Promise<readonly DoorLine[]> {
  const { store, now } = c.get('services')
  const { desk } = c.get('text').letters
  const { waiting, toCall } = await waitingLetters(store.db, await letterViewOf(c, c.get('person')), now())
  return [
    ...(waiting ? [{ href: '/letters', words: desk.onDesk(waiting) }] : []),
    ...(toCall ? [{ href: '/letters?list=toCall', words: desk.callsOnDesk(toCall) }] : []),
  ]
}
