import { listedStatements, residentStatements } from '#actions/residents/edit-resident.ts'
import { type Posting, preparePost } from '#actions/wishes/post-wish.ts'
import { newId } from '#auth/hashing.ts'
import type { Resident } from '#db/residents/resident-rows.ts'
import type { Statement } from '#db/store/store.ts'
import { itemById } from '#domain/catalogue/catalogue.ts'
import { type FileFacts, firstFacts, withTaken } from '#domain/lists/file-facts.ts'
import type { Person } from '#domain/people/actor.ts'
import { estimateOf } from '#domain/reading/estimates.ts'
import type { Services } from '#src/services.ts'
import type { ImportPlace, JudgedNeed } from './judge-list.ts'
import type { Share, TakeRefusal } from './list-share.ts'

/** The resident a row is about: one with a file, or a new one whose file is made in the same commit. */
type Owner = {
  readonly id: string
  /** The file as it was read; null for a new one. */
  readonly resident: Resident | null
  readonly name: string
  readonly gridId: string
  readonly facts: FileFacts
  readonly version: number
}

/** The residents and wishes of the chosen rows. No resident has been asked yet, so no consent is recorded. */
export async function needsTaken(
  services: Services,
  actor: Person,
  { community }: ImportPlace,
  chosen: readonly JudgedNeed[],
): Promise<Share | TakeRefusal> {
  const owners = new Map<string, Owner>()
  const posted: { readonly wishId: string; readonly code: string; readonly statements: readonly Statement[] }[] = []
  for (const one of chosen) {
    const owner = ownerOf(one, owners.get(one.person))
    owners.set(one.person, owner)
    const { id, gridId, facts } = owner
    const whose = { id, communityId: community.id, gridId, ageBand: facts.ageBand }
    const prepared = await preparePost(services, actor, whose, postingOf(one), { isImport: true })
    if (!prepared.ok) return { ok: false, why: 'refused', line: one.row.line, refusal: prepared.refusal }
    const { wish, statements } = prepared
    posted.push({ wishId: wish.id, code: wish.code, statements })
  }
  const all = [...owners.values()]
  const fresh = all.filter(({ resident }) => resident === null)
  const files = await Promise.all(
    fresh.map((owner) => residentStatements(services, actor.id, community.id, owner.id, fileOf(owner))),
  )
  const changed = all.flatMap(({ resident, facts, version }) =>
    resident ? listedStatements(services, actor, resident, facts, version) : [],
  )
  return {
    ok: true,
    statements: [...files.flat(), ...changed, ...posted.flatMap(({ statements }) => statements)],
    owners: posted.map(({ wishId }) => ({ wishId, personId: null })),
    taken: {
      wishCodes: posted.map(({ code }) => code),
      newResidents: fresh.length,
      knownResidents: owners.size - fresh.length,
      personIds: [],
    },
  }
}

/** Two lines about one person make one file, with what both say and the user did not decline. */
function ownerOf({ row, grid, resident, takes, version }: JudgedNeed, before: Owner | undefined): Owner {
  if (before) return { ...before, facts: withTaken(before.facts, row, takes) }
  if (resident) {
    const { id, name, gridId } = resident
    return { id, resident, name, gridId, facts: withTaken(resident, row, takes), version }
  }
  if (!grid) throw new Error('a row without a grid was taken')
  return { id: newId(), resident: null, name: row.name, gridId: grid.id, facts: firstFacts(row), version }
}

function fileOf({ gridId, name, facts }: Owner) {
  const { sex, ageBand, place, building, unit, door, phones } = facts
  const unasked = { callFrom: null, callUntil: null, relativeName: '', relativePhone: '', hearing: '' }
  return { gridId, name, sex, ageBand, place, building, unit, door, phones, ...unasked }
}

/** If the list states no value, the usual price is used, provided the catalogue has one for this measure. */
function postingOf({ row, reason }: JudgedNeed): Posting {
  const { wish, quantity, measure, valueFen, urgency, source, note } = row
  const item = wish.item ? itemById(wish.item) : undefined
  const usual = item ? estimateOf(item, { quantity, measure, specification: wish.specification }) : null
  const saysMore = !item?.names.includes(wish.text)
  return {
    content: {
      itemId: item?.id ?? null,
      category: item?.category ?? 'goods',
      measure,
      quantity,
      valueFen: valueFen ?? usual,
      urgency,
      source,
    },
    words: saysMore ? wish.text : '',
    specification: wish.specification,
    claimerNote: [wish.remark, note].filter(Boolean).join('；'),
    repeatReason: reason,
  }
}
