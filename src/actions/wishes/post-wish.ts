import { eq } from 'drizzle-orm'
import { askedStatement } from '#actions/residents/record-asked.ts'
import { newId, randomDigits } from '#auth/hashing.ts'
import { isFileEnded, residentOf, standingFile } from '#db/residents/resident-rows.ts'
import { wishDetails } from '#db/schema/tables.ts'
import type { Statement } from '#db/store/store.ts'
import { wishOfTransfer } from '#db/wishes/transfer-rows.ts'
import { consentsOf, detailsOf, latestNote, loadWish } from '#db/wishes/wish-rows.ts'
import { nobody } from '#domain/notifications.ts'
import { type Actor, isStaffOf } from '#domain/people/actor.ts'
import { scopeOf } from '#domain/reading/scope.ts'
import type { ConsentPurpose, ReferReason } from '#domain/vocabulary.ts'
import type { Came } from '#domain/wish/arrival.ts'
import { decide } from '#domain/wish/decide.ts'
import { toBePublic } from '#domain/wish/endings.ts'
import { transition } from '#domain/wish/lifecycle.ts'
import type { Order } from '#domain/wish/orders.ts'
import type { Refusal } from '#domain/wish/refusals.ts'
import { nothingKnown } from '#domain/wish/situation.ts'
import type { Content, Wish } from '#domain/wish/wish.ts'
import { wishCode } from '#domain/wish/wish-code.ts'
import type { Note } from '#domain/wish/wish-events.ts'
import type { Services } from '#src/services.ts'
import { circleOf } from './circle.ts'
import { odditiesFor, repeatOf, textsOf } from './known-for.ts'
import { type Moved, moveWish } from './move-wish.ts'
import { prepareMove } from './prepare-move.ts'
import { situationOf } from './situation-of.ts'
import { transferOf } from './transfer-number.ts'
import { statementsOf } from './write-wish.ts'

/** What a grid worker fills in; the grid and the age band come from the resident's file. */
export type Posting = {
  readonly content: Omit<Content, 'gridId' | 'ageBand'>
  /** Free text; private. Empty if the catalogue's item says everything. */
  readonly words: string
  readonly specification: string
  readonly claimerNote: string
  readonly repeatReason: string
  /** Why it is odd or expensive, where it is. */
  readonly oddReason?: string
  /** Private words in any of these texts that were confirmed as needed. */
  readonly needed?: readonly string[]
  /** When the phone says it was typed, in seconds; only for forms that waited on the phone for a signal. */
  readonly typedAtSeconds?: number | null
  readonly came?: Came
  /** Set if this is not for volunteers: it is recorded and referred to the office in the same commit. */
  readonly refer?: { readonly reason: ReferReason; readonly note: string } | null
}

/** What a wish needs to know about its resident, whose file exists or is made in the same commit. */
export type Whose = {
  readonly id: string
  readonly communityId: string
  readonly gridId: string
  readonly ageBand: Content['ageBand']
}

export type Prepared =
  | { readonly ok: true; readonly wish: Wish; readonly statements: readonly Statement[] }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * Decides about a first posting and prepares its rows; the caller commits them, alone or with others. Rows of a list
 * are never published at once, and no notifications are sent for them. `agreed`: consents that the same commit records.
 */
