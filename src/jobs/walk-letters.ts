import { moveLetter } from '#actions/letters/move-letter.ts'
import { dueLetters } from '#db/letters/letter-rows.ts'
import { clock } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'

const atOnce = 100

/**
 * Reminds once of each letter that is overdue, and closes answered ones whose writer has not reacted. Finite and safe to
 * repeat: each step is an event whose key is the lock.
 */
export async function walkLetters(services: Services): Promise<number> {
  let made = 0
  for (const { letter } of await dueLetters(services.store.db, services.now(), atOnce)) {
    const act = letter.state === 'answered' ? 'close' : 'remind'
    const moved = await moveLetter(services, clock, { code: letter.code, order: { act }, seen: letter.seq })
    if (moved?.ok && !moved.isAgain) made++
  }
  return made
}
