import { type ListedFields, residentStatements } from '#actions/residents/edit-resident.ts'
import { consentStatements } from '#actions/residents/record-consent.ts'
import { newId } from '#auth/hashing.ts'
import { namesakesOf, residentOf } from '#db/residents/resident-rows.ts'
import type { Person } from '#domain/people/actor.ts'
import type { ConsentAsked } from '#domain/people/resident.ts'
import type { ConsentPurpose } from '#domain/vocabulary.ts'
import type { Services } from '#src/services.ts'
import { type Posting, type Prepared, preparePost, type Whose } from './post-wish.ts'

/** A person met at the door who has no file, or who could not be looked up without a signal. */
type NewAtDoor = {
  readonly communityId: string
  readonly fields: ListedFields
  readonly agreed: readonly ConsentPurpose[]
  /** Null for a resident who is on the list already. */
  readonly asked: ConsentAsked | null
  /** Typed without a signal: a resident in these grids with this name and the same address or phone is meant. */
  readonly isUnseen: boolean
  /** The grids in which the actor works. */
  readonly gridIds: readonly string[]
}
export type AtDoor =
  | { readonly kind: 'listed'; readonly resident: Whose }
  | { readonly kind: 'new'; readonly file: NewAtDoor }
type Twins = { readonly ok: false; readonly why: 'twins'; readonly ids: readonly string[] }
/** The file has ended since it was looked up; a new one would need consent. */
type Gone = { readonly ok: false; readonly why: 'not-on-list' }

/** A posting for a resident with a file, or with a new file and its consents: all in one commit, or nothing. */
export async function prepareAtDoor(
  services: Services,
  actor: Person,
  atDoor: AtDoor,
  posting: Posting,
): Promise<Prepared | Twins | Gone> {
  if (atDoor.kind === 'listed') return preparePost(services, actor, atDoor.resident, posting)
  const { communityId, fields, agreed, asked, isUnseen, gridIds } = atDoor.file
  const { db } = services.store
  const ids = await namesakesOf(db, gridIds, fields)
  const [only] = ids
  if (only && (ids.length > 1 || !isUnseen)) return { ok: false, why: 'twins', ids }
  const known = only ? await residentOf(db, only) : null
  if (known) return preparePost(services, actor, known, posting)
  if (!asked) return { ok: false, why: 'not-on-list' }

  const residentId = newId()
  const whose = { id: residentId, communityId, gridId: fields.gridId, ageBand: fields.ageBand }
  const prepared = await preparePost(services, actor, whose, posting, { agreed })
  if (!prepared.ok) return prepared
  const consents = agreed.map((purpose) => ({ residentId, purpose, given: true, ...asked }))
  const statements = [
    ...(await residentStatements(services, actor.id, communityId, residentId, fields)),
    ...consentStatements(services, actor.id, communityId, consents),
    ...prepared.statements,
  ]
  return { ...prepared, statements }
}
