import { Hono } from 'hono'
import { codeWindowSeconds } from '#actions/wishes/known-for.ts'
import type { Move, Moved } from '#actions/wishes/move-wish.ts'
import { communityById } from '#db/community/area-rows.ts'
import { rulesToday } from '#db/community/rule-rows.ts'
import { type QueueRow, queueOf } from '#db/desk/queue-rows.ts'
import { namesOf } from '#db/people/people-rows.ts'
import { boardCard } from '#db/wishes/board-rows.ts'
import { invitedBy } from '#db/wishes/wish-history.ts'
import { detailsOf } from '#db/wishes/wish-rows.ts'
import { actorId, isSecretaryOf, isStaffOf } from '#domain/people/actor.ts'
import { officeFor } from '#domain/reading/scope.ts'
import { rankOf } from '#domain/vocabulary.ts'
import type { Action } from '#domain/wish/lifecycle.ts'
import { wordsConfirmed } from '#domain/wish/notes/note-words.ts'
import type { Order } from '#domain/wish/orders.ts'
import { type Refusal, statusOf } from '#domain/wish/refusals.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { anyWish } from '#http/address-loaders.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { wholeNumber } from '#http/form/fields.ts'
import { cutIn, readForm } from '#http/form/read-form.ts'
import { signedIn } from '#http/guards.ts'
import { fragment, isFragment, page, pageOf, refusalText } from '#http/respond.tsx'
import { othersFor } from '#routes/board/board-order.ts'
import type { Text } from '#text/text.ts'
import { Card } from '#views/board/card.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { inHandWords } from '#views/wishes/claim/claims-in-hand.ts'
import { type Others, OtherWishes } from '#views/wishes/other-wishes.tsx'
import type { ToCheck } from '#views/wishes/wish-view-data.ts'
import { claimsInHand } from './claims-counted.ts'
import { fieldOf, longestNote, type MoveAction, moveActions, readMove, tooLong, wasCut } from './move-forms.ts'
import { answerToPhone, isFromPhone, isOthersPhone, moveOfForm, refusedToPhone, typedOn } from './move-from-phone.ts'
import type { Read, Typed } from './move-read.ts'
import { photoWith, withoutPhoto } from './photo-forms.ts'
import { wantedHere } from './wanted-here.ts'
import { showWish } from './wish-view.tsx'

export const moves = new Hono<Env>()

/** The address for a receipt code is also that of the call-back: callbacks/call-routes.tsx. */
const posted = moveActions.filter((action) => action !== 'confirm')
for (const action of posted) moves.post(`/wishes/:code{[0-9-]+}/${action}`, signedIn, anyWish, (c) => move(c, action))

/** Reads the form, moves the wish, and answers with the fresh card in any case. */
export async function move(c: CWith<'wish'>, action: MoveAction) {
  const wish = c.get('wish')
  const form = await readForm(c)
  const typed = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)]))
  if (isOthersPhone(c, typed)) return refusedToPhone(c, c.get('text').form.otherPerson, 403)
  const read = await readTyped(c, action, typed, Object.keys(cutIn(form)))
  if (!read.ok) {
    if (isFromPhone(c)) return refusedToPhone(c, read.sentence)
    return showWish(c, wish.code, { status: 422, said: { ...read, isRefusal: true, action, typed } })
  }

  const file = action === 'withdraw' && typed.reason === 'deceased' ? await fileOf(c, wish) : null
  if (file) return goTo(c, `/residents/${file}/end?reason=deceased`)

  const photo = action === 'deliver' ? await photoWith(c, wish) : withoutPhoto
  if (!photo.ok) {
    if (isFromPhone(c)) return refusedToPhone(c, photo.sentence)
    return showWish(c, wish.code, { status: 422, said: { sentence: photo.sentence, isRefusal: true, action, typed } })
  }

  const order = {
    code: wish.code,
    before: wish,
    seen: seenOf(typed),
    ...read.move,
    orders: typedOn(confirming(read.move.orders, typed), typed),
    ...photo.move,
  }
  const moved = await moveOfForm(c, action, typed, order)
  await photo.settle(Boolean(moved?.ok && !moved.isAgain))
  if (!moved) return page.notFound(c)
  if (isFromPhone(c)) return answerToPhone(c, wish.code, moved)
  if (!moved.ok && !('wish' in moved)) return keyUsed(c, action, typed)

  const others = action === 'claim' ? await othersAfter(c, moved, typed.volunteer) : null
  if ((typed.at === 'board' || typed.at === 'offer') && isFragment(c))
    return boardAnswer(c, action, moved, others, typed.at === 'offer')
  if (!moved.ok) return refusedAnswer(c, { action, typed, moved, others, isPhotoLost: photo.isChosen })
  if (typed.at === 'desk') return c.redirect(`/callbacks?done=inform${await placeIn(c, wish)}`, 303)
  if (!isFragment(c)) return c.redirect(`/wishes/${wish.code}`, 303)
  return doneAnswer(c, { action, moved, last: read.move.orders.at(-1)?.action ?? action })
}

