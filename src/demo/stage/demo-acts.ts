import { recordLook } from '#actions/residents/record-look.ts'
import { moveWish } from '#actions/wishes/move-wish.ts'
import { type Posting, preparePost, type Whose } from '#actions/wishes/post-wish.ts'
import { publicTextOf } from '#actions/wishes/public-title.ts'
import { receiptCode } from '#actions/wishes/receipt-code.ts'
import { newId } from '#auth/hashing.ts'
import { takenKey } from '#db/store/store.ts'
import type { Door } from '#domain/doors/door.ts'
import type { Actor, Person } from '#domain/people/actor.ts'
import type { Source } from '#domain/vocabulary.ts'
import type { Order } from '#domain/wish/orders.ts'
import type { Refusal } from '#domain/wish/refusals.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Note } from '#domain/wish/wish-events.ts'
import type { Volunteer } from '#src/demo/people/demo-people.ts'
import type { Thing } from './demo-thing.ts'
import { oddReasons } from './sentences.ts'
import type { Acting } from './stage.ts'

// The same actions that the pages use, at the time of the demo's clock.

/** In the prepared story a refusal is a fault; in a rehearsal, where a visitor may have acted first, it is expected. */
export class Refused extends Error {}

type Posted = {
  readonly by: Person
  readonly source: Source
  readonly repeat?: string
  /** Not for volunteers: referred to the office in the same commit. */
  readonly refer?: Posting['refer']
}

type Story = { readonly whose: Whose; readonly thing: Thing }

export async function post(stage: Acting, story: Story, posted: Posted): Promise<Wish> {
  const { services } = stage
  const { by, source, repeat = '', refer = null } = posted
  const posting = { ...postingOf(story.thing, source, repeat), refer }
  const prepared = await preparePost(services, by, story.whose, posting, { isImport: source === 'list' })
  if (!prepared.ok) throw refused('post', prepared.refusal)
  try {
    await services.store.commit(prepared.statements)
  } catch (error) {
    // Codes are random: in one demo out of a thousand two wishes draw the same code.
    if (takenKey(error) !== 'wishes.code') throw error
    return post(stage, story, posted)
  }
  return prepared.wish
}

export function postingOf(thing: Thing, source: Source, repeatReason = '') {
  const { itemId, category, quantity, measure, valueFen, urgency, words, specification, note } = thing
  const every = thing.every ?? null
  const content = { itemId, category, quantity, measure, valueFen, urgency, source, every }
  // A reason is stored only where the wish is odd or expensive.
  return { content, words, specification, claimerNote: note, repeatReason, oddReason: oddReasons.posting }
}

export async function move({ services }: Acting, by: Actor, wish: Wish, ...orders: [Order, ...Order[]]): Promise<Wish> {
  return done(await moveWish(services, by, { code: wish.code, orders }), orders[0].action)
}

export async function publish({ services, staff }: Acting, wish: Wish, publicText: string): Promise<Wish> {
  const moved = await moveWish(services, staff.secretary, {
    code: wish.code,
    orders: [
      { action: 'publish', publicText, approvesValue: true, notes: [{ kind: 'odd', text: oddReasons.publishing }] },
    ],
    also: (store) => [publicTextOf(store, wish.id, publicText)],
  })
  return done(moved, 'publish')
}

/**
 * Claimed on the volunteer's own phone or, with `by`, entered by staff after a call. The claimer looks at the contact.
 */
export async function claim(
  stage: Acting,
  wish: Wish,
  volunteer: Volunteer,
  by: Person | null = null,
  isExtra = false,
) {
  const person = personOf(stage, volunteer)
  const door = by ? 'phone' : ownDoorAt(stage.services.now())
  const order = { action: 'claim', claimId: newId(), volunteer, isExtra, door } as const
  const claimed = await move(stage, by ?? person, wish, order)
  await recordLook(stage.services, person, { page: 'wish', wishId: wish.id })
  return claimed
}

/** Most claims come from the group. The minute decides, so that every run gives the same result. */
const ownDoorAt = (at: Date): Door => (['group', 'web', 'group', 'board'] as const)[at.getMinutes() % 4] ?? 'web'

/** Delivered with the code that the poster had printed for the resident: two events, and the poster may not call back. */
export async function deliverWithCode(stage: Acting, wish: Wish, by: Person, text: string): Promise<Wish> {
  const typedCode = receiptCode(stage.services.config.secret, wish.id, wish.round)
  const notes: readonly Note[] = [{ kind: 'delivery', text }]
  const orders = [
    { action: 'deliver', notes },
    { action: 'confirm', how: 'code' },
  ] as const
  return done(await moveWish(stage.services, by, { code: wish.code, orders, typedCode }), 'deliver')
}

export const showCode = ({ services }: Acting, by: Person, wish: Wish) =>
  recordLook(services, by, { page: 'code', wishId: wish.id, round: wish.round })

export const personOf = ({ persons }: Acting, { id }: Pick<Volunteer, 'id'>): Person => persons.get(id) as Person

/** The moved wish; throws `Refused` where the action refused. */
export function done(moved: Awaited<ReturnType<typeof moveWish>>, action: string): Wish {
  if (moved === null) throw new Refused(`demo: ${action} of a wish that the actor may not know of`)
  if (!moved.ok) throw refused(action, moved.refusal)
  return moved.wish
}

const refused = (action: string, refusal: Refusal) => new Refused(`demo: ${action} refused: ${JSON.stringify(refusal)}`)
