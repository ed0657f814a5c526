import { type SQL, sql } from 'drizzle-orm'
import { placeEvent } from '#actions/event-log.ts'
import { once } from '#actions/once.ts'
import { whileOvertaken } from '#actions/while-overtaken.ts'
import { sha256 } from '#auth/hashing.ts'
import type { Community } from '#db/community/area-rows.ts'
import { rulesOf } from '#db/community/rule-rows.ts'
import { firstPublishedAt } from '#db/ledger/ledger-rows.ts'
import { countMonth, type SignedMonth, signedMonth } from '#db/months/month-rows.ts'
import { events, monthCorrections, months } from '#db/schema/tables.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import { type Clash, clashOf, isFigureOf } from '#domain/month/correcting.ts'
import { type Period, periodOf } from '#domain/month/figures.ts'
import {
  correctedValue,
  type Facts,
  type NotCorrected,
  type NotSigned,
  phaseOf,
  type Snapshot,
  shownOf,
} from '#domain/month/month-facts.ts'
import { isSecretaryOf, type Person } from '#domain/people/actor.ts'
import { ruleVersionOn } from '#domain/rules.ts'
import { localMonth } from '#domain/time/workdays.ts'
import type { CorrectionReason } from '#domain/vocabulary.ts'
import type { Services } from '#src/services.ts'

type Refused<W extends string> = { readonly ok: false; readonly why: W }

/** A hash of the figures that a page showed, so that no one signs figures other than those they read. */
export const markOf = (facts: Facts): string => sha256(JSON.stringify(Object.entries(facts).sort())).slice(0, 24)

/** Why a month cannot be signed now; null if it can. Also checks whether it has been signed already. */
export async function whyUnsigned(services: Services, community: Community, month: string): Promise<NotSigned | null> {
  const { store, now } = services
  const phase = phaseOf(month, community.zone, now())
  if (phase !== 'over') return phase === 'running' ? 'running' : 'future'
  if (await signedMonth(store.db, community.id, month)) return 'signed'
  const first = await firstPublishedAt(store.db, community.id)
  return first && localMonth(first, community.zone) <= month ? null : 'before'
}

/**
 * Freezes the figures of a finished month, with the last event they include and the rules they follow. `seen` is the
 * hash of the figures on the secretary's page; if they have changed since (`moved`), the month has to be read again.
 * Null if the actor is not the secretary there, or the text is not a month.
 */
export async function signMonth(
  services: Services,
  actor: Person,
  community: Community,
  key: string,
  { month, seen }: { readonly month: string; readonly seen: string },
) {
  const { store, now } = services
  if (!isSecretaryOf(actor, community.id) || phaseOf(month, community.zone, now()) === 'none') return null
  const form = { key, action: 'sign-month', body: [community.id, month] }
  // An event was written while the figures were computed, so they would not match that position in the log.
  const isOvertaken = (error: unknown) => wasRefused(error, 'months.last_event')
  return whileOvertaken(isOvertaken, () =>
    once<string, Refused<NotSigned>>(services, actor, form, async () => {
      const why = await whyUnsigned(services, community, month)
      if (why) return { ok: false, why }
      const period = periodOf(month, community.zone, now()) as Period
      const figures = await countMonth(store.db, community, period, now())
      if (markOf(figures.facts) !== seen) return { ok: false, why: 'moved' }
      return { ok: true, answer: month, statements: await statementsOf(services, actor, community, month, figures) }
    }),
  )
}

type MonthFigures = Awaited<ReturnType<typeof countMonth>>

async function statementsOf(
  services: Services,
  actor: Person,
  community: Community,
  month: string,
  counted: MonthFigures,
) {
  const { store, now } = services
  const { lastEvent, ...figures } = counted
  const snapshot: Snapshot = { version: 1, ...figures }
  const rules = ruleVersionOn(await rulesOf(store.db, community.id), `${month}-01`)
  const position = sql`(select coalesce(max(${events.pos}), 0) from ${events} where ${events.communityId} = ${community.id})`
  const row = {
    communityId: community.id,
    month,
    signedBy: actor.id,
    signedAt: now(),
    lastEvent: onlyIf(sql`${position} = ${lastEvent}`, sql`${lastEvent}`) as SQL<number>,
    ruleVersion: rules.id,
    snapshot,
  }
  const data = { month, lastEvent, ruleVersion: rules.id, snapshot: sha256(JSON.stringify(snapshot)) }
  const event = { communityId: community.id, actorId: actor.id, now: now(), data, action: 'month-signed' } as const
  return [store.db.insert(months).values(row), placeEvent(store, streamOf(community), event)]
}

/** The stream of a community's months. */
export const streamOf = ({ id }: Community): string => `months:${id}`

type Correcting = {
  readonly month: string
  readonly figure: string
  /** The value that the form showed as the present one; another correction may have been made since. */
  readonly oldValue: number | null
  readonly newValue: number
  readonly reason: string
  readonly publicReason: CorrectionReason
}

export type CorrectionRefused = Refused<NotCorrected> | (Refused<'clash'> & { readonly clash: Clash })

/** Why a correction is refused at present; null if it can be made. */
export function whyNotCorrected(
  signed: SignedMonth | null,
  { figure, oldValue, newValue }: Pick<Correcting, 'figure' | 'oldValue' | 'newValue'>,
): CorrectionRefused | null {
  if (!signed) return { ok: false, why: 'unsigned' }
  const { corrections, names } = signed
  const { facts } = signed.snapshot
  if (!isFigureOf(figure, facts, names)) return { ok: false, why: 'unknown' }
  const held = correctedValue(facts, corrections, figure)
  if (held !== oldValue) return { ok: false, why: 'moved' }
  if (shownOf(figure, held) === shownOf(figure, newValue)) return { ok: false, why: 'same' }
  const clash = clashOf(facts, corrections, figure, newValue)
  return clash && { ok: false, why: 'clash', clash }
}

/** Adds a correction to a signed figure, which itself stays unchanged. Null if the actor is not the secretary there. */
export async function correctMonth(
  services: Services,
  actor: Person,
  community: Community,
  key: string,
  correcting: Correcting,
) {
  if (!isSecretaryOf(actor, community.id)) return null
  const { store, now } = services
  const { month, figure, oldValue, newValue, reason, publicReason } = correcting
  const body = [community.id, correcting]
  return once<string, CorrectionRefused>(services, actor, { key, action: 'correct-month', body }, async () => {
    const signed = await signedMonth(store.db, community.id, month)
    const refused = whyNotCorrected(signed, correcting)
    if (!signed || refused) return refused ?? { ok: false, why: 'unsigned' }
    const nth = signed.corrections.filter((one) => one.figure === figure).length + 1
    const shared = { month, figure, nth, oldValue, newValue }
    const event = {
      communityId: community.id,
      actorId: actor.id,
      now: now(),
      data: { ...shared, publicReason },
    } as const
    return {
      ok: true,
      answer: figure,
      statements: [
        store.db
          .insert(monthCorrections)
          .values({ ...shared, communityId: community.id, reason, publicReason, by: actor.id, at: now() }),
        placeEvent(store, streamOf(community), { ...event, action: 'month-corrected' }),
      ],
    }
  })
}
