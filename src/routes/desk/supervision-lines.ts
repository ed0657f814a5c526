import { runningCounts } from '#db/supervision/card-rows.ts'
import { type InquiryLine, inquiriesForDesk, inquiryCounts } from '#db/supervision/inquiry-rows.ts'
import { areasOf } from '#domain/people/actor.ts'
import type { CWith } from '#http/context.ts'
import { monthAsked } from '#routes/supervision/supervised-scope.ts'
import type { DoorLine } from '#views/desk/desk-page.tsx'

/** What supervisors ask the communities of which the reader is secretary. */
export const inquiriesOnDesk = (c: CWith<'person'>): Promise<readonly InquiryLine[]> =>
  inquiriesForDesk(c.get('services').store.db, areasOf(c.get('person'), 'secretary'))

/** For a supervisor: how many cards run, and how many answers wait. */
export async function supervisionOnDesk(c: CWith<'person'>): Promise<readonly DoorLine[]> {
  const ids = c.get('person').supervises ?? []
  const month = monthAsked(c, undefined)
  if (!ids.length || !month) return []
  const { store, now } = c.get('services')
  const { supervision } = c.get('text')
  const running = (await runningCounts(store.db, ids, now())).reduce((sum, { count }) => sum + count, 0)
  const asked = [...(await inquiryCounts(store.db, ids, month)).values()]
  const answered = asked.reduce((sum, counts) => sum + counts.answered, 0)
  return [
    ...(answered ? [{ href: '/supervision/inquiries?set=answered', words: supervision.inquiry.onDesk(answered) }] : []),
    ...(running ? [{ href: '/supervision', words: supervision.onDesk(running) }] : []),
  ]
}
