import { and, eq, isNull, sql } from 'drizzle-orm'
import { dropRobotMessages } from '#actions/doors/drop-robot-messages.ts'
import { registerEvent, registerNotification } from '#actions/event-log.ts'
import { type KeyReused, type OnceAnswer, once } from '#actions/once.ts'
import { endFamilyLinksOf } from '#actions/receipts/family-links.ts'
import { endReceiptsOf } from '#actions/receipts/print-slips.ts'
import { movesOf } from '#actions/wishes/prepare-moves.ts'
import { newId } from '#auth/hashing.ts'
import { givenConsents } from '#db/residents/consent-rows.ts'
import { hasNoneIn, type UnfinishedWish, unfinishedWishesOf } from '#db/residents/ended-files.ts'
import { type Resident, residentOf } from '#db/residents/resident-rows.ts'
import { consents, residents, wishDetails, wishes } from '#db/schema/tables.ts'
import { onlyIf } from '#db/store/only-if.ts'
import type { Statement } from '#db/store/store.ts'
import { type Actor, actorId, isStaffOf, type Person, type Receiver } from '#domain/people/actor.ts'
import type { ConsentAsked } from '#domain/people/resident.ts'
import type { ConsentPurpose, State } from '#domain/vocabulary.ts'
import { endsWithConsent } from '#domain/wish/endings.ts'
import type { Services } from '#src/services.ts'
import { askedStatement } from './record-asked.ts'
import { renewalStatement } from './renewal-statement.ts'

/** One answer of one resident. The person who records it is the witness. */
type ConsentAnswer = ConsentAsked & {
  readonly residentId: string
  readonly purpose: ConsentPurpose
  readonly given: boolean
}

/** Each answer is a row and an event of its own; a later answer never overwrites an earlier one. */
export function consentStatements(
  { store, now }: Services,
  witnessId: string,
  communityId: string,
  answers: readonly ConsentAnswer[],
): readonly Statement[] {
  const rows = answers.map((answer) => ({ id: newId(), witnessId, at: now(), ...answer }))
  const residentIds = [...new Set(answers.map((answer) => answer.residentId))]
  return [
    ...inGroups(rows, 12).map((group) => store.db.insert(consents).values(group)),
    ...residentIds.map((residentId) => askedStatement(store, residentId, now())),
    ...answers
      .filter(({ purpose, given }) => purpose === 'kept' && given)
      .map((answer) => renewalStatement(store, answer)),
    ...residentIds.map((residentId) => {
      const own = answers.filter((answer) => answer.residentId === residentId)
      const [yes, no] = [true, false].map((given) => own.filter((a) => a.given === given).map((a) => a.purpose))
      const data = { residentId, yes: yes ?? [], no: no ?? [], method: own[0]?.method ?? '', day: own[0]?.day ?? '' }
      return registerEvent(store, { communityId, actorId: witnessId, action: 'consent-recorded', data, now: now() })
    }),
  ]
}

// Each row has eight columns, and a statement allows 100 parameters.
const inGroups = <T>(rows: readonly T[], size: number): readonly T[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => rows.slice(index * size, (index + 1) * size))

type Recorded = { readonly withdrawn: readonly string[] }

/**
 * Records one answer of a resident whose file the actor may manage. Withdrawing a consent also withdraws the wishes
 * that need it, in the same commit, and their claimants are notified. Gives the codes of the withdrawn wishes.
 */
