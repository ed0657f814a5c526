import { eq } from 'drizzle-orm'
import { saltedNote } from '#actions/event-log.ts'
import { supervisorsOf } from '#actions/wishes/circle.ts'
import { holdersOf } from '#db/people/people-rows.ts'
import { events, letters, notes, notifications } from '#db/schema/tables.ts'
import type { Statement } from '#db/store/store.ts'
import type { Letter, LetterEvent } from '#domain/letters/letter.ts'
import type { LetterNotification } from '#domain/notifications.ts'
import type { EventData } from '#domain/wish/wish-events.ts'
import type { Services } from '#src/services.ts'

type Written = { readonly event: LetterEvent; readonly letter: Letter; readonly note: string }

/**
 * The event, which comes first because its key is the lock; the letter's row; what was typed; and who is informed. The words
 * are in a note, so that they can be erased.
 */
export async function letterStatements(
  services: Services,
  { event, letter, note }: Written,
): Promise<readonly Statement[]> {
  const { db } = services.store
  const { stream, seq, at, act, state, side, actorId, communityId } = event
  const written = note ? saltedNote(note) : null
  const hashes = written && { notes: { answer: written.hash } }
  const data: EventData = { ...event.data, state, side, ...hashes }
  const { id, ...row } = letter
  const informed = (await informedOf(services, event, letter)).filter(({ personId }) => personId !== actorId)
  return [
    db.insert(events).values({ stream, seq, action: `letter-${act}`, actorId, at, communityId, data }),
    seq === 1 ? db.insert(letters).values(letter) : db.update(letters).set(row).where(eq(letters.id, id)),
    ...(written ? [db.insert(notes).values({ stream, seq, kind: 'answer', text: note, salt: written.salt })] : []),
    ...informed.map((one) =>
      db.insert(notifications).values({ stream, seq, ...one, wishId: '', aboutId: letter.code, at }),
    ),
  ]
}

type Informed = { readonly personId: string; readonly kind: LetterNotification }

async function informedOf(services: Services, { act, at }: LetterEvent, letter: Letter): Promise<readonly Informed[]> {
  const receivers = async (kind: LetterNotification) => {
    const ids =
      letter.side === 'community'
        ? await holdersOf(services.store.db, 'secretary', letter.communityId, at)
        : await supervisorsOf(services, letter.communityId, at)
    return [...new Set(ids)].map((personId) => ({ personId, kind }))
  }
  if (act === 'write' || act === 'entrust' || act === 'raise') return receivers('letter-new')
  if (act === 'assign') return letter.handlerId ? [{ personId: letter.handlerId, kind: 'letter-yours' }] : []
  if ((act === 'call' || act === 'rate') && letter.state === 'reopened') return receivers('letter-reopened')
  if (act !== 'remind') return []
  const late = await receivers('letter-late')
  const handler = letter.handlerId
  const isAmong = late.some(({ personId }) => personId === handler)
  return handler && !isAmong ? [...late, { personId: handler, kind: 'letter-late' }] : late
}
