import type { Community } from '#db/community/area-rows.ts'
import { rolesHeld } from '#db/people/volunteer-rows.ts'
import type { Change } from '#db/store/version-of.ts'
import { actorId } from '#domain/people/actor.ts'
import type { C } from '#http/context.ts'
import type { Meanwhile } from '#views/parts/form/meanwhile-banner.tsx'

type Values = Readonly<Record<string, string>>

type Compared = {
  readonly typed: Values
  /** The stored record in the form of its fields. */
  readonly recorded: Values
  /** Fields of the form that have another name in the event. */
  readonly fieldsOf?: Readonly<Record<string, readonly string[]>>
}

/** What a refused edit shows: who made the other change, by role, when, and the new value next to each field. */
export async function meanwhileOf(
  c: C,
  community: Community,
  changes: readonly Change[],
  { typed, recorded, fieldsOf = {} }: Compared,
): Promise<Meanwhile> {
  const made = []
  for (const { actorId: id, at } of changes) made.push({ who: await roleOf(c, community, id), at })
  // If an event names no fields, any of them may have changed.
  const isAny = changes.some(({ fields }) => fields.length === 0)
  const changed = new Set(changes.flatMap(({ fields }) => fields.flatMap((name) => fieldsOf[name] ?? [name])))
  const differing = Object.entries(recorded).filter(
    ([name, value]) => (isAny || changed.has(name)) && value !== (typed[name] ?? '').trim(),
  )
  return { changes: made, now: Object.fromEntries(differing) }
}

/** In words, and never by name: colleagues are described by their role here. */
async function roleOf(c: C, { id: communityId }: Community, personId: string): Promise<string> {
  const { store, now } = c.get('services')
  const { meanwhile, words } = c.get('text')
  if (personId === actorId(c.get('actor'))) return meanwhile.self
  const held = await rolesHeld(store.db, personId, now())
  const here = held.filter((one) => one.communityId === communityId).map(({ role }) => role)
  const role = (['secretary', 'gridWorker'] as const).find((one) => here.includes(one))
  return role ? words.role[role] : meanwhile.somebody
}
