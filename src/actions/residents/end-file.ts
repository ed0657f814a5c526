import { and, eq, isNotNull, ne, sql } from 'drizzle-orm'
import { dropRobotMessages } from '#actions/doors/drop-robot-messages.ts'
import { registerEvent } from '#actions/event-log.ts'
import { endFamilyLinksOf } from '#actions/receipts/family-links.ts'
import { endReceiptsOf } from '#actions/receipts/print-slips.ts'
import { whileOvertaken } from '#actions/while-overtaken.ts'
import { movesOf } from '#actions/wishes/prepare-moves.ts'
import { hasNothingOpen, type UnfinishedWish, unfinishedWishesOf } from '#db/residents/ended-files.ts'
import { type Resident, residentOf, twinOf } from '#db/residents/resident-rows.ts'
import { residents } from '#db/schema/tables.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import { takenKey } from '#db/store/store.ts'
import { isSecretaryOf, isStaffOf, type Person } from '#domain/people/actor.ts'
import type { ConsentAsked } from '#domain/people/resident.ts'
import type { EndReason } from '#domain/vocabulary.ts'
import { type Ending, endingOf, withdrawnAs } from '#domain/wish/endings.ts'
import type { Order } from '#domain/wish/orders.ts'
import type { Services } from '#src/services.ts'
import { consentStatements, hideTitles } from './record-consent.ts'

export type Ended = UnfinishedWish & { readonly ending: Ending }

/** What ending the file would do now to each wish. */
export async function endingsOf({ store, now }: Services, residentId: string): Promise<readonly Ended[]> {
  const unfinished = await unfinishedWishesOf(store.db, residentId)
  return unfinished.flatMap((one) => {
    const ending = endingOf(one, now())
    return ending ? [{ ...one, ending }] : []
  })
}

/** Identifies what was shown above the button: if a wish has changed since, the page is shown again. */
export const seenOf = (ended: readonly Ended[]): string => ended.map(({ wish }) => `${wish.code}.${wish.seq}`).join(' ')

type EndForm = { readonly reason: EndReason; readonly asked: ConsentAsked; readonly seen: string }
type EndAnswer =
  | { readonly ok: true; readonly isAgain: boolean }
  /** `elsewhere`: one of the wishes is in a grid that is not theirs; the secretary can end the file. */
  | { readonly ok: false; readonly why: 'changed' | 'elsewhere' }

/**
 * Ends a file in one commit. Undelivered wishes are withdrawn together with their visits, no one is called any more, no
 * monthly wish is repeated, and claimants and joiners are notified. A wish posted or claimed at the same moment refuses
 * the commit, which is then tried again.
 */
export async function endFile(
  services: Services,
  actor: Person,
  residentId: string,
  form: EndForm,
): Promise<EndAnswer | null> {
  return whileOvertaken(isOvertaken, () => endNow(services, actor, residentId, form))
}

const isOvertaken = (error: unknown): boolean => takenKey(error) !== null || wasRefused(error, 'residents.community_id')

async function endNow(services: Services, actor: Person, residentId: string, form: EndForm): Promise<EndAnswer | null> {
  const { store, now } = services
  const resident = await residentOf(store.db, residentId)
  if (!resident || !isStaffOf(actor, resident)) return null
  if (resident.endedAt) return { ok: true, isAgain: true }
  const ended = await endingsOf(services, residentId)
  if (seenOf(ended) !== form.seen) return { ok: false, why: 'changed' }

  const moves = await movesOf(services, actor, ended, orderFor(form.reason))
  if (!moves) return { ok: false, why: 'elsewhere' }
  const { communityId } = resident
  const { reason, asked } = form
  const refusal = { residentId, purpose: 'kept', given: false, ...asked } as const
  const statements = [
    ...moves,
    ...(reason === 'asked'
      ? [...consentStatements(services, actor.id, communityId, [refusal]), hideTitles(services, residentId)]
      : []),
    endReceiptsOf(store, residentId, now()),
    endFamilyLinksOf(store, residentId, now()),
    dropRobotMessages(store, residentId),
    registerEvent(store, {
      communityId,
      actorId: actor.id,
      action: 'resident-ended',
      now: now(),
      data: { residentId, reason, wishes: ended.map(({ wish }) => wish.id) },
    }),
    store.db
      .update(residents)
      .set({
        endedAt: now(),
        endReason: reason,
        communityId: onlyIf(sql`${residents.endedAt} is null and ${hasNothingOpen(residentId)}`, residents.communityId),
      })
      .where(eq(residents.id, residentId)),
  ]
  await store.commit(statements)
  return { ok: true, isAgain: false }
}

const orderFor =
  (reason: EndReason) =>
  ({ ending, isCalled }: Ended): Order =>
    ending === 'withdraw' ? { action: 'withdraw', reason: withdrawnAs[reason] } : { action: 'spare', isCalled }

type Reopened = { readonly ok: true } | { readonly ok: false; readonly why: 'twin'; readonly twinId: string }

/**
 * Reopens a file that was ended by mistake, as long as it is not erased. Its wishes stay withdrawn. Residents who had
 * asked to be removed have to be asked again; their consent is recorded in the same commit. Null if the file is not
 * theirs, or is already erased.
 */
export async function reopenFile(
  services: Services,
  actor: Person,
  resident: Resident,
  asked: ConsentAsked,
): Promise<Reopened | null> {
  const { store, now } = services
  const { id: residentId, communityId, endReason } = resident
  if (!isSecretaryOf(actor, communityId) || endReason === 'erased') return null
  if (!resident.endedAt) return { ok: true }
  const twinId = await twinOf(store.db, resident, residentId)
  if (twinId) return { ok: false, why: 'twin', twinId }
  const yes = { residentId, purpose: 'kept', given: true, ...asked } as const
  await store.commit([
    store.db
      .update(residents)
      .set({ endedAt: null, endReason: null })
      .where(and(eq(residents.id, residentId), isNotNull(residents.endedAt), ne(residents.endReason, 'erased'))),
    ...(endReason === 'asked' ? consentStatements(services, actor.id, communityId, [yes]) : []),
    registerEvent(store, {
      communityId,
      actorId: actor.id,
      action: 'resident-reopened',
      now: now(),
      data: { residentId },
    }),
  ])
  return { ok: true }
}
