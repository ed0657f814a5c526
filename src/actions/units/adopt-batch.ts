import { and, eq } from 'drizzle-orm'
import { registerEvent } from '#actions/event-log.ts'
import { type KeyReused, type OnceAnswer, once } from '#actions/once.ts'
import { moveWish } from '#actions/wishes/move-wish.ts'
import { newId } from '#auth/hashing.ts'
import { volunteerOf } from '#db/people/people-rows.ts'
import { batches, batchWishes, units } from '#db/schema/tables.ts'
import type { Store } from '#db/store/store.ts'
import { type Batch, partsOf } from '#db/units/batch-rows.ts'
import { membersOf, type Unit } from '#db/units/unit-rows.ts'
import { loadWishes } from '#db/wishes/wish-rows.ts'
import { isSecretaryOf, isVolunteerOf, isWorkerIn, type Person } from '#domain/people/actor.ts'
import { mostInBatch } from '#domain/units/batch.ts'
import type { Refusal } from '#domain/wish/refusals.ts'
import type { Services } from '#src/services.ts'

/** Whether the actor adopts batches for a unit: its contact, or staff on the contact's word. */
export const mayAdopt = (actor: Person, { communityId, contactId }: Unit): boolean =>
  (contactId === actor.id && isVolunteerOf(actor, communityId)) || isWorkerIn(actor, communityId)

/** The contact by its id, as the secretary names it; null for none. False if the actor may not, or it is no member. */
export async function nameContact(
  { store, now }: Services,
  actor: Person,
  unit: Unit,
  contactId: string | null,
): Promise<boolean> {
  if (!isSecretaryOf(actor, unit.communityId)) return false
  if (contactId !== null && !(await membersOf(store.db, unit)).some(({ id }) => id === contactId)) return false
  const data = { unitId: unit.id, ...(contactId ? { personId: contactId } : {}) }
  const event = { communityId: unit.communityId, actorId: actor.id, action: 'contact-named', data, now: now() } as const
  await store.commit([
    store.db.update(units).set({ contactId }).where(eq(units.id, unit.id)),
    registerEvent(store, event),
  ])
  return true
}

/** A wish of a new batch, with the member who agreed to take it; null leaves it to the members. */
type Chosen = { readonly code: string; readonly personId: string | null }
type Unfit = { readonly ok: false; readonly why: 'none' }

/**
 * Writes the list of a unit's branch. Only open wishes of the community are in it; what was claimed meanwhile is left out.
 * The claims of those who agreed follow in `claimNamed`, each in a commit of its own, so that one that is refused keeps
 * none of the others back.
 */
export async function adoptBatch(
  services: Services,
  actor: Person,
  key: string,
  unit: Unit,
  chosen: readonly Chosen[],
): Promise<OnceAnswer<{ readonly batchId: string }> | KeyReused | Unfit | null> {
  const { store, now } = services
  const { communityId, id: unitId } = unit
  if (!mayAdopt(actor, unit) || chosen.length > mostInBatch) return null
  return once(services, actor, { key, action: 'adopt-batch', body: [unitId, chosen] }, async () => {
    const members = new Set((await membersOf(store.db, unit)).map(({ id }) => id))
    const found = await loadWishes(
      store.db,
      chosen.map(({ code }) => code),
    )
    const open = found.filter((wish) => wish.communityId === communityId && wish.state === 'open')
    if (!open.length) return { ok: false as const, why: 'none' as const }
    const batchId = newId()
    const memberOf = new Map(chosen.map(({ code, personId }) => [code, personId]))
    const rows = open.map(({ id: wishId, code }) => {
      const personId = memberOf.get(code) ?? null
      return { batchId, wishId, personId: personId !== null && members.has(personId) ? personId : null }
    })
    const data = { batchId, unitId, count: rows.length }
    const event = { communityId, actorId: actor.id, action: 'batch-adopted', data, now: now() } as const
    const statements = [
      store.db.insert(batches).values({ id: batchId, communityId, unitId, madeBy: actor.id, at: now() }),
      store.db.insert(batchWishes).values(rows),
      registerEvent(store, event),
    ]
    return { ok: true as const, statements, answer: { batchId } }
  })
}

/** What became of a wish of the batch whose member agreed. */
export type Claimed = { readonly code: string; readonly refusal: Refusal | null }

