import { placeEvent } from '#actions/event-log.ts'
import { once } from '#actions/once.ts'
import { sha256 } from '#auth/hashing.ts'
import type { Community } from '#db/community/area-rows.ts'
import { countMonth, type SignedMonth, signedMonth } from '#db/months/month-rows.ts'
import type { Statement } from '#db/store/store.ts'
import { type Period, periodOf } from '#domain/month/figures.ts'
import { differencesOf, type NotCorrected } from '#domain/month/month-facts.ts'
import { isSecretaryOf, type Person } from '#domain/people/actor.ts'
import { seconds } from '#domain/time/seconds.ts'
import type { CorrectionReason } from '#domain/vocabulary.ts'
import type { Services } from '#src/services.ts'
import { streamOf } from './sign-month.ts'

/** A figure that differs today, with the value it would get. */
type Change = { readonly key: string; readonly held: number | null; readonly today: number }

/** Everything that counting again finds different. A wait that cannot be computed from anything any more is left out. */
export async function changesOf(
  { store, now }: Pick<Services, 'store' | 'now'>,
  community: Community,
  signed: SignedMonth,
): Promise<readonly Change[]> {
  const period = periodOf(signed.month, community.zone, now()) as Period
  const today = await countMonth(store.db, community, period, now())
  return differencesOf(signed.snapshot.facts, signed.corrections, today.facts).flatMap((one) =>
    one.today === null ? [] : [{ ...one, today: one.today }],
  )
}

/** A hash of the changes that a page showed, so that no one accepts any others. */
export const markOfChanges = (changes: readonly Change[]): string => sha256(JSON.stringify(changes)).slice(0, 24)

type Accepting = {
  readonly month: string
  readonly seen: string
  readonly reason: string
  readonly publicReason: CorrectionReason
}
type Refused = { readonly ok: false; readonly why: Extract<NotCorrected, 'same' | 'moved' | 'unsigned'> }

/**
 * Corrects all figures of a signed month that differ today, with one reason and as one event. They agree with each other
 * because they were counted together. Null if the actor is not the secretary there.
 */
export async function acceptMonth(
  services: Services,
  actor: Person,
  community: Community,
  key: string,
  accepting: Accepting,
) {
  if (!isSecretaryOf(actor, community.id)) return null
  const { store, now } = services
  const { month, seen, reason, publicReason } = accepting
  const body = [community.id, accepting]
  return once<number, Refused>(services, actor, { key, action: 'accept-month', body }, async () => {
    const signed = await signedMonth(store.db, community.id, month)
    if (!signed) return { ok: false, why: 'unsigned' }
    const changes = await changesOf(services, community, signed)
    if (!changes.length) return { ok: false, why: 'same' }
    if (markOfChanges(changes) !== seen) return { ok: false, why: 'moved' }
    const rows = changes.map(({ key: figure, held, today }) => {
      const nth = signed.corrections.filter((one) => one.figure === figure).length + 1
      return { figure, nth, oldValue: held, newValue: today }
    })
    const params = [community.id, month, reason, publicReason, actor.id, seconds(now()), JSON.stringify(rows)]
    // An event has no nested values: the number of the correction, the value before, the new one, the figure.
    const told = rows.map(({ figure, nth, oldValue, newValue }) => `${nth} ${oldValue ?? '-'} ${newValue} ${figure}`)
    const data = { month, publicReason, changes: told }
    const event = { communityId: community.id, actorId: actor.id, now: now(), data, action: 'month-corrected' } as const
    const insert: Statement = { toSQL: () => ({ sql: insertAll, params }) }
    return { ok: true, answer: rows.length, statements: [insert, placeEvent(store, streamOf(community), event)] }
  })
}

const value = (name: string) => `json_extract(value, '$.${name}')`
const insertAll = `insert into month_corrections
  (community_id, month, reason, public_reason, "by", at, figure, nth, old_value, new_value)
  select ?, ?, ?, ?, ?, ?, ${['figure', 'nth', 'oldValue', 'newValue'].map(value).join(', ')} from json_each(?)`
