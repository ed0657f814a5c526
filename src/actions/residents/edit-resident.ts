import { eq } from 'drizzle-orm'
import { registerEvent, registerOf } from '#actions/event-log.ts'
import { type KeyReused, type OnceAnswer, once, type Prepared } from '#actions/once.ts'
import { nameColumns } from '#actions/people/name-sounds.ts'
import { movesOf } from '#actions/wishes/prepare-moves.ts'
import { newId } from '#auth/hashing.ts'
import { wishesUnderWay } from '#db/residents/ended-files.ts'
import { type Resident, residentOf, twinOf } from '#db/residents/resident-rows.ts'
import { residents } from '#db/schema/tables.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import { type Statement, takenKey } from '#db/store/store.ts'
import { changesSince, type Edited, isUnchanged } from '#db/store/version-of.ts'
import type { FileFacts } from '#domain/lists/file-facts.ts'
import { isStaffOf, type Person } from '#domain/people/actor.ts'
import { type ConsentAsked, changedFields, type ResidentFields } from '#domain/people/resident.ts'
import type { Faults } from '#domain/reading/checked.ts'
import type { ConsentPurpose } from '#domain/vocabulary.ts'
import { transition } from '#domain/wish/lifecycle.ts'
import type { Services } from '#src/services.ts'
import { consentStatements } from './record-consent.ts'
import { recordLook } from './record-look.ts'

export type NewResident = {
  readonly communityId: string
  readonly fields: ResidentFields
  /** What the resident agreed to when asked. It must include `kept`, without which there may be no file. */
  readonly agreed: readonly ConsentPurpose[]
  readonly asked: ConsentAsked
}
type Answer = { readonly residentId: string }
type Faulty = { readonly ok: false; readonly why: 'faults'; readonly faults: Faults; readonly twinId: string | null }

/** Makes a new file with its consents; null if the actor may not manage files in that grid. */
export async function addResident(
  services: Services,
  actor: Person,
  key: string,
  input: NewResident,
): Promise<OnceAnswer<Answer> | KeyReused | Faulty | null> {
  const { communityId, fields, agreed, asked } = input
  if (!isStaffOf(actor, { communityId, gridId: fields.gridId })) return null
  return once(
    services,
    actor,
    { key, action: 'add-resident', body: input },
    async (): Promise<Prepared<Answer> | Faulty> => {
      if (!agreed.includes('kept')) return { ok: false, why: 'faults', faults: { agreed: 'kept' }, twinId: null }
      const twinId = await twinOf(services.store.db, fields, null)
      if (twinId) return { ok: false, why: 'faults', faults: { name: 'on-the-list' }, twinId }
      const residentId = newId()
      const consents = agreed.map((purpose) => ({ residentId, purpose, given: true, ...asked }))
      const statements = [
        ...(await residentStatements(services, actor.id, communityId, residentId, fields)),
        ...consentStatements(services, actor.id, communityId, consents),
      ]
      return { ok: true, statements, answer: { residentId } }
    },
  )
}

/** A needs list does not always state the residents' ages. */
export type ListedFields = Omit<ResidentFields, 'ageBand'> & { readonly ageBand: ResidentFields['ageBand'] | null }

/** The rows of a new file; an import commits many of them. */
export async function residentStatements(
  { store, now }: Services,
  actorId: string,
  communityId: string,
  residentId: string,
  fields: ListedFields,
): Promise<readonly Statement[]> {
  const row = {
    ...fields,
    ...(await nameColumns(fields.name)),
    id: residentId,
    communityId,
    createdBy: actorId,
    createdAt: now(),
    askedAt: now(),
  }
  return [
    store.db.insert(residents).values(row),
    registerEvent(store, { communityId, actorId, action: 'resident-added', data: { residentId }, now: now() }),
  ]
}

/** Reads the file and records that the actor has looked at it; null if there is none that the actor may see. */
export async function openFile(services: Services, actor: Person, residentId: string): Promise<Resident | null> {
  const resident = await residentOf(services.store.db, residentId)
  if (!resident || !isStaffOf(actor, resident)) return null
  await recordLook(services, actor, { page: 'resident', residentId })
  return resident
}

/**
 * The record that the form of a file edits. Ending the file is also a change, because no one may write into a file that
 * has just ended.
 */