/**
 * Claims each wish of the batch for the member who agreed to take it. With `approves` the secretary approves at once
 * what the limits of members and unit refuse. Staff of a grid claim in their own grids only.
 */
export async function claimNamed(
  services: Services,
  actor: Person,
  { id, communityId }: Batch,
  { approves }: { readonly approves: boolean },
): Promise<readonly Claimed[]> {
  const { store, now } = services
  const done: Claimed[] = []
  const mayApprove = approves && isSecretaryOf(actor, communityId)
  for (const { code, personId, part } of await partsOf(store.db, [id])) {
    if (part !== 'waiting' || personId === null) continue
    const first = await claimFor(services, actor, communityId, { code, personId, isExtra: false })
    const isLimit = first?.why === 'person-limit' || first?.why === 'unit-limit'
    const refusal =
      isLimit && mayApprove ? await claimFor(services, actor, communityId, { code, personId, isExtra: true }) : first
    done.push({ code, refusal })
  }
  if (mayApprove && done.length)
    await store.commit([
      store.db.update(batches).set({ approvedBy: actor.id, approvedAt: now() }).where(eq(batches.id, id)),
      registerEvent(store, {
        communityId,
        actorId: actor.id,
        action: 'batch-approved',
        data: { batchId: id },
        now: now(),
      }),
    ])
  return done
}

type Claim = { readonly code: string; readonly personId: string; readonly isExtra: boolean; readonly of?: Batch }

/** Null if it is claimed. */
async function claimFor(
  services: Services,
  actor: Person,
  communityId: string,
  { code, personId, isExtra, of }: Claim,
): Promise<Refusal | null> {
  const volunteer = await volunteerOf(services.store.db, personId, communityId)
  if (!volunteer) return { why: 'not-active' }
  const door = isWorkerIn(actor, communityId) && actor.id !== personId ? 'phone' : 'web'
  const order = { action: 'claim', claimId: newId(), volunteer, isExtra, door, forUnit: true } as const
  const also = (store: Store, { id }: { readonly id: string }) => (of ? [memberTakes(store, of, id, personId)] : [])
  const moved = await moveWish(services, actor, { code, orders: [order], also })
  return moved === null ? { why: 'not-allowed', action: 'claim' } : moved.ok ? null : moved.refusal
}

const memberTakes = ({ db }: Store, { id }: Batch, wishId: string, personId: string) =>
  db
    .update(batchWishes)
    .set({ personId })
    .where(and(eq(batchWishes.batchId, id), eq(batchWishes.wishId, wishId)))

/**
 * A member takes a wish of the batch: an own claim. If only a limit refuses it, the batch keeps that the member agreed, for
 * the secretary's approval. Undefined if the wish is not one of the batch that still needs someone.
 */
export async function takePart(
  services: Services,
  actor: Person,
  batch: Batch,
  code: string,
): Promise<Refusal | null | undefined> {
  const { store } = services
  const own = await volunteerOf(store.db, actor.id, batch.communityId)
  if (own?.unitId !== batch.unitId) return undefined
  const part = (await partsOf(store.db, [batch.id])).find((one) => one.code === code)
  if (!part) return undefined
  if (part.part === 'waiting' && part.personId !== actor.id) return { why: 'taken' }
  const refusal = await claimFor(services, actor, batch.communityId, {
    code,
    personId: actor.id,
    isExtra: false,
    of: batch,
  })
  const isLimit = refusal?.why === 'person-limit' || refusal?.why === 'unit-limit'
  if (isLimit) await store.commit([memberTakes(store as Store, batch, part.wishId, actor.id)])
  return refusal
}

/** Those who agreed since, for wishes of the batch that no one has; others are left as they are. */
export async function nameMembers(
  { store }: Services,
  batch: Batch,
  unit: Unit,
  named: readonly Chosen[],
): Promise<void> {
  const members = new Set((await membersOf(store.db, unit)).map(({ id }) => id))
  const parts = await partsOf(store.db, [batch.id])
  const rows = parts.flatMap(({ code, wishId, part }) => {
    const personId = named.find((one) => one.code === code)?.personId
    if (part !== 'open' || !personId || !members.has(personId)) return []
    return [memberTakes(store as Store, batch, wishId, personId)]
  })
  await store.commit(rows)
}
