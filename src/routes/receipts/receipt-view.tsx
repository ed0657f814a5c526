import { passWords } from '#actions/receipts/pass-words.ts'
import { type Community, communityById } from '#db/community/area-rows.ts'
import { rulesOf } from '#db/community/rule-rows.ts'
import { answerOf } from '#db/desk/answer-rows.ts'
import { familyLinksOf } from '#db/receipts/family-rows.ts'
import { validReceiptOf, visitorNames } from '#db/receipts/receipt-rows.ts'
import { codeShownTo, consentsOf, detailsOf } from '#db/wishes/wish-rows.ts'
import type { Receiver } from '#domain/people/actor.ts'
import { passTimeOf } from '#domain/receipts/visit-pass.ts'
import { ruleVersionOn } from '#domain/rules.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { Speaker } from '#domain/vocabulary.ts'
import { isOnTheOtherSide } from '#domain/wish/parties.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { C } from '#http/context.ts'
import { page, pageOf, secretPage, show } from '#http/respond.tsx'
import { wereHere } from '#http/security/signed-in-here.ts'
import type { Page } from '#views/page.ts'
import { ReceiptPage } from '#views/receipts/receipt-page.tsx'
import { ReceiptSaid } from '#views/receipts/receipt-said.tsx'
import type { ReceiptDone } from '#views/receipts/receipt-view-data.ts'

/** The wish of a slip or of a relative's link, with the resident's id. */
export type OpenReceipt = {
  /** The page's own address. */
  readonly base: string
  /** Who speaks here; `isReadOnly` for a relative who may only look. */
  readonly speaker: Speaker
  readonly isReadOnly: boolean
  readonly wish: Wish
  readonly residentId: string
  readonly community: Community
}

/** How the page was reached. */
export type Reached = Pick<OpenReceipt, 'base' | 'speaker' | 'isReadOnly'>

export async function receiptOf(c: C, wish: Wish, reached: Reached): Promise<OpenReceipt | null> {
  const { db } = c.get('services').store
  const details = await detailsOf(db, wish.id)
  const community = await communityById(db, wish.communityId)
  if (!details || !community) return null
  return { ...reached, wish, residentId: details.residentId, community }
}

export function receiverOf(c: C, { wish, speaker }: Pick<OpenReceipt, 'wish' | 'speaker'>): Receiver {
  const actor = c.get('actor')
  const signedInId = actor.kind === 'person' ? actor.id : null
  return { kind: 'receiver', wishIds: [wish.id], speaker, signedInId }
}

/** Large type in every view, and no links to other pages, which would receive the secret address. */
export const receiptPage = (c: C, community: Community): Page => ({
  ...pageOf(c, community),
  ...secretPage,
  view: 'elder',
})

/** Whether a person who had a part in the delivery is signed in on this device. */
export async function isOwnSide(c: C, wish: Wish): Promise<boolean> {
  const actor = c.get('actor')
  if (actor.kind !== 'person') return false
  return isOnTheOtherSide(actor.id, wish, await codeShownTo(c.get('services').store.db, wish.id))
}

/** Whether one of those who had a part in the delivery has used this device, also while signed out. */
export const isShared = (c: C, { claimantId, enteredBy, deliveredBy, joiners }: Wish): boolean =>
  wereHere(c, [claimantId, enteredBy, deliveredBy, ...joiners.map(({ personId }) => personId)])

type Shown = {
  readonly done?: ReceiptDone | null
  readonly fault?: { readonly name: string; readonly sentence: string }
  /** Shown above the page if the wish has changed since. */
  readonly refusal?: string
  readonly typed?: Readonly<Record<string, string>>
  readonly status?: 200 | 403 | 409 | 422
}

export async function showReceipt(c: C, receipt: OpenReceipt, shown: Shown = {}) {
  const { base, wish, residentId, community, speaker, isReadOnly } = receipt
  const { store, config, now } = c.get('services')
  const { db } = store
  const time = passTimeOf(wish, now(), community.zone)
  const details = await detailsOf(db, wish.id)
  if (!details) return page.notFound(c)
  const versions = await rulesOf(db, wish.communityId)
  const today = ruleVersionOn(versions, localDay(now(), community.zone))
  const { rules } = (wish.publishedAt && versions.find(({ id }) => id === wish.ruleVersion)) || today
  const here = receiptPage(c, community)
  const { done = null, fault, refusal, typed = {}, status = 200 } = shown
  const view = {
    base,
    isOwn: speaker === 'resident',
    isReadOnly,
    wish,
    publicText: details.publicText || details.words,
    answer: wish.state === 'answered' ? ((await answerOf(db, wish.id))?.said ?? '') : '',
    zone: community.zone,
    within: rules.deliverWithin[wish.urgency],
    visitor: await visitorOf(c, wish),
    passWords: time && passWords(config.secret, wish.claimId ?? '', time.day),
    consents: await consentsOf(db, residentId),
    links: await familyLinksOf(db, residentId, now()),
    isFollowed: (await validReceiptOf(db, wish.id))?.isFollowed ?? false,
    isShared: isShared(c, wish),
    isOwnSide: await isOwnSide(c, wish),
    done,
    fault: fault ?? null,
    refusal: refusal ?? null,
    typed,
  }
  const { receipts } = here.text
  return show(
    c,
    here,
    view.isOwn ? receipts.title : receipts.family.title,
    <ReceiptPage page={here} view={view} />,
    status,
  )
}

/** The visitor's name and work unit are shown once the visit is agreed, until it is over. */
async function visitorOf(c: C, { state, claimantId, unitId, visitAt }: Wish) {
  if (state !== 'claimed' || !claimantId || !visitAt) return null
  return { ...(await visitorNames(c.get('services').store.db, claimantId, unitId)), at: visitAt }
}

/** After withdrawing the consent that this page needs: there is no page to return to. */
export function showClosed(c: C, { community }: OpenReceipt) {
  const here = receiptPage(c, community)
  const { title, done } = here.text.receipts
  return show(c, here, title, <ReceiptSaid page={here} title={title} sentence={done.closed} />)
}
