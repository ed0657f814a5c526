import { Hono } from 'hono'
import { type Community, communityById } from '#db/community/area-rows.ts'
import { calendarFor } from '#db/community/calendar-rows.ts'
import { rulesToday } from '#db/community/rule-rows.ts'
import { latestPlan } from '#db/matching/outcome-rows.ts'
import { claimantsOf } from '#db/matching/waiting-rows.ts'
import { gridsOfBuildings } from '#db/residents/resident-rows.ts'
import { boardCard } from '#db/wishes/board-rows.ts'
import { candidateRows } from '#db/wishes/candidate-rows.ts'
import { codeShownTo } from '#db/wishes/wish-rows.ts'
import { enteredDoorOf } from '#domain/doors/door.ts'
import { chancesFrom } from '#domain/matching/chance.ts'
import { matcherFor } from '#domain/matching/first-page.ts'
import { isSecretaryOf } from '#domain/people/actor.ts'
import { nameKey } from '#domain/reading/names.ts'
import type { Rules } from '#domain/rules.ts'
import { localMonth } from '#domain/time/workdays.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { staffWish } from '#http/address-loaders.ts'
import type { C, Env } from '#http/context.ts'
import { staff } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { type Candidate, CandidatesPage } from '#views/wishes/staff/candidates-page.tsx'

export const candidates = new Hono<Env>()

/** As many fitting ones as one person would ring up. */
const mostFitting = 5
const shownAtOnce = 8

/** Whom staff can ask for an open wish: those it suits, and everyone by name, unit or telephone. */
candidates.get('/wishes/:code{[0-9-]+}/candidates', staff, staffWish, async (c) => {
  const { store } = c.get('services')
  const [person, wish] = [c.get('person'), c.get('wish')]
  if (wish.state !== 'open') return c.redirect(`/wishes/${wish.code}`, 303)
  const community = await communityById(store.db, wish.communityId)
  const card = await boardCard(store.db, wish.id)
  if (!community || !card) return page.notFound(c)

  const { rules } = await rulesToday(store.db, community, c.get('services').now())
  const all = await candidatesOf(c, wish, community, rules)
  const fitting = all
    .filter(({ fit, limit }) => fit !== null && limit === null)
    .toSorted(byFit)
    .slice(0, mostFitting)
  const search = (c.req.query('q') ?? '').trim()
  const found = search ? all.filter((one) => isFound(one, search)) : all.toSorted(byRoom)
  const here = pageOf(c, community)
  const body = (
    <CandidatesPage
      page={here}
      card={card}
      fitting={fitting}
      found={found.slice(0, shownAtOnce)}
      more={Math.max(0, found.length - shownAtOnce)}
      search={search}
      door={enteredDoorOf(c.req.query('door')) ?? 'phone'}
      within={rules.deliverWithin[wish.urgency]}
      mayApprove={isSecretaryOf(person, wish.communityId)}
    />
  )
  return show(c, here, here.text.moves.candidates.title, body)
})

/** Active volunteers who may claim this wish, without those whom the one-side rule or an earlier claim bars. */
async function candidatesOf(c: C, wish: Wish, community: Community, rules: Rules): Promise<readonly Candidate[]> {
  const { store, now } = c.get('services')
  const { db } = store
  const calendar = await calendarFor(db, community)
  const rows = await candidateRows(db, community.id, localMonth(now(), calendar.zone))
  const barred = [wish.postedBy, wish.barredId, ...(await codeShownTo(db, wish.id))]
  const before = await claimantsOf(db, wish.id)
  const chances = chancesFrom((await latestPlan(db, community.id))?.chances ?? [])
  const setting = { now: now(), calendar, chances, deliverWithin: rules.deliverWithin }
  const gridOf = await gridsOfBuildings(
    db,
    community.id,
    rows.map(({ building }) => building),
  )
  return rows
    .filter(({ id }) => !barred.includes(id))
    .map((row): Candidate => {
      const { freeTimes, openClaims, unitClaims, unitId } = row
      const reader = { id: row.id, strengths: row.strengths, freeTimes, gridId: gridOf.get(row.building) ?? null }
      const match = wish.publishedAt && matcherFor(reader, setting)({ ...wish, publishedAt: wish.publishedAt })
      const left = rules.openClaimsPerVolunteer - openClaims
      const isUnitFull = unitId !== null && unitClaims >= rules.claimsPerUnitMonth
      return {
        id: row.id,
        name: row.name,
        phone: row.phone,
        unit: row.unit,
        left: Math.max(0, left),
        limit: left <= 0 ? 'person' : isUnitFull ? 'unit' : null,
        hadIt: before.includes(row.id),
        fit: before.includes(row.id) || !match ? null : { score: match.value, reasons: match.reasons },
      }
    })
}

const byFit = (a: Candidate, b: Candidate): number => (b.fit?.score ?? 0) - (a.fit?.score ?? 0)
const byRoom = (a: Candidate, b: Candidate): number => Number(a.limit !== null) - Number(b.limit !== null)

/** By a part of the name however it is written, of the unit, or four digits of the telephone. */
function isFound({ name, unit, phone }: Candidate, search: string): boolean {
  const letters = nameKey(search)
  const digits = search.replace(/\D/g, '')
  return (
    (letters !== '' && nameKey(name).includes(letters)) ||
    (unit ?? '').includes(search) ||
    (digits.length >= 4 && phone.includes(digits))
  )
}
