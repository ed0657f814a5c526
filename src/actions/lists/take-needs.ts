import { residentStatements } from '#actions/residents/edit-resident.ts'
import { type Posting, preparePost } from '#actions/wishes/post-wish.ts'
import { newId } from '#auth/hashing.ts'
import type { Statement } from '#db/store/store.ts'
import { itemById } from '#domain/catalogue/catalogue.ts'
import { isSamePerson } from '#domain/lists/preview.ts'
import type { NeedRow } from '#domain/lists/rows.ts'
import type { Person } from '#domain/people/actor.ts'
import { isComplete } from '#domain/reading/addresses.ts'
import { estimateOf } from '#domain/reading/estimates.ts'
import type { AgeBand } from '#domain/vocabulary.ts'
import type { Services } from '#src/services.ts'
import { type ImportPlace, type JudgedNeed, whoOf } from './judge-list.ts'
import type { Share, TakeRefusal } from './list-share.ts'

/** A resident whom a row is about: on the list already, or to be made in the same commit. */
type Owner = {
  readonly id: string
  readonly isNew: boolean
  readonly gridId: string
  readonly ageBand: AgeBand | null
  readonly who: ReturnType<typeof whoOf>
  readonly sex: NeedRow['sex']
}

/** Residents and wishes of the chosen rows. Nobody has been asked yet, so no consent is recorded. */
export async function needsTaken(
  services: Services,
  actor: Person,
  { community }: ImportPlace,
  chosen: readonly JudgedNeed[],
): Promise<Share | TakeRefusal> {
  const owners = new Map<string, Owner>()
  const posted: { readonly wishId: string; readonly code: string; readonly statements: readonly Statement[] }[] = []
  for (const one of chosen) {
    const owner = ownerOf(one, [...owners.values()])
    owners.set(owner.id, owner)
    const whose = { id: owner.id, communityId: community.id, gridId: owner.gridId, ageBand: owner.ageBand }
    const prepared = await preparePost(services, actor, whose, postingOf(one), { isImport: true })
    if (!prepared.ok) return { ok: false, why: 'refused', line: one.row.line, refusal: prepared.refusal }
    const { wish, statements } = prepared
    posted.push({ wishId: wish.id, code: wish.code, statements })
  }
  const fresh = [...owners.values()].filter(({ isNew }) => isNew)
  const files = await Promise.all(
    fresh.map((owner) => residentStatements(services, actor.id, community.id, owner.id, fileOf(owner))),
  )
  return {
    ok: true,
    statements: [...files.flat(), ...posted.flatMap(({ statements }) => statements)],
    owners: posted.map(({ wishId }) => ({ wishId, personId: null })),
    taken: {
      wishCodes: posted.map(({ code }) => code),
      newResidents: fresh.length,
      knownResidents: owners.size - fresh.length,
      personIds: [],
    },
  }
}

/** Two lines of one person are one file, with what both lines know of them. */
function ownerOf({ row, grid, resident }: JudgedNeed, before: readonly Owner[]): Owner {
  const who = whoOf(row, grid)
  const ageBand = row.ageBand === 'under14' ? null : row.ageBand
  if (resident) {
    const { id, gridId } = resident
    return { id, isNew: false, gridId, ageBand: resident.ageBand ?? ageBand, who, sex: resident.sex }
  }
  const known = before.find((owner) => owner.isNew && isSamePerson(owner.who, who))
  if (!known) {
    if (!grid) throw new Error('a row without a grid was taken')
    return { id: newId(), isNew: true, gridId: grid.id, ageBand, who, sex: row.sex }
  }
  const phones = [...new Set([...known.who.phones, ...who.phones])]
  const { place, building, unit, door } = isComplete(known.who) ? known.who : who
  return {
    ...known,
    ageBand: known.ageBand ?? ageBand,
    sex: known.sex ?? row.sex,
    who: { ...known.who, place, building, unit, door, phones },
  }
}

function fileOf({ gridId, ageBand, sex, who }: Owner) {
  const { name, place, building, unit, door, phones } = who
  const unasked = { callFrom: null, callUntil: null, relativeName: '', relativePhone: '', hearing: '' }
  return { gridId, name, sex, ageBand, place, building, unit, door, phones, ...unasked }
}

/** A value that the list leaves open is the usual price, where the catalogue has one for what the list counts. */
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
