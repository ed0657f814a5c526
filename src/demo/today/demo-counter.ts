import { communityRulesOf } from '#actions/community/community-rules.ts'
import { bookAtCounter } from '#actions/counter/book-time.ts'
import { moveBooking } from '#actions/counter/move-booking.ts'
import { setMatter } from '#actions/counter/set-matters.ts'
import { newId } from '#auth/hashing.ts'
import { bookingByCode } from '#db/counter/booking-rows.ts'
import { mattersOf } from '#db/counter/matter-rows.ts'
import { knowledgeOf } from '#db/wishes/knowledge-rows.ts'
import { counterDays } from '#domain/counter/counter-days.ts'
import type { SlotLength } from '#domain/counter/counter-slots.ts'
import { type StarterKey, starters } from '#domain/knowledge.ts'
import type { Stage } from '#src/demo/stage/stage.ts'
import type { Life } from '#src/demo/stage/timeline.ts'
import { startersZh } from '#text/zh/desk/starters-text.ts'

/** What can be done at the sample community's counter on Saturdays. */
const offers: readonly (readonly [StarterKey, SlotLength, isDoneHere: boolean])[] = [
  ['old-age', 20, false],
  ['certificate', 10, true],
  ['card', 15, true],
]

/** Invented people who work during the week, with the minute of the day for which they book. */
const visitors = [
  { name: '陈女士', phone: '19900000081', start: 640, matter: 1 },
  { name: '吐尔逊先生', phone: '19900000082', start: 670, matter: 0 },
  { name: '何女士', phone: '19900000083', start: 720, matter: 2 },
] as const

/** The matters are offered at the beginning of the story; in the last days three people book for the next Saturday. */
export async function* counterToday(stage: Stage, communityId: string): Life {
  const { services, days, staff } = stage
  yield days.at(days.workday(days.length), 16.5)
  for (const [key, length, isDoneHere] of offers) {
    const entries = await knowledgeOf(services.store.db, { communityId, subject: starters[key] })
    const entry = entries.find(({ title }) => title === startersZh[key].title)
    if (entry) await setMatter(services, staff.secretary, entry.id, { length, isDoneHere })
  }
  yield days.at(days.workday(1), 17)
  const { now, rules, calendar } = await communityRulesOf(services, communityId)
  const day = counterDays(calendar, now, rules).find(({ closed }) => !closed)?.day
  const matters = await mattersOf(services.store.db, communityId)
  for (const [index, { name, phone, start, matter: nth }] of visitors.entries()) {
    const matter = matters[nth]
    if (!day || !matter) continue
    const words = { name, phone, note: '' }
    // Staff book for people who telephone, on any day of the week.
    const wanted = { matter, day, start: nearest(start, matter.length), way: 'phone', words } as const
    const booked = await bookAtCounter(services, communityId, newId(), wanted, staff['grid-1'])
    if (!booked.ok) throw new Error(`not booked: ${booked.why}`)
    if (index) continue
    const booking = await bookingByCode(services.store.db, booked.answer.code)
    const order = { act: 'prepare', isComplete: false } as const
    const move = { code: booked.answer.code, order, seen: booking?.seq ?? 0, note: '户口本' }
    await moveBooking(services, staff['grid-1'], move)
  }
}

/** The start of a time of that length: the counter opens at half past ten. */
const nearest = (minute: number, length: number): number => 630 + Math.floor((minute - 630) / length) * length
