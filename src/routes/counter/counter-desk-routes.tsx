import { Hono } from 'hono'
import { freeDesk } from '#actions/counter/free-desk.ts'
import { moveBooking } from '#actions/counter/move-booking.ts'
import { setMatter } from '#actions/counter/set-matters.ts'
import { recordFollowedLooks } from '#actions/follow/followed-looks.ts'
import { type Community, communityById } from '#db/community/area-rows.ts'
import {
  bookedDays,
  bookingByCode,
  bookingPassages,
  bookingsOn,
  counterFigures,
  wordsOfBooking,
} from '#db/counter/booking-rows.ts'
import { mattersOf } from '#db/counter/matter-rows.ts'
import { knowledgeById, knowledgeOf } from '#db/wishes/knowledge-rows.ts'
import type { Booking } from '#domain/counter/booking.ts'
import { slotLengths } from '#domain/counter/counter-slots.ts'
import { type BookingOrder, bookingActsOf } from '#domain/counter/decide-booking.ts'
import { isWorkerIn } from '#domain/people/actor.ts'
import { isDay, localDay, nextMonth } from '#domain/time/workdays.ts'
import { satisfactions } from '#domain/vocabulary.ts'
import { readWishCode } from '#domain/wish/wish-code.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { one, wholeNumber } from '#http/form/fields.ts'
import { cutSentences, MalformedBody, readForm } from '#http/form/read-form.ts'
import { staff, staffHere } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { BookingPage } from '#views/counter/booking-page.tsx'
import { CounterDesk } from '#views/counter/counter-desk.tsx'
import { MattersPage } from '#views/counter/matters-page.tsx'
import { monthName } from '#views/ledger/ledger-spans.ts'
import { offeredDays, readTime } from './offered-days.ts'

export const counterDesk = new Hono<Env>()

counterDesk.get('/counter', staffHere, async (c) => {
  const { community } = c.get('place')
  const { store, now } = c.get('services')
  const today = localDay(now(), community.zone)
  const days = await bookedDays(store.db, community.id, today)
  const asked = c.req.query('day') ?? ''
  const day = isDay(asked) ? asked : (days[0]?.day ?? null)
  const month = today.slice(0, 7)
  const rows = day ? await bookingsOn(store.db, community.id, day) : []
  const shown = rows.map(({ booking }) => booking.id)
  await recordFollowedLooks(c.get('services'), c.get('person'), 'booking', shown)
  const here = pageOf(c, community)
  const body = (
    <CounterDesk
      page={here}
      community={community}
      days={days}
      day={day}
      rows={rows}
      month={monthName(month, here.text)}
      figures={await counterFigures(store.db, community.id, `${month}-01`, `${nextMonth(month)}-01`)}
    />
  )
  return show(c, here, here.text.counter.desk.title, body)
})

counterDesk.get('/counter/matters', staffHere, (c) =>
  showMatters(c, c.get('place').community, c.req.query('done') === '1'),
)

counterDesk.post('/counter/matters', staffHere, async (c) => {
  const { community } = c.get('place')
  const form = await readForm(c)
  const length = slotLengths.find((some) => String(some) === one(form, 'length'))
  const offer = length ? { length, isDoneHere: one(form, 'isDoneHere') === 'yes' } : null
  const isSet = await setMatter(c.get('services'), c.get('person'), one(form, 'matter'), offer)
  return isSet ? c.redirect(`/counter/matters?c=${community.slug}&done=1`, 303) : page.notFound(c)
})

async function showMatters(c: C, community: Community, isSaved: boolean) {
  const { db } = c.get('services').store
  const here = pageOf(c, community)
  const entries = await knowledgeOf(db, { communityId: community.id })
  const matters = await mattersOf(db, community.id)
  const body = <MattersPage page={here} community={community} entries={entries} matters={matters} isSaved={isSaved} />
  return show(c, here, here.text.counter.matters.title, body)
}

counterDesk.get('/counter/:code{[0-9-]+}', staff, async (c) => {
  const booking = await bookingAt(c)
  return booking ? showBooking(c, booking) : page.notFound(c)
})

