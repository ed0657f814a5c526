import { and, eq, sql } from 'drizzle-orm'
import { placeEvent } from '#actions/event-log.ts'
import { once } from '#actions/once.ts'
import { initialsOf } from '#actions/people/name-sounds.ts'
import { newId } from '#auth/hashing.ts'
import { knowledge } from '#db/schema/tables.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import type { Statement } from '#db/store/store.ts'
import type { Edited } from '#db/store/version-of.ts'
import { type Knowledge, knowledgeById, knowledgeOf } from '#db/wishes/knowledge-rows.ts'
import { changedIn, type KnowledgeFields } from '#domain/knowledge.ts'
import { isWorkerIn, type Person } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'

/** Adds an entry, once however often the form is sent. Null if the actor does not work in that community. */
export async function addKnowledge(
  services: Services,
  actor: Person,
  communityId: string,
  key: string,
  fields: KnowledgeFields,
) {
  if (!isWorkerIn(actor, communityId)) return null
  return once<string, never>(
    services,
    actor,
    { key, action: 'add-knowledge', body: [communityId, fields] },
    async () => {
      const id = newId()
      return { ok: true, answer: id, statements: await newEntry(services, actor.id, communityId, id, fields) }
    },
  )
}

/**
 * Adds the starter entries to a community that has none: all of them or nothing, and none marked as reviewed. Null if
 * the actor does not work there, or if there are entries already.
 */
export async function addStarters(
  services: Services,
  actor: Person,
  communityId: string,
  key: string,
  stock: readonly KnowledgeFields[],
) {
  if (!isWorkerIn(actor, communityId)) return null
  const body = [communityId, stock.map(({ title }) => title)]
  return once<number, { readonly ok: false; readonly why: 'not-empty' }>(
    services,
    actor,
    { key, action: 'add-starters', body },
    async () => {
      const { db } = services.store
      const there = [true, false].map((isRetired) => knowledgeOf(db, { communityId, isRetired }))
      if ((await Promise.all(there)).flat().length) return { ok: false, why: 'not-empty' }
      const entries = stock.map((fields) => newEntry(services, actor.id, communityId, newId(), fields))
      return { ok: true, answer: stock.length, statements: (await Promise.all(entries)).flat() }
    },
  )
}

async function newEntry(
  { store, now }: Services,
  madeBy: string,
  communityId: string,
  id: string,
  fields: KnowledgeFields,
): Promise<readonly Statement[]> {
  const event = { communityId, actorId: madeBy, now: now(), data: { knowledgeId: id, subject: fields.subject } }
  const row = { id, communityId, madeBy, updatedAt: now(), ...fields, initials: await initialsFor(fields) }
  return [
    placeEvent(store, streamOf(communityId), { ...event, action: 'knowledge-added' }),
    store.db.insert(knowledge).values(row),
  ]
}

type Change = { readonly fields: KnowledgeFields; readonly isRetired: boolean }
type Changed =
  | { readonly ok: true }
  /** Someone else has changed it since the form was made; `fresh` is its present state. */
  | { readonly ok: false; readonly fresh: Knowledge }

/**
 * Changes an entry, or retires or restores it; the event names the fields and not the words. `version` is the one the
 * form was made from. Sending the form twice changes nothing more. Null if the entry is not of a community where the
 * actor works.
 */
export async function changeKnowledge(
  { store, now }: Services,
  actor: Person,
  id: string,
  version: number,
  { fields, isRetired }: Change,
): Promise<Changed | null> {
  const before = await knowledgeById(store.db, id)
  if (!before || !isWorkerIn(actor, before.communityId)) return null
  const changed = [...changedIn(before, fields), ...(before.retired === isRetired ? [] : ['retired'])]
  if (!changed.length) return { ok: true }
  if (before.version !== version) return { ok: false, fresh: before }

  const { communityId } = before
  const data = { knowledgeId: id, fields: changed }
  const event = { communityId, actorId: actor.id, now: now(), data, action: actionOf(before.retired, isRetired) }
  const next = onlyIf(sql`${knowledge.version} = ${version}`, sql`${version + 1}`)
  const row = { ...fields, initials: await initialsFor(fields), retired: isRetired, updatedAt: now(), version: next }
  try {
    await store.commit([
      placeEvent(store, streamOf(communityId), event),
      store.db
        .update(knowledge)
        .set(row)
        .where(and(eq(knowledge.id, id))),
    ])
    return { ok: true }
  } catch (error) {
    const fresh = wasRefused(error, 'knowledge.version') ? await knowledgeById(store.db, id) : null
    if (!fresh) throw error
    // If the form was sent twice, the first one made the change.
    const isSame = !changedIn(fresh, fields).length && fresh.retired === isRetired
    return isSame ? { ok: true } : { ok: false, fresh }
  }
}

const actionOf = (was: boolean, is: boolean): `knowledge-${'changed' | 'retired' | 'restored'}` =>
  was === is ? 'knowledge-changed' : is ? 'knowledge-retired' : 'knowledge-restored'

const streamOf = (communityId: string): string => `knowledge:${communityId}`

/** The record that the form of an entry edits. */
export const editedEntry = ({ id, communityId }: Pick<Knowledge, 'id' | 'communityId'>): Edited => ({
  stream: streamOf(communityId),
  actions: ['knowledge-changed', 'knowledge-retired', 'knowledge-restored'],
  subject: { key: 'knowledgeId', id },
})

async function initialsFor({ title, keywords }: KnowledgeFields): Promise<string> {
  const initials = await Promise.all([title, ...keywords.split(' ')].map(initialsOf))
  return initials.filter(Boolean).join(' ')
}
