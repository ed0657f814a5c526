import { and, eq, sql } from 'drizzle-orm'
import { registerEvent } from '#actions/event-log.ts'
import { newId } from '#auth/hashing.ts'
import { people, units, volunteers } from '#db/schema/tables.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import type { Statement } from '#db/store/store.ts'
import type { Person } from '#domain/people/actor.ts'
import { changedDetails, type PersonDetails } from '#domain/people/person-details.ts'
import type { Services } from '#src/services.ts'
import { soundsOf } from './name-sounds.ts'

type Amending = {
  readonly personId: string
  /** The community or area in whose register the change is recorded. */
  readonly placeId: string
  /** The community whose details as a volunteer are changed; null if only the name is. */
  readonly communityId: string | null
  readonly before: PersonDetails
  readonly after: PersonDetails
  /** The version of the person that the form was made from. */
  readonly version: number
}

/**
 * Changes a person's name and details as a volunteer. The caller has decided that the actor may: for themselves, or as
 * the one who looks after them. 'changed' if someone else has saved since the form was made.
 */
export async function amendPerson(
  { store, now }: Services,
  actor: Person,
  { personId, placeId, communityId, before, after, version }: Amending,
): Promise<'saved' | 'changed'> {
  const { db } = store
  const fields = changedDetails(before, after)
  if (!fields.length) return 'saved'
  const { name, details } = after
  const named = fields.includes('name') ? { name, ...(await soundsOf(name)) } : {}
  const event = { communityId: placeId, actorId: actor.id, now: now(), data: { personId, fields } }
  const isUnchanged = sql`${people.version} = ${version}`
  try {
    await store.commit([
      db
        .update(people)
        .set({ ...named, version: onlyIf(isUnchanged, sql`${version + 1}`) })
        .where(eq(people.id, personId)),
      ...(communityId ? detailStatements(store, personId, communityId, details) : []),
      registerEvent(store, { ...event, action: 'person-amended' }),
    ])
    return 'saved'
  } catch (error) {
    if (wasRefused(error, 'people.version')) return 'changed'
    throw error
  }
}

function detailStatements(
  { db }: Services['store'],
  personId: string,
  communityId: string,
  { unit, branch, building, strengths, freeTimes }: PersonDetails['details'],
): readonly Statement[] {
  const unitId = unit
    ? sql<string>`(select ${units.id} from ${units} where ${units.communityId} = ${communityId} and ${units.name} = ${unit})`
    : null
  const change = db
    .update(volunteers)
    .set({ unitId, branch, building, strengths, freeTimes })
    .where(and(eq(volunteers.personId, personId), eq(volunteers.communityId, communityId)))
  return unit
    ? [db.insert(units).values({ id: newId(), communityId, name: unit }).onConflictDoNothing(), change]
    : [change]
}
