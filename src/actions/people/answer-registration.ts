import { and, eq, sql } from 'drizzle-orm'
import { registerEvent } from '#actions/event-log.ts'
import { whileOvertaken } from '#actions/while-overtaken.ts'
import { keyed, newId } from '#auth/hashing.ts'
import type { Community } from '#db/community/area-rows.ts'
import { takeTry } from '#db/people/attempts.ts'
import { isPending, type Registration, registrationOf } from '#db/people/registration-rows.ts'
import { registrations } from '#db/schema/tables.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import { type Statement, takenKey } from '#db/store/store.ts'
import type { FreeTime, RollStrength } from '#domain/lists/rows.ts'
import { isSecretaryOf, type Person } from '#domain/people/actor.ts'
import type { DeclineReason } from '#domain/people/registration.ts'
import type { NewPerson } from '#domain/people/volunteer.ts'
import type { Faults } from '#domain/reading/checked.ts'
import { hour, inSeconds } from '#domain/time/durations.ts'
import type { Services } from '#src/services.ts'
import { acceptance } from './add-person.ts'
import type { TooMany } from './sign-in.ts'

const windowSeconds = inSeconds(hour)
const perAddress = 20

/**
 * Stores a registration until the secretary decides. It does not look at accounts, and a second registration with a
 * waiting number changes nothing: the answer is always the same, so no one can find out who is known here.
 */
export async function register(
  services: Services,
  community: Community,
  input: NewPerson,
  address: string,
): Promise<{ readonly ok: true } | TooMany> {
  const { store, config, now } = services
  const at = now()
  const tried = await takeTry(store, keyed(config.secret, 'tries', 'register', address), windowSeconds, at)
  if (tried.count > perAddress) return { ok: false, why: 'too-many', until: tried.until }
  if (await isPending(store.db, community.id, input.phone)) return { ok: true }

  const { name, phone, unit, branch, building, strengths, freeTimes } = input
  const typed = { name, phone, unit, branch, building, strengths, freeTimes }
  const row = { id: newId(), communityId: community.id, ...typed, at, state: 'pending' as const }
  const event = { communityId: community.id, actorId: 'anyone', now: at, data: { registrationId: row.id } }
  try {
    await store.commit([
      store.db.insert(registrations).values(row),
      registerEvent(store, { ...event, action: 'volunteer-registered' }),
    ])
  } catch (error) {
    // The same number was sent twice at the same moment.
    if (!takenKey(error)?.includes('registrations.phone')) throw error
  }
  return { ok: true }
}

type Accepted =
  | { readonly ok: true; readonly personId: string; readonly isAgain: boolean }
  | { readonly ok: false; readonly registration: Registration; readonly faults: Faults }

/**
 * The secretary accepts the person as a volunteer, who is inactive until the activation code is used. Null if it is not
 * theirs.
 */
export async function acceptRegistration(
  services: Services,
  actor: Person,
  community: Community,
  id: string,
): Promise<Accepted | null> {
  if (!isSecretaryOf(actor, community.id)) return null
  return whileOvertaken(isOvertaken, () => accept(services, actor, community, id))
}

/** Decided in another window at the same moment, or the account was created in between. */
const isOvertaken = (error: unknown): boolean => wasRefused(error, 'registrations.state') || takenKey(error) !== null

async function accept(services: Services, actor: Person, community: Community, id: string): Promise<Accepted | null> {
  const { store, now } = services
  const registration = await registrationOf(store.db, community.id, id)
  if (!registration) return null
  const { state, personId } = registration
  if (state === 'accepted' && personId) return { ok: true, personId, isAgain: true }
  if (state !== 'pending') return null

  const made = await acceptance(services, actor.id, community, personIn(registration))
  if (!made.ok) return { ok: false, registration, faults: made.faults }
  const decided = { decidedBy: actor.id, decidedAt: now(), personId: made.answer.personId }
  await store.commit([decide(services, registration, 'accepted', decided), ...made.statements])
  return { ok: true, personId: made.answer.personId, isAgain: false }
}

type Answer = { readonly reason: DeclineReason; readonly note: string }

/** False if it is not theirs or was already decided. Only the community's secretaries see the note. */
export async function declineRegistration(
  services: Services,
  actor: Person,
  community: Community,
  id: string,
  { reason, note }: Answer,
): Promise<boolean> {
  const { store, now } = services
  const registration = isSecretaryOf(actor, community.id) ? await registrationOf(store.db, community.id, id) : null
  if (registration?.state !== 'pending') return false
  const event = { communityId: community.id, actorId: actor.id, now: now(), data: { registrationId: id, reason } }
  const decided = { decidedBy: actor.id, decidedAt: now(), reason, note }
  try {
    await store.commit([
      decide(services, registration, 'declined', decided),
      registerEvent(store, { ...event, action: 'registration-declined' }),
    ])
    return true
  } catch (error) {
    if (wasRefused(error, 'registrations.state')) return false
    throw error
  }
}

function decide({ store }: Services, { id }: Registration, state: 'accepted' | 'declined', decided: object): Statement {
  const once = onlyIf(sql`${registrations.state} = 'pending'`, sql`${state}`)
  const change = store.db
    .update(registrations)
    .set({ ...decided, state: once })
    .where(and(eq(registrations.id, id)))
  return change
}

const personIn = ({ name, phone, unit, branch, building, strengths, freeTimes }: Registration): NewPerson => ({
  role: 'volunteer',
  gridId: '',
  reportedIn: null,
  name,
  phone,
  unit,
  branch,
  building,
  strengths: strengths as readonly RollStrength[],
  freeTimes: freeTimes as readonly FreeTime[],
})
