import { communityRulesOf } from '#actions/community/community-rules.ts'
import { type KeyReused, type OnceAnswer, once } from '#actions/once.ts'
import { newId, randomDigits } from '#auth/hashing.ts'
import type { Matter } from '#db/counter/matter-rows.ts'
import { bookingWords } from '#db/schema/tables.ts'
import type { BookingWay, BookingWords } from '#domain/counter/booking.ts'
import { type BookingRefusal, bookTime } from '#domain/counter/decide-booking.ts'
import { type Actor, anyone } from '#domain/people/actor.ts'
import type { Day } from '#domain/time/workdays.ts'
import { wishCode } from '#domain/wish/wish-code.ts'
import type { Services } from '#src/services.ts'
import { bookingStatements } from './booking-statements.ts'
import { freeDesk } from './free-desk.ts'

type Wanted = {
  readonly matter: Matter
  readonly day: Day
  readonly start: number
  readonly way: BookingWay
  readonly words: BookingWords
}
type Booked = { readonly id: string; readonly code: string }
type Refused = { readonly ok: false; readonly why: 'refused'; readonly refusal: BookingRefusal }

/**
 * Books a time, once however often the form is sent. Of many people who want the last one the commit takes one; the others
 * look for another desk at that time and are refused if there is none.
 */
export function bookAtCounter(
  services: Services,
  communityId: string,
  key: string,
  { matter, day, start, way, words }: Wanted,
  by: Actor = anyone,
): Promise<OnceAnswer<Booked> | KeyReused | Refused> {
  const form = { key, action: 'book-counter', body: [communityId, matter.id, day, start, words] }
  return once<Booked, Refused>(services, by, form, async () => {
    const setting = await communityRulesOf(services, communityId)
    const desk = await freeDesk(services, communityId, { day, start, length: matter.length })
    if (desk === null) return { ok: false, why: 'refused', refusal: { why: 'taken' } }
    const [id, code] = [newId(), wishCode(randomDigits(7))]
    const order = { act: 'book', code, matterId: matter.id, length: matter.length, day, start, desk, way } as const
    const verdict = bookTime(id, communityId, order, by, setting)
    if (!verdict.ok) return { ok: false, why: 'refused', refusal: verdict.refusal }
    return {
      ok: true,
      answer: { id, code },
      statements: [
        ...bookingStatements(services.store, { ...verdict, note: '' }),
        services.store.db.insert(bookingWords).values({ bookingId: id, ...words }),
      ],
    }
  })
}