export async function preparePost(
  services: Services,
  actor: Actor,
  whose: Whose,
  posting: Posting,
  { isImport = false, agreed }: { readonly isImport?: boolean; readonly agreed?: readonly ConsentPurpose[] } = {},
): Promise<Prepared> {
  const { store } = services
  const situation = await situationOf(services, whose.communityId, null)
  const { content, words, specification, came, refer, needed = [] } = posting
  const taken = came?.workOrder ? await wishOfTransfer(store.db, whose.communityId, came.workOrder) : null
  if (taken) return { ok: false, refusal: { why: 'work-order', code: taken } }
  const known = {
    ...nothingKnown,
    consents: agreed ?? (await consentsOf(store.db, whose.id)),
    fileEnded: await isFileEnded(store.db, whose.id),
    repeat: await repeatOf(services, whose.id, { itemId: content.itemId, words }, situation, null),
    outOfScope: refer ? null : scopeOf({ itemId: content.itemId, words, specification, note: posting.claimerNote }),
    // What a list says is asked about on its own page, and what goes to an office is no wish.
    oddities:
      refer || isImport
        ? []
        : await odditiesFor(services, whose.id, { ...content, words, specification, title: '' }, situation, null),
    // The texts of a list are checked row by row on the list's own page.
    texts: isImport ? [] : textsOf(words, specification),
  }
  const verdict = decide(
    newId(),
    null,
    {
      action: 'post',
      code: wishCode(randomDigits(7)),
      communityId: whose.communityId,
      content: { ...content, gridId: whose.gridId, ageBand: whose.ageBand },
      hasRepeatReason: posting.repeatReason.trim() !== '',
      // A request that is referred at once never appears on the board.
      isImport: isImport || Boolean(refer),
      receivedAt: came?.receivedAt ?? null,
      typedAtSeconds: posting.typedAtSeconds ?? null,
      notes: isImport ? [] : notesOf(posting),
      needed,
    },
    actor,
    { ...situation, known },
  )
  if (!verdict.ok) return verdict

  const { wish, event } = verdict
  // A request that is referred at once needs no check, so the secretary gets no notification of a posting.
  const circle = isImport || refer ? nobody : await circleOf(services, event, wish)
  const statements = statementsOf(store, { before: null, after: wish, event, notes: notesOf(posting), circle })
  const details = {
    wishId: wish.id,
    residentId: whose.id,
    words,
    specification,
    publicText: '',
    titleHiddenAt: null,
    erasedAt: null,
  }
  const referred = refer
    ? await prepareMove(services, actor, wish, { orders: [{ ...referralOf(refer), needed }], details })
    : null
  if (referred && !referred.ok) return referred
  return {
    ok: true,
    wish: referred?.wish ?? wish,
    statements: [
      ...statements,
      store.db
        .insert(wishDetails)
        .values({ ...details, residentId: standingFile(whose.id, wish.state === 'open' ? toBePublic : []) }),
      askedStatement(store, whose.id, situation.now),
      ...transferOf(store, wish, came),
      ...(referred?.statements ?? []),
    ],
  }
}

/**
 * Changes the content of a wish, or posts a returned draft again if `orders` is 'post'. `version` is the wish's seq
 * when the form was made; if someone has changed the wish since, the order is refused as overtaken. Null if the actor
 * may not see it.
 */
export async function amendWish(
  services: Services,
  actor: Actor,
  code: string,
  posting: Posting,
  version: number,
  round = 0,
): Promise<Moved | null> {
  const { store } = services
  const wish = await loadWish(store.db, code)
  const details = wish && (await detailsOf(store.db, wish.id))
  if (!wish || !details || !isStaffOf(actor, wish)) return null
  const resident = await residentOf(store.db, details.residentId)
  const place = { gridId: resident?.gridId ?? wish.gridId, ageBand: resident?.ageBand ?? wish.ageBand }
  const content = { ...posting.content, ...place }
  const { words, specification } = posting
  const isNoteNew = posting.claimerNote !== (await latestNote(store.db, wish.id, 'claimer'))
  const fields = [
    ...(Object.keys(content) as (keyof Content)[]).filter((name) => content[name] !== wish[name]),
    ...(words === details.words ? [] : ['words']),
    ...(specification === details.specification ? [] : ['specification']),
    ...(isNoteNew ? ['note'] : []),
  ]
  const notes = notesOf(posting).filter(({ kind }) => kind !== 'claimer' || isNoteNew)
  // A monthly wish asks for the same item again on purpose.
  const isRecurring = wish.state === 'draft' && wish.repeatOf !== null
  const order = {
    content,
    hasRepeatReason: isRecurring || posting.repeatReason.trim() !== '',
    notes,
    needed: posting.needed ?? [],
  }
  if (wish.seq !== version && transition('amend').from.includes(wish.state))
    // Sent twice: the wish already contains what the form says. Anything else would undo changes made since.
    return fields.length ? { ok: false, wish, refusal: { why: 'overtaken' } } : { ok: true, wish, isAgain: true }
  const moved = await moveWish(services, actor, {
    code,
    before: wish,
    orders: [
      wish.state === 'draft'
        ? { action: 'post', code, communityId: wish.communityId, isImport: false, ...order }
        : { action: 'amend', fields, ...order },
    ],
    details: { words, specification },
    also: ({ db }) => [db.update(wishDetails).set({ words, specification }).where(eq(wishDetails.wishId, wish.id))],
  })
  // Changed at the same moment, by someone else or by a second press of the same form.
  const isOvertaken = moved?.ok === false && moved.refusal.why === 'overtaken' && round === 0
  return isOvertaken ? amendWish(services, actor, code, posting, version, 1) : moved
}

const referralOf = ({ reason, note }: NonNullable<Posting['refer']>): Order => ({
  action: 'refer',
  reason,
  notes: [{ kind: 'office', text: note }],
})

const notesOf = ({ claimerNote, repeatReason, oddReason = '' }: Posting): readonly Note[] => [
  { kind: 'claimer', text: claimerNote },
  { kind: 'repeat', text: repeatReason },
  { kind: 'odd', text: oddReason },
]
