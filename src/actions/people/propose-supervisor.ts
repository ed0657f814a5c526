import { eq, sql } from 'drizzle-orm'
import { placeEvent, registerEvent, registerNotification, registerOf } from '#actions/event-log.ts'
import { whileOvertaken } from '#actions/while-overtaken.ts'
import { newId } from '#auth/hashing.ts'
import { areaById, type Community } from '#db/community/area-rows.ts'
import { type Proposal, proposalOf } from '#db/people/proposal-rows.ts'
import { roleRowsOf } from '#db/people/role-rows.ts'
import { accountByPhone } from '#db/people/volunteer-rows.ts'
import { roleProposals } from '#db/schema/tables.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import { takenKey } from '#db/store/store.ts'
import { isSecretaryOf, type Person } from '#domain/people/actor.ts'
import { mayManage } from '#domain/people/role-areas.ts'
import { isSameName } from '#domain/reading/names.ts'
import type { Services } from '#src/services.ts'
import { roleStatements } from './grant-to.ts'
import { newAccount } from './new-account.ts'

type Proposed = { readonly name: string; readonly phone: string; readonly areaId: string }

/**
 * The secretary proposes a supervisor of an area above the community to its administrator. Proposing the same number
 * again changes nothing. False if the actor is not the secretary, or the area does not contain the community.
 */
export async function proposeSupervisor(
  { store, now }: Services,
  actor: Person,
  community: Community,
  { name, phone, areaId }: Proposed,
): Promise<boolean> {
  const area = await areaById(store.db, areaId)
  const isAbove = area !== null && area.communityId === null && community.path.startsWith(area.path)
  if (!isAbove || !isSecretaryOf(actor, community.id)) return false
  const row = { id: newId(), communityId: community.id, areaId, name, phone, proposedBy: actor.id, at: now() }
  const event = { communityId: community.id, actorId: actor.id, now: now(), data: { proposalId: row.id, areaId } }
  try {
    await store.commit([
      store.db.insert(roleProposals).values(row),
      registerEvent(store, { ...event, action: 'role-proposed' }),
    ])
  } catch (error) {
    if (takenKey(error) === null) throw error
  }
  return true
}

type Answered =
  | { readonly ok: true; readonly personId: string | null }
  | { readonly ok: false; readonly why: 'other-name' }

/**
 * The administrator grants the role, or declines. The proposal is deleted with the answer, and the secretary is notified.
 * Null if there is no such proposal, or it is not theirs to answer.
 */
export function answerProposal(
  services: Services,
  actor: Person,
  id: string,
  isAccepted: boolean,
): Promise<Answered | null> {
  return whileOvertaken(
    (error) => wasRefused(error, 'events.action') || wasRefused(error, 'roles.from_day') || takenKey(error) !== null,
    () => answer(services, actor, id, isAccepted),
  )
}

async function answer(services: Services, actor: Person, id: string, isAccepted: boolean): Promise<Answered | null> {
  const { store, now } = services
  const proposal = await proposalOf(store.db, id)
  const area = proposal && (await areaById(store.db, proposal.areaId))
  if (!proposal || !area || !mayManage(actor, 'supervisor', area)) return null
  const granted = isAccepted ? await granting(services, actor, proposal) : { personId: null, statements: [] }
  if (!granted) return { ok: false, why: 'other-name' }
  const { communityId, proposedBy } = proposal
  const event = { communityId, actorId: actor.id, now: now(), data: { proposalId: id } }
  const action = isAccepted ? ('proposal-accepted' as const) : ('proposal-declined' as const)
  const isThere = sql`exists (select 1 from ${roleProposals} where ${eq(roleProposals.id, id)})`
  await store.commit([
    // Of two answers at the same moment the second finds no proposal, and its whole commit is refused.
    placeEvent(store, registerOf(communityId), { ...event, action: onlyIf(isThere, sql`${action}`) }),
    registerNotification(store, {
      communityId,
      personId: proposedBy,
      kind: action,
      aboutId: granted.personId ?? '',
      now: now(),
    }),
    ...granted.statements,
    store.db.delete(roleProposals).where(eq(roleProposals.id, id)),
  ])
  return { ok: true, personId: granted.personId }
}

/** Null if the number belongs to an account under another name. */
async function granting(services: Services, actor: Person, { name, phone, areaId }: Proposal) {
  const { db } = services.store
  const area = await areaById(db, areaId)
  const known = await accountByPhone(db, phone)
  if (!area || (known && !isSameName(known.name, name))) return null
  const personId = known?.id ?? newId()
  const account = known
    ? []
    : await newAccount(services, { id: personId, name, phone, communityId: areaId, actorId: actor.id })
  const held = await roleRowsOf(db, [personId], services.now(), [areaId])
  const hasRole = held.some(({ role, isOver }) => role === 'supervisor' && !isOver)
  return {
    personId,
    statements: [...account, ...(hasRole ? [] : roleStatements(services, actor.id, personId, 'supervisor', area))],
  }
}