/** A key that was used for another form: a new form has another key. */
const keyUsed = (c: CWith<'wish'>, action: MoveAction, typed: Typed) =>
  showWish(c, c.get('wish').code, {
    status: 422,
    said: { sentence: c.get('text').form.keyReused, isRefusal: true, action, typed },
  })

/** The form as an order. A text that is too long, or from which a private number was cut, is refused for any act. */
function readTyped(c: CWith<'wish'>, action: MoveAction, typed: Typed, cut: readonly string[]): Read | Promise<Read> {
  if (Object.values(typed).some((text) => text.length > longestNote)) return tooLong(c)
  const [field] = cut
  return field ? wasCut(c, field) : readMove(action, typed, c, c.get('wish'))
}

type Refused = {
  readonly action: MoveAction
  readonly typed: Typed
  readonly moved: Extract<Moved, { ok: false }>
  readonly others: Others | null
  readonly isPhotoLost: boolean
}

/** The fresh wish with the sentence at its field, and the form as typed. */
function refusedAnswer(c: CWith<'wish'>, { action, typed, moved: { refusal }, others, isPhotoLost }: Refused) {
  if (refusal.why === 'code-locked') c.header('retry-after', String(codeWindowSeconds))
  const said = {
    sentence: refusalText(c, refusal),
    field: fieldOf(action, refusal),
    needed: neededIn(refusal),
    office: refusal.why === 'out-of-scope' ? officeFor[refusal.reason] : undefined,
    isPhotoLost,
    isRefusal: true,
    action,
    typed,
  }
  return showWish(c, c.get('wish').code, { status: statusOf[refusal.why], said, others })
}

type Done = {
  readonly action: MoveAction
  readonly moved: Extract<Moved, { ok: true }>
  /** The last act of the press: with a receipt code a delivery is followed by its confirmation. */
  readonly last: Action
}

/** The fresh wish with the thanks, and what comes next. */
async function doneAnswer(c: CWith<'wish'>, { action, moved, last }: Done) {
  const wish = c.get('wish')
  const { moves: words, notifications } = c.get('text')
  const invited = action === 'release' ? await invitedBy(c.get('services').store.db, wish.id, moved.wish.seq) : 0
  const next = invited ? notifications.told.nextInvited(invited) : ''
  const helped = await volunteerHelped(c, moved.wish, wish)
  const sentence = moved.isAgain ? words.already : sentenceAfter(action, last, helped, words) + next
  const toCheck = wish.state === 'submitted' ? await nextToCheck(c, wish) : undefined
  return showWish(c, wish.code, { said: { sentence, toCheck, isRefusal: false, action, typed: {} } })
}

/** The resident's file, which is ended as a whole, so that no one calls about the other wishes of a person who has died. */
async function fileOf(c: C, wish: Wish): Promise<string | null> {
  if (!isStaffOf(c.get('actor'), wish)) return null
  return (await detailsOf(c.get('services').store.db, wish.id))?.residentId ?? null
}

/** Opens another page, also where htmx waits for a card. */
function goTo(c: C, address: string): Response {
  if (!isFragment(c)) return c.redirect(address, 303)
  c.header('hx-redirect', address)
  return c.body(null, 204)
}

/**
 * After the secretary has checked a wish: the next one in the order of the list, from the top again after the last.
 * Undefined for people who check none.
 */
async function nextToCheck(c: C, before: Wish): Promise<ToCheck | null | undefined> {
  const actor = c.get('actor')
  if (!isSecretaryOf(actor, before.communityId)) return undefined
  const { store, now } = c.get('services')
  const [list] = await queueOf(store.db, actor, now(), rowsToSearch, 'to-check')
  const isAfter = (row: QueueRow) =>
    rankOf(row.urgency) > before.rank || (rankOf(row.urgency) === before.rank && row.since >= before.since)
  const next = list?.rows.find(isAfter) ?? list?.rows[0]
  return next && list ? { code: next.code, count: list.count } : null
}

