import { freeDesk } from '#actions/counter/free-desk.ts'
import { moveBooking } from '#actions/counter/move-booking.ts'
import { type Community, communityById } from '#db/community/area-rows.ts'
import { rulesToday } from '#db/community/rule-rows.ts'
import { bookingPassages } from '#db/counter/booking-rows.ts'
import { knowledgeById } from '#db/wishes/knowledge-rows.ts'
import type { Booking } from '#domain/counter/booking.ts'
import { type BookingOrder, isTooLate } from '#domain/counter/decide-booking.ts'
import { calendarFile } from '#domain/time/calendar-file.ts'
import { hour, minute } from '#domain/time/durations.ts'
import { addDays, localDay, midnight } from '#domain/time/workdays.ts'
import type { C } from '#http/context.ts'
import { wholeNumber } from '#http/form/fields.ts'
import { MalformedBody } from '#http/form/read-form.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { offeredDays, readTime } from '#routes/counter/offered-days.ts'
import { type BookingDone, FollowBooking } from '#views/counter/follow-booking.tsx'

type Typed = Readonly<Record<string, string>>

/** What the visitor of the counter reads and may press. */
export async function answerVisitor(c: C, booking: Booking, typed: Typed): Promise<Response> {
  const community = await communityById(c.get('services').store.db, booking.communityId)
  if (!community) return page.notFound(c)
  const key = typed.letterKey ?? ''
  if (typed.act === 'calendar') return calendarEntry(c, community, booking)
  if (typed.act === 'move') return move(c, community, booking, typed)
  if (typed.act !== 'cancel') return showBooking(c, community, booking, key)
  if (typed.sure !== 'yes') return showBooking(c, community, booking, key, { isAsking: true })
  return press(c, community, booking, typed, { act: 'cancel' })
}

async function move(c: C, community: Community, booking: Booking, typed: Typed): Promise<Response> {
  const time = readTime(typed.time ?? '')
  const { form, refusal } = c.get('text').counter
  const again = (fault: string, status: 409 | 422) =>
    showBooking(c, community, booking, typed.letterKey ?? '', { fault, status })
  if (!time) return again(form.choose, 422)
  const desk = await freeDesk(c.get('services'), community.id, { ...time, length: booking.length })
  return desk === null ? again(refusal.taken, 409) : press(c, community, booking, typed, { act: 'move', ...time, desk })
}

async function press(c: C, community: Community, booking: Booking, typed: Typed, order: BookingOrder) {
  const seen = wholeNumber(typed.seq)
  if (seen === null) throw new MalformedBody()
  const visitor = { kind: 'visitor', bookingId: booking.id } as const
  const moved = await moveBooking(c.get('services'), visitor, { code: booking.code, order, seen })
  if (!moved) return page.notFound(c)
  const key = typed.letterKey ?? ''
  if (!moved.ok) {
    const sentence = c.get('text').counter.refusal[moved.refusal.why]
    return showBooking(c, community, moved.booking, key, { sentence, status: 409 })
  }
  const done = moved.isAgain ? 'again' : order.act === 'move' ? 'move' : 'cancel'
  return showBooking(c, community, moved.booking, key, { done })
}

type Shown = {
  readonly done?: BookingDone
  readonly sentence?: string
  readonly fault?: string
  readonly isAsking?: boolean
  readonly status?: 200 | 409 | 422
}

async function showBooking(c: C, community: Community, booking: Booking, key: string, shown: Shown = {}) {
  const { store, now } = c.get('services')
  const { rules } = await rulesToday(store.db, community, now())
  const mayChange = booking.state === 'booked' && !isTooLate(booking, localDay(now(), community.zone), rules)
  const entry = await knowledgeById(store.db, booking.matterId)
  const here = pageOf(c, community)
  const { done = null, sentence = null, fault = null, isAsking = false, status = 200 } = shown
  const body = (
    <FollowBooking
      page={here}
      community={community}
      booking={booking}
      title={entry?.title ?? here.text.counter.follow.title}
      documents={entry?.documents ?? ''}
      passages={await bookingPassages(store.db, booking.id)}
      bookingKey={key}
      days={mayChange ? await offeredDays(c, community.id, booking.length) : null}
      done={done}
      sentence={sentence}
      fault={fault}
      isAsking={isAsking}
    />
  )
  return show(c, here, here.text.counter.follow.title, body, status)
}

/** The evening before, local time. */
const alarmHour = 20

/** An entry for a phone's calendar, without a name: other people may see that calendar. */
async function calendarEntry(c: C, community: Community, booking: Booking): Promise<Response> {
  const { store, config, now } = c.get('services')
  const { counter } = c.get('text')
  const entry = await knowledgeById(store.db, booking.matterId)
  const from = new Date(midnight(booking.day, community.zone).getTime() + booking.start * minute)
  const evening = midnight(addDays(booking.day, -1), community.zone).getTime() + alarmHour * hour
  const summary = `${counter.title} · ${entry?.title ?? ''}`
  c.header('content-type', 'text/calendar; charset=utf-8')
  c.header('content-disposition', 'attachment; filename="counter.ics"')
  return c.body(
    calendarFile({
      name: counter.title,
      now: now(),
      entries: [
        {
          uid: `${booking.code}@${new URL(config.publicUrl).host}`,
          sequence: booking.seq,
          from,
          until: new Date(from.getTime() + booking.length * minute),
          summary,
          location: community.name,
          url: `${config.publicUrl}/follow`,
          isCancelled: booking.state === 'cancelled',
          alarm: booking.state === 'cancelled' ? null : { at: new Date(evening), text: summary },
        },
      ],
    }),
  )
}