export async function recordConsent(
  services: Services,
  actor: Person | Receiver,
  key: string,
  resident: Resident,
  answer: Omit<ConsentAnswer, 'residentId'>,
): Promise<OnceAnswer<Recorded> | KeyReused | { readonly ok: false; readonly why: 'elsewhere' }> {
  const body = { ...answer, residentId: resident.id }
  const { purpose, given } = answer
  return once(services, actor, { key, action: 'record-consent', body }, async () => {
    const unfinished = given ? [] : await unfinishedWishesOf(services.store.db, resident.id)
    const ending = unfinished.filter(({ wish }) => endsWithConsent[purpose]?.includes(wish.state))
    const mover = actor.kind === 'receiver' ? { ...actor, wishIds: unfinished.map(({ wish }) => wish.id) } : actor
    const moves = await movesOf(services, mover, ending, () => ({ action: 'withdraw', reason: 'consent-withdrawn' }))
    if (!moves) return { ok: false, why: 'elsewhere' } as const
    const rows = consentStatements(services, actorId(actor), resident.communityId, [body])
    const toClaimants = purpose === 'contact' ? notifyClaimants(services, actor, resident.communityId, unfinished) : []
    const withdrawn = ending.map(({ wish }) => wish.code)
    const states = given ? undefined : endsWithConsent[purpose]
    const titles = purpose === 'card' && !given ? [hideTitles(services, resident.id)] : []
    const slips = purpose === 'posting' && !given ? [endReceiptsOf(services.store, resident.id, services.now())] : []
    const ended = !given && (purpose === 'posting' || purpose === 'family')
    const links = ended ? [endFamilyLinksOf(services.store, resident.id, services.now())] : []
    const unsent = states ? [dropRobotMessages(services.store, resident.id)] : []
    const nothingLeft = states ? [onlyWithout(services, resident.id, states)] : []
    return {
      ok: true as const,
      statements: [...moves, ...rows, ...titles, ...slips, ...links, ...unsent, ...nothingLeft, ...toClaimants],
      answer: { withdrawn },
    }
  })
}

/**
 * From now on every public page and file shows only the category of the wishes published so far, including fulfilled
 * ones. A later consent applies only to wishes published after it.
 */
export const hideTitles = ({ store: { db }, now }: Services, residentId: string): Statement =>
  db
    .update(wishDetails)
    .set({ titleHiddenAt: now() })
    .where(
      and(
        eq(wishDetails.residentId, residentId),
        isNull(wishDetails.titleHiddenAt),
        sql`exists (select 1 from ${wishes} where ${wishes.id} = ${wishDetails.wishId} and ${wishes.publishedAt} is not null)`,
      ),
    )

/**
 * If a wish was posted or published while the answer was recorded, the commit is refused, because that wish has to be
 * withdrawn as well.
 */
const onlyWithout = ({ store }: Services, residentId: string, states: readonly State[]): Statement =>
  store.db
    .update(residents)
    .set({ communityId: onlyIf(hasNoneIn(residentId, states), residents.communityId) })
    .where(eq(residents.id, residentId))

/**
 * Notifies claimants who were about to visit that the contact is no longer shown. The notification belongs to the
 * consent's event.
 */
function notifyClaimants(
  { store, now }: Services,
  actor: Actor,
  communityId: string,
  unfinished: readonly UnfinishedWish[],
): readonly Statement[] {
  const held = unfinished.filter(({ wish }) => wish.state === 'claimed' && wish.claimantId !== actorId(actor))
  const first = new Map(held.toReversed().map(({ wish }) => [wish.claimantId as string, wish.id]))
  return [...first].map(([personId, wishId]) =>
    registerNotification(store, { communityId, personId, kind: 'contact-withdrawn', wishId, now: now() }),
  )
}

type ManyAnswers = ConsentAsked & {
  readonly residentIds: readonly string[]
  readonly purposes: readonly ConsentPurpose[]
}

/**
 * Records the same consent for many residents, all or none; consents that exist already are not repeated. Gives how
 * many residents were recorded; null if one of them is not theirs.
 */
export async function recordConsents(
  services: Services,
  actor: Person,
  key: string,
  communityId: string,
  { residentIds, purposes, method, day }: ManyAnswers,
): Promise<OnceAnswer<number> | KeyReused | null> {
  const { db } = services.store
  for (const id of residentIds) {
    const resident = await residentOf(db, id)
    if (!resident || resident.communityId !== communityId || !isStaffOf(actor, resident)) return null
  }
  const body = { residentIds, purposes, method, day }
  return once<number, never>(services, actor, { key, action: 'record-consents', body }, async () => {
    const consents = await givenConsents(db, residentIds)
    const missing = residentIds.flatMap((residentId) =>
      purposes
        .filter((purpose) => !consents.get(residentId)?.given.includes(purpose))
        .map((purpose) => ({ residentId, purpose, given: true, method, day })),
    )
    const statements = consentStatements(services, actor.id, communityId, missing)
    const answer = new Set(missing.map((row) => row.residentId)).size
    return { ok: true as const, statements, answer }
  })
}
