import { Hono } from 'hono'
import { communityRulesOf } from '#actions/community/community-rules.ts'
import { bookAtCounter } from '#actions/counter/book-time.ts'
import { followKey } from '#auth/follow-key.ts'
import { newId } from '#auth/hashing.ts'
import type { Community } from '#db/community/area-rows.ts'
import { bookingByCode } from '#db/counter/booking-rows.ts'
import { type Matter, matterById, mattersOf } from '#db/counter/matter-rows.ts'
import { bookingWays } from '#domain/counter/booking.ts'
import { bookingOpens, minutesOfHour } from '#domain/counter/counter-days.ts'
import { clockOf } from '#domain/counter/counter-slots.ts'
import { type Actor, anyone } from '#domain/people/actor.ts'
import { lineOf } from '#domain/reading/checked.ts'
import { readPhone } from '#domain/reading/phones.ts'
import { midnight } from '#domain/time/workdays.ts'
import { theCommunity } from '#http/address-loaders.ts'
import type { C, Env } from '#http/context.ts'
import { keyOf, one } from '#http/form/fields.ts'
import { cutSentences, readForm } from '#http/form/read-form.ts'
import { anyoneMay, staffHere } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { BookPage, type BookTyped } from '#views/counter/book-page.tsx'
import { BookedPage } from '#views/counter/booked-page.tsx'
import { CounterPage } from '#views/counter/counter-page.tsx'
import { offeredDays, readTime } from './offered-days.ts'

export const counterBooking = new Hono<Env>()

const matterId = ':matter{[0-9a-f]{24}}'

counterBooking.get('/c/:slug/counter', anyoneMay, theCommunity, (c) => showMatters(c, c.get('community'), false))

counterBooking.get(`/c/:slug/counter/${matterId}`, anyoneMay, theCommunity, (c) =>
  showForm(c, { community: c.get('community'), isStaff: false }, newId(), {}),
)
counterBooking.post(`/c/:slug/counter/${matterId}`, anyoneMay, theCommunity, (c) =>
  book(c, { community: c.get('community'), isStaff: false }),
)

counterBooking.get('/counter/new', staffHere, (c) => showMatters(c, c.get('place').community, true))
counterBooking.get(`/counter/new/${matterId}`, staffHere, (c) =>
  showForm(c, { community: c.get('place').community, isStaff: true }, newId(), {}),
)
counterBooking.post(`/counter/new/${matterId}`, staffHere, (c) =>
  book(c, { community: c.get('place').community, isStaff: true }, c.get('person')),
)

type Here = { readonly community: Community; readonly isStaff: boolean }

async function showMatters(c: C, community: Community, isStaff: boolean) {
  const services = c.get('services')
  const { rules } = await communityRulesOf(services, community.id)
  const here = pageOf(c, community)
  const hours = {
    from: clockOf(minutesOfHour(rules.counterFrom)),
    until: clockOf(minutesOfHour(rules.counterUntil)),
  }
  const body = (
    <CounterPage
      page={here}
      community={community}
      matters={await mattersOf(services.store.db, community.id)}
      hours={rules.counterDesks ? hours : null}
      isStaff={isStaff}
    />
  )
  return show(c, here, here.text.counter.title, body)
}

