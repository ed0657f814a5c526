import { Hono } from 'hono'
import { moveWish } from '#actions/wishes/move-wish.ts'
import { communityById } from '#db/community/area-rows.ts'
import { hasEver } from '#db/desk/first-days.ts'
import { answeredReferrals, waitingReferrals } from '#db/desk/referral-rows.ts'
import { notesOf } from '#db/wishes/wish-history.ts'
import { type Faults, faultsFrom } from '#domain/reading/checked.ts'
import { day } from '#domain/time/durations.ts'
import { isDay, localDay } from '#domain/time/workdays.ts'
import { followOutcomes, toldWays } from '#domain/vocabulary.ts'
import { isPublic } from '#domain/wish/lifecycle.ts'
import type { Order } from '#domain/wish/orders.ts'
import { type Refusal, statusOf } from '#domain/wish/refusals.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { staffWish } from '#http/address-loaders.ts'
import type { C, Env } from '#http/context.ts'
import { readCursor, writeCursor } from '#http/cursor.ts'
import { wholeNumber } from '#http/form/fields.ts'
import { cutIn, readForm } from '#http/form/read-form.ts'
import { staff, staffHere } from '#http/guards.ts'
import { page, pageOf, refusalText, show } from '#http/respond.tsx'
import { flat } from '#routes/posting/wish-form.ts'
import { openCallContact } from '#routes/wishes/call-contact.ts'
import { longestNote } from '#routes/wishes/move-forms.ts'
import { confirming, neededIn } from '#routes/wishes/move-routes.tsx'
import { showWish } from '#routes/wishes/wish-view.tsx'
import { faultAt } from '#views/people/faults.ts'
import { FollowPage } from '#views/referrals/follow.tsx'
import { ReferralsPage } from '#views/referrals/referrals-page.tsx'

export const referrals = new Hono<Env>()

/** The result of the form, as it appears in the address. */
const saidOf = ['answer', 'asked', 'no-answer', 'already'] as const
const month = 30 * day

referrals.get('/referrals', staffHere, async (c) => {
  const { store, now } = c.get('services')
  const { community, isSecretary, grids, all } = c.get('place')
  const asked = { communityId: community.id, gridIds: isSecretary ? null : grids.map((grid) => grid.id) }
  const after = readCursor(c.req.query('after'))
  const waiting = await waitingReferrals(store.db, asked, after)
  const answered = after ? [] : await answeredReferrals(store.db, asked, new Date(now().getTime() - month))
  const isBegun = await hasEver(store.db, community.id, 'posted')
  const home = `/referrals?c=${community.slug}`
  const next = waiting.next && `${home}&after=${writeCursor(waiting.next)}`
  const said = saidOf.find((one) => one === c.req.query('done')) ?? null
  const list = {
    ...waiting,
    answered,
    next,
    first: after ? home : null,
    zone: community.zone,
    communities: all,
    said,
    isBegun,
  }
  const here = pageOf(c, community)
  return show(c, here, here.text.referrals.title, <ReferralsPage page={here} list={list} />)
})

/**
 * The page with the person to contact, the office's answer and whether the resident was informed; opening it is
 * recorded as a look at the contact.
 */
referrals.get('/wishes/:code{[0-9-]+}/answer', staff, staffWish, async (c) => {
  const wish = c.get('wish')
  return wish.state === 'referred' ? showFollow(c, wish, {}, {}) : showOver(c, wish, notReferred(wish))
})

