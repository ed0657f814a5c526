import { randomBytes } from 'node:crypto'
import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import { registerEvent } from '#actions/event-log.ts'
import { whileOvertaken } from '#actions/while-overtaken.ts'
import { sha256 } from '#auth/hashing.ts'
import { familySlotsOf } from '#db/receipts/family-rows.ts'
import { agreesTo } from '#db/residents/consent-rows.ts'
import type { Resident } from '#db/residents/resident-rows.ts'
import { familyLinks, residents } from '#db/schema/tables.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import { type Statement, type Store, takenKey } from '#db/store/store.ts'
import { type Actor, actorId, isStaffOf, type Person } from '#domain/people/actor.ts'
import { type FamilyScope, familyLinkEndsAt, mostFamilyLinks } from '#domain/receipts/family-link.ts'
import { lowestFree } from '#domain/wish/claim/lowest-free.ts'
import type { Services } from '#src/services.ts'

type Asked = {
  readonly name: string
  readonly scope: FamilyScope
  /** Only for the demo, which shows a link with a known address. */
  readonly token?: string
}
type Made =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly why: 'no-consent' | 'too-many' | 'again' }

/**
 * Makes a link for a relative and gives its token, of which only the hash is stored. The key of the form is the link's id: a
 * second press makes no second link, and cannot show the first one's address again. Null if the file is not theirs.
 */
export async function makeFamilyLink(
  services: Services,
  actor: Person,
  key: string,
  resident: Resident,
  asked: Asked,
): Promise<Made | null> {
  if (!isStaffOf(actor, resident)) return null
  const isSlotTaken = (error: unknown) => takenKey(error)?.includes('slot') === true
  try {
    return await whileOvertaken(isSlotTaken, () => tryMake(services, actor, key, resident, asked))
  } catch (error) {
    if (wasRefused(error, 'family_links.resident_id')) return { ok: false, why: 'no-consent' }
    if (takenKey(error) === 'family_links.id') return { ok: false, why: 'again' }
    throw error
  }
}

async function tryMake(
  { store, now }: Services,
  actor: Person,
  key: string,
  { id: residentId, communityId }: Resident,
  { name, scope, token = randomBytes(16).toString('base64url') }: Asked,
): Promise<Made> {
  const { db } = store
  const held = await familySlotsOf(db, residentId)
  const slot = lowestFree(held.filter(({ endsAt }) => endsAt > now()).map((link) => link.slot))
  if (slot > mostFamilyLinks) return { ok: false, why: 'too-many' }
  const mayHave = sql`${agreesTo(sql`${residentId}`, ['posting', 'family'])}
    and exists (select 1 from ${residents} where ${residents.id} = ${residentId} and ${residents.endedAt} is null)`
  await store.commit([
    // An expired link gives its slot to the new one.
    db
      .update(familyLinks)
      .set({ endedAt: sql`${familyLinks.endsAt}` })
      .where(and(eq(familyLinks.residentId, residentId), isNull(familyLinks.endedAt), lte(familyLinks.endsAt, now()))),
    db.insert(familyLinks).values({
      id: key,
      tokenHash: sha256(token),
      residentId: onlyIf(mayHave, sql`${residentId}`),
      communityId,
      name,
      scope,
      slot,
      madeBy: actor.id,
      madeAt: now(),
      endsAt: familyLinkEndsAt(now()),
    }),
    registerEvent(store, {
      communityId,
      actorId: actor.id,
      action: 'family-link-made',
      now: now(),
      data: { residentId, link: key, scope },
    }),
  ])
  return { ok: true, token }
}

/** Another ninety days from today for a link that is still valid. Null if the file is not theirs. */
export async function renewFamilyLink(services: Services, actor: Person, resident: Resident, id: string) {
  if (!isStaffOf(actor, resident) || resident.endedAt) return null
  return change(services, actor, resident, id, 'family-link-renewed', { endsAt: familyLinkEndsAt(services.now()) })
}

/** Ends a link at once: staff of the place, or the resident on their own page. Null if it is not theirs. */
export async function endFamilyLink(services: Services, actor: Actor, resident: Resident, id: string) {
  if (actor.kind !== 'receiver' && !isStaffOf(actor, resident)) return null
  const now = services.now()
  return change(services, actor, resident, id, 'family-link-ended', { endsAt: now, endedAt: now })
}

async function change(
  { store, now }: Services,
  actor: Actor,
  { id: residentId, communityId }: Resident,
  link: string,
  action: 'family-link-renewed' | 'family-link-ended',
  set: { readonly endsAt: Date; readonly endedAt?: Date },
): Promise<boolean> {
  const { db } = store
  const valid = and(
    eq(familyLinks.id, link),
    eq(familyLinks.residentId, residentId),
    isNull(familyLinks.endedAt),
    gt(familyLinks.endsAt, now()),
  )
  const [found] = await db.select({ id: familyLinks.id }).from(familyLinks).where(valid)
  if (!found) return false
  await store.commit([
    db.update(familyLinks).set(set).where(valid),
    registerEvent(store, { communityId, actorId: actorId(actor), action, now: now(), data: { residentId, link } }),
  ])
  return true
}

/** Ends all links of a resident, in the same commit as the consent or the file that they need. */
export const endFamilyLinksOf = ({ db }: Store, residentId: string, at: Date): Statement =>
  db
    .update(familyLinks)
    .set({ endsAt: at, endedAt: at })
    .where(and(eq(familyLinks.residentId, residentId), isNull(familyLinks.endedAt)))