/** One form for each step, told apart by the button. */
counterDesk.post('/counter/:code{[0-9-]+}', staff, async (c) => {
  const booking = await bookingAt(c)
  if (!booking) return page.notFound(c)
  const form = await readForm(c)
  const typed = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)]))
  const seen = wholeNumber(typed.seq)
  if (seen === null) throw new MalformedBody()
  const cut = cutSentences(c, typed)
  const read = Object.keys(cut).length ? { faults: cut } : await readStep(c, booking, typed)
  if ('faults' in read) {
    const [sentence] = Object.values(cut)
    return showBooking(c, booking, { typed, ...read, ...(sentence ? { sentence } : {}), status: 422 })
  }
  const { code } = booking
  const moved = await moveBooking(c.get('services'), c.get('person'), { code, seen, ...read })
  if (!moved) return page.notFound(c)
  if (moved.ok) return c.redirect(`/counter/${code}?done=1`, 303)
  const { why } = moved.refusal
  const sentence = c.get('text').counter.refusal[why]
  return showBooking(c, moved.booking, { typed, sentence, status: why === 'not-allowed' ? 403 : 409 })
})

async function bookingAt(c: CWith<'person'>): Promise<Booking | null> {
  const code = readWishCode(c.req.param('code') ?? '')
  const booking = code ? await bookingByCode(c.get('services').store.db, code) : null
  return booking && isWorkerIn(c.get('person'), booking.communityId) ? booking : null
}

type Typed = Readonly<Record<string, string>>
type Read = { readonly order: BookingOrder; readonly note?: string } | { readonly faults: Typed }

const plainSteps = ['tell', 'cancel', 'come', 'miss'] as const

async function readStep(c: C, booking: Booking, typed: Typed): Promise<Read> {
  const { act: words, form, refusal } = c.get('text').counter
  const note = (typed.note ?? '').trim().slice(0, 100)
  const plain = plainSteps.find((step) => step === typed.act)
  if (plain) return { order: { act: plain } }
  switch (typed.act) {
    case 'prepare': {
      if (typed.found !== 'complete' && typed.found !== 'lacking') return { faults: { found: words.choose } }
      const isComplete = typed.found === 'complete'
      if (!isComplete && !note) return { faults: { note: words.missing } }
      return { order: { act: 'prepare', isComplete }, note: isComplete ? '' : note }
    }
    case 'move': {
      const time = readTime(typed.time ?? '')
      if (!time) return { faults: { time: form.choose } }
      const desk = await freeDesk(c.get('services'), booking.communityId, { ...time, length: booking.length })
      return desk === null ? { faults: { time: refusal.taken } } : { order: { act: 'move', ...time, desk } }
    }
    case 'finish':
    case 'handIn':
      return { order: { act: typed.act }, note }
    case 'lack':
      return note ? { order: { act: 'lack' }, note } : { faults: { note: words.missing } }
    case 'call': {
      const level = satisfactions.find((some) => some === typed.level) ?? null
      return level || typed.level === 'missed' ? { order: { act: 'call', level } } : { faults: { level: words.choose } }
    }
    default:
      throw new MalformedBody()
  }
}

type Shown = {
  readonly typed?: Typed
  readonly faults?: Typed
  readonly sentence?: string
  readonly status?: 200 | 403 | 409 | 422
}

async function showBooking(
  c: CWith<'person'>,
  booking: Booking,
  { typed = {}, faults = {}, sentence, status = 200 }: Shown = {},
): Promise<Response> {
  const { db } = c.get('services').store
  const community = await communityById(db, booking.communityId)
  if (!community) return page.notFound(c)
  await recordFollowedLooks(c.get('services'), c.get('person'), 'booking', [booking.id])
  const entry = await knowledgeById(db, booking.matterId)
  const here = pageOf(c, community)
  const title = entry?.title ?? here.text.counter.title
  const body = (
    <BookingPage
      page={here}
      community={community}
      booking={booking}
      words={await wordsOfBooking(db, booking.id)}
      title={title}
      documents={entry?.documents ?? ''}
      passages={await bookingPassages(db, booking.id)}
      days={await offeredDays(c, community.id, booking.length)}
      acts={bookingActsOf(c.get('person'), booking)}
      typed={typed}
      faults={faults}
      sentence={sentence ?? null}
      isDone={c.req.query('done') === '1'}
    />
  )
  return show(c, here, title, body, status)
}