referrals.post('/wishes/:code{[0-9-]+}/answer', staff, staffWish, async (c) => {
  const typed = flat(await readForm(c))
  const wish = c.get('wish')
  const community = await communityById(c.get('services').store.db, wish.communityId)
  if (!community) return page.notFound(c)
  const today = localDay(c.get('services').now(), community.zone)
  const wrong = faultsIn(typed, wish.state === 'referred' ? localDay(wish.since, community.zone) : today, today)
  const faults = { ...wrong, ...cutIn(typed) }
  if (wish.state === 'referred' && Object.keys(faults).length) return showFollow(c, wish, typed, faults)

  const order = orderOf(typed, today)
  const seen = wholeNumber(typed.seq) ?? undefined
  const orders = confirming([order], typed)
  const moved = await moveWish(c.get('services'), c.get('actor'), { code: wish.code, orders, seen })
  if (!moved) return page.notFound(c)
  if (!moved.ok && (moved.refusal.why === 'private-note' || moved.refusal.why === 'private-words'))
    return showFollow(c, wish, typed, {}, moved.refusal)
  if (!moved.ok) return showOver(c, moved.wish, moved.refusal)
  const done = moved.isAgain ? 'already' : order.action === 'follow' ? order.outcome : 'answer'
  return c.redirect(`/referrals?c=${community.slug}&done=${done}`, 303)
})

type Typed = Readonly<Record<string, string>>

const faultsIn = (
  { outcome = '', office = '', answer = '', toldOn = '' }: Typed,
  since: string,
  today: string,
): Faults => {
  const isTold = toldWays.some((way) => way === outcome)
  const isFollowed = followOutcomes.some((one) => one === outcome)
  return faultsFrom({
    outcome: !isTold && !isFollowed && 'choose',
    office: office.length > longestNote ? 'too-long' : outcome !== 'asked' && !office.trim() && 'required',
    answer: answer.length > longestNote && 'too-long',
    toldOn: isTold && toldOn && (!isDay(toldOn) ? 'date' : toldOn > today ? 'not-yet' : toldOn < since && 'before'),
  })
}

/**
 * It counts as answered only if the resident was informed; otherwise it remains with the office, and the try is
 * recorded.
 */
function orderOf(typed: Typed, today: string): Order<'answer'> | Order<'follow'> {
  const { outcome, office = '', answer = '', toldOn = '' } = typed
  const said = { kind: 'office', text: office.trim() } as const
  const told = toldWays.find((way) => way === outcome)
  if (!told)
    return { action: 'follow', outcome: followOutcomes.find((one) => one === outcome) ?? 'asked', notes: [said] }
  const notes = [said, { kind: 'answer', text: answer.trim() }] as const
  return { action: 'answer', how: 'referral', told, toldOn: toldOn || today, notes }
}

const notReferred = ({ state }: Wish): Refusal => ({ why: 'wrong-state', action: 'answer', state })

/** It is not, or no longer, with an office: shows the fresh wish, and why. */
const showOver = (c: C, wish: Wish, refusal: Refusal) =>
  showWish(c, wish.code, {
    status: statusOf[refusal.why],
    said: { sentence: refusalText(c, refusal), isRefusal: true, action: 'answer', typed: {} },
  })

/** Only the answer for everyone is read for names, numbers and addresses; private words may be in either text. */
const fieldOf = (refusal: Refusal): 'answer' | 'office' =>
  refusal.why === 'private-words' || (refusal.why === 'private-note' && refusal.kind === 'answer') ? 'answer' : 'office'

async function showFollow(c: C, wish: Wish, typed: Typed, faults: Faults, refusal?: Refusal) {
  const { store, now } = c.get('services')
  const contact = await openCallContact(c, wish)
  if (!contact) return page.notFound(c)
  const { details, resident, community, watermark } = contact
  const here = pageOf(c, community)
  const { text } = here
  const sentenceAt = (name: string) => text.referrals.faults[faults[name] ?? ''] ?? faultAt(text, faults, name) ?? ''
  const errors = {
    ...Object.fromEntries(Object.keys(faults).map((field) => [field, sentenceAt(field)])),
    ...(refusal ? { [fieldOf(refusal)]: refusalText(c, refusal) } : {}),
  }
  const body = (
    <FollowPage
      page={here}
      wish={wish}
      matter={details.publicText || details.words}
      said={(await notesOf(store.db, wish.id)).office ?? ''}
      resident={resident}
      zone={community.zone}
      today={localDay(now(), community.zone)}
      typed={typed}
      errors={errors}
      isPublic={isPublic(wish)}
      needed={refusal && neededIn(refusal)}
      watermark={watermark}
    />
  )
  return show(c, here, text.referrals.follow.title, body, Object.keys(errors).length ? 422 : 200)
}
