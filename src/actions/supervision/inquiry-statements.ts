import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { supervisorsOf } from '#actions/wishes/circle.ts'
import { sha256 } from '#auth/hashing.ts'
import { holdersOf } from '#db/people/people-rows.ts'
import { events, inquiries, notes, notifications } from '#db/schema/tables.ts'
import type { Statement } from '#db/store/store.ts'
import type { InquiryNotification } from '#domain/notifications.ts'
import type { Inquiry, InquiryEvent } from '#domain/supervision/inquiry.ts'
import type { EventData } from '#domain/wish/wish-events.ts'
import type { Services } from '#src/services.ts'

type Written = { readonly event: InquiryEvent; readonly inquiry: Inquiry; readonly note: string }

/**
 * The event, which comes first because its key is the lock; the inquiry's row; what was typed, as a note that can be erased;
 * and who is informed.
 */
export async function inquiryStatements(
  services: Services,
  { event, inquiry, note }: Written,
): Promise<readonly Statement[]> {
  const { db } = services.store
  const { act, data: about, ...row } = event
  const { stream, seq, at } = event
  const salt = randomBytes(16).toString('hex')
  const data: EventData = note ? { ...about, notes: { words: sha256(salt + note) } } : about
  const { id, ...fields } = inquiry
  const informed = await informedOf(services, event)
  return [
    db.insert(events).values({ ...row, data, action: `inquiry-${act}` }),
    seq === 1 ? db.insert(inquiries).values(inquiry) : db.update(inquiries).set(fields).where(eq(inquiries.id, id)),
    ...(note ? [db.insert(notes).values({ stream, seq, kind: 'words', text: note, salt })] : []),
    ...informed.map((one) => db.insert(notifications).values({ stream, seq, ...one, wishId: '', aboutId: id, at })),
  ]
}

type Informed = { readonly personId: string; readonly kind: InquiryNotification }

async function informedOf(services: Services, event: InquiryEvent): Promise<readonly Informed[]> {
  const { act, communityId, at, actorId } = event
  const isAsked = act === 'ask' || act === 'again'
  if (!isAsked && act !== 'answer') return []
  const kind = isAsked ? 'inquiry-asked' : 'inquiry-answered'
  const ids = isAsked
    ? await holdersOf(services.store.db, 'secretary', communityId, at)
    : await supervisorsOf(services, communityId, at)
  return [...new Set(ids)].filter((id) => id !== actorId).map((personId) => ({ personId, kind }))
}