const rowsToSearch = 400

type Orders = Move['orders']

/** Adds the private words that the form confirms as needed. */
export const confirming = ([first, ...rest]: Orders, { needed }: Readonly<Record<string, string>>): Orders => {
  const confirmed = (order: Order): Order => ({ ...order, needed: wordsConfirmed(needed) })
  return [confirmed(first), ...rest.map(confirmed)]
}

/** The words that the form may confirm, if it was refused because of them. */
export const neededIn = (refusal: Refusal): readonly string[] | undefined =>
  refusal.why === 'private-note' ? refusal.words : undefined

/**
 * Some forms contain the wish's last event, so that a second press does nothing, and a change made meanwhile is shown
 * first.
 */
export const seenOf = ({ seq }: Readonly<Record<string, string>>): number | undefined => wholeNumber(seq) ?? undefined

const placeIn = async (c: C, { communityId }: Wish): Promise<string> => {
  const community = await communityById(c.get('services').store.db, communityId)
  return community ? `&c=${community.slug}` : ''
}

type DoneFor = Text['moves']['doneFor']

function sentenceAfter(action: Action, last: Action, helped: string | null, words: Text['moves']): string {
  const done = action === 'deliver' && last === 'confirm' ? 'deliverWithCode' : action
  if (helped !== null && done in words.doneFor) return words.doneFor[done as keyof DoneFor](helped)
  return words.done[done as keyof Text['moves']['done']] ?? ''
}

/** The claimant's name where staff recorded the step for them; null where the claimant did it themselves. */
async function volunteerHelped(c: C, after: Wish, before: Wish): Promise<string | null> {
  const claimantId = after.claimantId ?? before.claimantId
  if (!claimantId || claimantId === actorId(c.get('actor'))) return null
  return (await namesOf(c.get('services').store.db, [claimantId])).get(claimantId) ?? null
}

/** If another volunteer was quicker, or the wish was just withdrawn: other wishes that suit the volunteer. */
async function othersAfter(c: C, moved: Moved, volunteerId: string | undefined): Promise<Others | null> {
  if (moved.ok || moved.wish.state === 'open') return null
  const isLost = moved.refusal.why === 'taken' || moved.refusal.why === 'overtaken'
  const isGone = moved.refusal.why === 'wrong-state' && moved.refusal.action === 'claim'
  const { store, now } = c.get('services')
  const community = isLost || isGone ? await communityById(store.db, moved.wish.communityId) : null
  const personId = volunteerId || actorId(c.get('actor'))
  if (!community) return null
  const { rules } = await rulesToday(store.db, community, now())
  const cards = await othersFor(c, community, personId, moved.wish)
  const wanted = await wantedHere(
    c,
    community,
    cards.map(({ wish }) => wish.id),
  )
  return { cards, within: rules.deliverWithin, wanted }
}

/** On the board only the card changes: it says thank you, or that another volunteer was quicker. */
async function boardAnswer(c: C, action: MoveAction, moved: Moved, others: Others | null, isOffered: boolean) {
  const services = c.get('services')
  const { db } = services.store
  const community = await communityById(db, moved.wish.communityId)
  const card = await boardCard(db, moved.wish.id)
  if (!community || !card) return page.notFound(c)
  const here = pageOf(c, community)
  const { rules } = await rulesToday(db, community, services.now())
  const { done } = here.text.moves
  const inHand = await claimsInHand(c, community, [card.id])
  const wanted = await wantedHere(c, community, card.state === 'open' ? [card.id] : [])
  const message =
    moved.ok && action === 'request' ? null : moved.ok ? (
      <>
        {done.claimOnBoard} {inHand && inHandWords(inHand, here.text)}{' '}
        <LinkButton kind="second" href={`/wishes/${moved.wish.code}#contact`}>
          {done.toContact}
        </LinkButton>
      </>
    ) : (
      refusalText(c, moved.refusal)
    )
  return fragment(
    c,
    <>
      <Card
        page={here}
        card={card}
        within={rules.deliverWithin}
        message={message}
        isRefused={!moved.ok}
        isOffered={isOffered}
        wanted={wanted.get(card.id)}
        inHand={inHand}
      />
      {others && <OtherWishes page={here} others={others} />}
    </>,
    moved.ok ? 200 : statusOf[moved.refusal.why],
  )
}