/** Name, number and a time; a booking is for tomorrow at the earliest, and from the web only in the hours of the rules. */
async function book(c: C, place: Here, by: Actor = anyone): Promise<Response> {
  const { community, isStaff } = place
  const services = c.get('services')
  const matter = await matterAt(c, community)
  if (!matter) return page.notFound(c)
  const form = await readForm(c)
  const key = keyOf(form)
  const names = ['time', 'name', 'phone', 'note', 'hasRead', 'way'] as const
  const typed: BookTyped = Object.fromEntries(names.map((name) => [name, one(form, name)]))
  const { counter, faults } = c.get('text')
  const time = readTime(typed.time ?? '')
  const name = lineOf(typed.name ?? '').slice(0, 20)
  const phone = readPhone(typed.phone ?? '')
  const way = isStaff ? bookingWays.find((one) => one === typed.way && one !== 'web') : 'web'
  const wrong: Readonly<Record<string, string | undefined | false>> = {
    way: !way && counter.act.choose,
    time: !time && counter.form.choose,
    name: !name && faults.required,
    phone: !phone && (phone === null ? faults.phone : faults.required),
    hasRead: typed.hasRead !== 'yes' && counter.form.read,
  }
  const errors = {
    ...Object.fromEntries(Object.entries(wrong).filter((entry): entry is [string, string] => Boolean(entry[1]))),
    ...cutSentences(c, typed),
  }
  if (!time || !way || !phone || Object.keys(errors).length) return showForm(c, place, key, typed, { errors })
  if (!isStaff && (await notNow(c, community))) return showForm(c, place, key, typed, { status: 409 })
  const words = { name, phone, note: lineOf(typed.note ?? '').slice(0, 100) }
  const booked = await bookAtCounter(services, community.id, key, { matter, ...time, way, words }, by)
  if (!booked.ok) {
    const isReused = booked.why === 'key-reused'
    const sentence = isReused ? c.get('text').people.keyReused : counter.refusal[booked.refusal.why]
    return showForm(c, place, isReused ? booked.freshKey : key, typed, { sentence, status: 409 })
  }
  const { id, code } = booked.answer
  const booking = await bookingByCode(services.store.db, code)
  if (!booking) return page.notFound(c)
  c.header('cache-control', 'private, no-store')
  const here = pageOf(c, community)
  const body = (
    <BookedPage
      page={here}
      community={community}
      booking={booking}
      title={matter.title}
      documents={matter.documents}
      bookingKey={followKey(services.config.secret, id)}
      isStaff={isStaff}
    />
  )
  return show(c, here, counter.booked.title, body)
}

const matterAt = (c: C, community: Community): Promise<Matter | null> =>
  matterById(c.get('services').store.db, community.id, c.req.param('matter') ?? '')

/** Why the page takes no bookings now; null if it does. */
async function notNow(c: C, community: Community): Promise<string | null> {
  const { now, rules, calendar } = await communityRulesOf(c.get('services'), community.id)
  const { counter, time } = c.get('text')
  if (!rules.counterDesks) return counter.none
  const closed = bookingOpens(calendar, now, rules)
  if (!closed) return null
  const hours = [rules.counterBookFrom, rules.counterBookUntil].map((one) => clockOf(minutesOfHour(one)))
  return counter.bookingClosed(
    time.deadline(midnight(closed.opensOn, community.zone), community.zone),
    ...([hours[0] ?? '', hours[1] ?? ''] as const),
  )
}

type Shown = {
  readonly errors?: Readonly<Record<string, string>>
  readonly sentence?: string
  readonly status?: 409
}

async function showForm(
  c: C,
  { community, isStaff }: Here,
  key: string,
  typed: BookTyped,
  { errors = {}, sentence, status }: Shown = {},
): Promise<Response> {
  const matter = await matterAt(c, community)
  if (!matter) return page.notFound(c)
  const here = pageOf(c, community)
  const body = (
    <BookPage
      page={here}
      community={community}
      matter={matter}
      days={await offeredDays(c, community.id, matter.length)}
      action={isStaff ? `/counter/new/${matter.id}?c=${community.slug}` : `/c/${community.slug}/counter/${matter.id}`}
      keyOfForm={key}
      typed={typed}
      errors={errors}
      sentence={sentence ?? null}
      ways={isStaff ? bookingWays.filter((way) => way !== 'web') : null}
      notNow={isStaff ? null : await notNow(c, community)}
    />
  )
  return show(
    c,
    here,
    here.text.counter.form.title(matter.title),
    body,
    status ?? (Object.keys(errors).length ? 422 : 200),
  )
}
