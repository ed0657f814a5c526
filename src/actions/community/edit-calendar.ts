import { and, eq, sql } from 'drizzle-orm'
import { placeEvent } from '#actions/event-log.ts'
import { once } from '#actions/once.ts'
import { replan } from '#actions/wishes/replan.ts'
import { newId } from '#auth/hashing.ts'
import { type Community, communityById } from '#db/community/area-rows.ts'
import { enteredFor, regionOf, type Scope, scopeId } from '#db/community/calendar-rows.ts'
import { areas, holidayDays, holidayNotices } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import { changesSince, type Edited, isUnchanged } from '#db/store/version-of.ts'
import { type Actor, holds, isSecretaryOf, type Person } from '#domain/people/actor.ts'
import {
  faultsOfHolidayNotice,
  type Ground,
  type HolidayNoticeFaults,
  type NewHolidayNotice,
} from '#domain/time/holiday-notice.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { Services } from '#src/services.ts'

/** Secretaries may edit the calendar of their own community, administrators that of all communities. */
export const mayEditCalendar = (actor: Actor, scope: Scope): actor is Person =>
  scope ? isSecretaryOf(actor, scope.id) : holds(actor, 'administrator')

type Refused = { readonly ok: false; readonly why: 'faults'; readonly faults: HolidayNoticeFaults }

/**
 * Enters a notice with its days and recomputes the open deadlines. Null if the actor may not; a refusal names each
 * faulty field and line.
 */
export async function enterHolidayNotice(
  services: Services,
  actor: Actor,
  scope: Scope,
  key: string,
  notice: NewHolidayNotice,
) {
  if (!mayEditCalendar(actor, scope)) return null
  const { store, now } = services
  const { db } = store
  const form = { key, action: 'enter-notice', body: [scopeId(scope), notice] }
  const entered = await once<string, Refused>(services, actor, form, async () => {
    const ground = await groundOf(services, scope)
    const faults = faultsOfHolidayNotice(notice, ground)
    if (faults) return { ok: false, why: 'faults', faults }

    const id = newId()
    const [communityId, at] = [scopeId(scope), now()]
    const { layer, year, title, reference, issuedOn, provisional } = notice
    const region = layer === 'regional' ? ground.region : null
    const days = notice.runs.map(({ kind, day, until }) => `${kind} ${day} ${until}`)
    const event = { communityId, actorId: actor.id, now: at, action: 'notice-entered' } as const
    const row = { id, communityId, layer, region, year, title, reference, issuedOn, provisional }
    return {
      ok: true,
      answer: id,
      statements: [
        placeEvent(store, `calendar:${communityId}`, {
          ...event,
          data: { notice: id, layer, region, year, issuedOn, provisional, days: days },
        }),
        db.insert(holidayNotices).values({ ...row, madeBy: actor.id, madeAt: at }),
        ...notice.runs.map(({ kind, day, until, name }) =>
          db.insert(holidayDays).values({ id: newId(), noticeId: id, communityId, kind, day, until, name }),
        ),
      ],
    }
  })
  if (entered.ok && !entered.isAgain) await replan(services)
  return entered
}

/** What a new notice of that scope is compared with. Of two entered at the same moment, the later one applies. */
export async function groundOf({ store, now }: Services, scope: Scope): Promise<Ground> {
  return {
    isForAll: scope === null,
    // There is only one region so far; with a second, the form would have to ask.
    region: scope ? regionOf(scope) : 'xinjiang',
    entered: await enteredFor(store.db, scope),
    today: localDay(now(), scope?.zone ?? 'Asia/Shanghai'),
  }
}

/**
 * Marks days as withdrawn; they stay readable. Deadlines are then recomputed, because a withdrawn make-up workday moves
 * them too. Null if the actor may not, or if a day is not of that scope; false if no day is left to withdraw.
 */
export async function withdrawDays(services: Services, actor: Actor, scope: Scope, ids: readonly string[]) {
  if (!mayEditCalendar(actor, scope)) return null
  const { store, now } = services
  const { db } = store
  const communityId = scopeId(scope)
  const rows = await db
    .select()
    .from(holidayDays)
    .where(and(isOneOf(holidayDays.id, ids), eq(holidayDays.communityId, communityId)))
  if (!ids.length || rows.length < ids.length) return null
  const valid = rows.filter((row) => row.withdrawnAt === null)
  if (!valid.length) return false

  const at = now()
  const days = valid.map(({ id, kind, day, until }) => `${id} ${kind} ${day} ${until}`)
  const event = { communityId, actorId: actor.id, now: at, action: 'days-withdrawn', data: { days } } as const
  const kindIfValid = onlyIf(sql`${holidayDays.withdrawnAt} is null`, holidayDays.kind)
  const areChosen = isOneOf(
    holidayDays.id,
    valid.map(({ id }) => id),
  )
  try {
    await store.commit([
      placeEvent(store, `calendar:${communityId}`, event),
      // If two people withdraw the same day at once, only one event is written.
      db.update(holidayDays).set({ kind: kindIfValid, withdrawnBy: actor.id, withdrawnAt: at }).where(areChosen),
      db
        .update(holidayNotices)
        .set({ replannedAt: null })
        .where(
          isOneOf(
            holidayNotices.id,
            valid.map(({ noticeId }) => noticeId),
          ),
        ),
    ])
  } catch (error) {
    if (!wasRefused(error, 'calendar_days.kind')) throw error
    return false
  }
  await replan(services)
  return true
}

export type Hours = { readonly opens: string; readonly closes: string }

/** The record that the form of the office hours edits. */
export const editedHours = ({ id }: Pick<Community, 'id'>): Edited => ({
  stream: `calendar:${id}`,
  actions: ['hours-changed'],
})

/**
 * Changes when the office is open; saving the same hours again writes no event. Refused as `changed` if someone else
 * has changed them since the form was made. Null if the actor is not the secretary.
 */
export async function changeHours(
  services: Services,
  actor: Actor,
  community: Community,
  { opens, closes }: Hours,
  version: number,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: 'changed' } | null> {
  if (!isSecretaryOf(actor, community.id)) return null
  const isAs = (one: Community | null) => one?.opens === opens && one.closes === closes
  if (isAs(community)) return { ok: true }
  const { store, now } = services
  const edited = editedHours(community)
  // If the form was sent twice, the first one made the change.
  const overtaken = async () =>
    isAs(await communityById(store.db, community.id))
      ? { ok: true as const }
      : { ok: false as const, why: 'changed' as const }
  if ((await changesSince(store.db, edited, version)).length) return overtaken()
  const person = actor as Person
  const event = { communityId: community.id, actorId: person.id, now: now(), action: 'hours-changed' } as const
  const name = onlyIf(isUnchanged(edited, version), areas.name)
  try {
    await store.commit([
      store.db.update(areas).set({ opens, closes, name }).where(eq(areas.id, community.id)),
      placeEvent(store, edited.stream, { ...event, data: { opens, closes } }),
    ])
    return { ok: true }
  } catch (error) {
    if (!wasRefused(error, 'areas.name')) throw error
    return overtaken()
  }
}