export const editedFile = ({ id, communityId }: Pick<Resident, 'id' | 'communityId'>): Edited => ({
  stream: registerOf(communityId),
  actions: ['resident-amended', 'resident-ended', 'resident-reopened'],
  subject: { key: 'residentId', id },
})

type Amending = {
  readonly fields: ResidentFields
  /** The version that the form was made from. */
  readonly version: number
}

/**
 * Changes the file; the event names the fields and never their values. Refused as `changed` if someone else has changed
 * it since the form was made. Saving the same values again changes nothing.
 */
export async function amendResident(
  services: Services,
  actor: Person,
  resident: Resident,
  amending: Amending,
  round = 0,
): Promise<{ readonly ok: true } | Faulty | { readonly ok: false; readonly why: 'changed' }> {
  const { store, now } = services
  const { fields, version } = amending
  const faulty = (code: string, at: string): Faulty => ({
    ok: false,
    why: 'faults',
    faults: { [at]: code },
    twinId: null,
  })
  if (resident.endedAt) return faulty('file-ended', 'name')
  const changed = changedFields(resident as unknown as ResidentFields, fields)
  if (!changed.length) return { ok: true }
  const edited = editedFile(resident)
  if ((await changesSince(store.db, edited, version)).length) return { ok: false, why: 'changed' }
  const twinId = await twinOf(store.db, fields, resident.id)
  if (twinId) return { ok: false, why: 'faults', faults: { name: 'on-the-list' }, twinId }
  const { id: residentId, communityId } = resident
  const moves = changed.includes('gridId') ? await alongTo(services, actor, resident, fields) : []
  if (!moves) return faulty('under-way', 'gridId')
  const change = store.db
    .update(residents)
    .set({
      ...fields,
      ...(await nameColumns(fields.name)),
      communityId: onlyIf(isUnchanged(edited, version), residents.communityId),
    })
    .where(eq(residents.id, residentId))
  const data = { residentId, fields: changed }
  try {
    await store.commit([
      ...moves,
      change,
      registerEvent(store, { communityId, actorId: actor.id, action: 'resident-amended', data, now: now() }),
    ])
    return { ok: true }
  } catch (error) {
    // Someone else has saved the file, or one of the wishes was claimed, at the same moment: try again.
    const isStale = wasRefused(error, 'residents.community_id') || takenKey(error) !== null
    const fresh = isStale && round < 4 ? await residentOf(store.db, residentId) : null
    if (!fresh) throw error
    return amendResident(services, actor, fresh, amending, round + 1)
  }
}

/**
 * Changes to a file that come from a list, for the list's commit; empty if nothing differs. If someone else has changed
 * the file since that version, the whole commit is refused.
 */
export function listedStatements(
  { store, now }: Services,
  actor: Person,
  resident: Resident,
  { place, building, unit, door, ageBand, phones }: FileFacts,
  version: number,
): readonly Statement[] {
  const fields = { place, building, unit, door, ageBand, phones }
  const names = Object.keys(fields) as (keyof typeof fields)[]
  const changed = names.filter((name) => JSON.stringify(resident[name]) !== JSON.stringify(fields[name]))
  if (changed.length === 0) return []
  const { id: residentId, communityId } = resident
  const data = { residentId, fields: changed }
  return [
    store.db
      .update(residents)
      .set({ ...fields, communityId: onlyIf(isUnchanged(editedFile(resident), version), residents.communityId) })
      .where(eq(residents.id, residentId)),
    registerEvent(store, { communityId, actorId: actor.id, action: 'resident-amended', data, now: now() }),
  ]
}

/**
 * Residents who move within the community keep their file, and wishes that no one has claimed move to the new grid with
 * them. Null while a volunteer or an office is working on a wish: the old grid finishes it first, and until then only
 * the address may change.
 */
async function alongTo(services: Services, actor: Person, resident: Resident, { gridId, ageBand }: ResidentFields) {
  const underWay = await wishesUnderWay(services.store.db, resident.id)
  if (underWay.some(({ wish }) => !transition('amend').from.includes(wish.state))) return null
  return movesOf(services, actor, underWay, ({ wish }) => {
    const { itemId, category, quantity, measure, valueFen, urgency, source, every } = wish
    const content = { itemId, category, quantity, measure, valueFen, urgency, source, every, gridId, ageBand }
    return { action: 'amend', content, fields: ['gridId'], hasRepeatReason: true }
  })
}
