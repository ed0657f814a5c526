import { Hono } from 'hono'
import { wordStatements } from '#actions/receipts/receiver-word.ts'
import { type Moved, moveWish } from '#actions/wishes/move-wish.ts'
import { communityById } from '#db/community/area-rows.ts'
import { ticksOf } from '#db/wishes/wish-history.ts'
import { codeShownTo } from '#db/wishes/wish-rows.ts'
import { actorId } from '#domain/people/actor.ts'
import { isDissatisfied, satisfactions, speakers } from '#domain/vocabulary.ts'
import type { Order } from '#domain/wish/orders.ts'
import { partiesOf } from '#domain/wish/parties.ts'
import { statusOf } from '#domain/wish/refusals.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Note } from '#domain/wish/wish-events.ts'
import { anyWish } from '#http/address-loaders.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { cutIn, readForm } from '#http/form/read-form.ts'
import { signedIn, staff } from '#http/guards.ts'
import { page, pageOf, refusalText, show } from '#http/respond.tsx'
import { openCallContact } from '#routes/wishes/call-contact.ts'
import { longestNote, tooLong, wasCut } from '#routes/wishes/move-forms.ts'
import { confirming, move, neededIn, seenOf } from '#routes/wishes/move-routes.tsx'
import { showWish } from '#routes/wishes/wish-view.tsx'
import { CallPage } from '#views/callbacks/call-page.tsx'

export const calls = new Hono<Env>()

/** The call-back page: only for people who may make this call; each opening is recorded as a look at the contact. */
calls.get('/wishes/:code{[0-9-]+}/confirm', staff, anyWish, (c) => {
  const wish = c.get('wish')
  return hasArrived(wish) ? showCall(c, wish, {}, {}) : page.notFound(c)
})

/** Receives a receipt code from the claimant, or what the receiving side said on the phone. */
calls.post('/wishes/:code{[0-9-]+}/confirm', signedIn, anyWish, async (c) => {
  const form = await readForm(c)
  if (form.reached === undefined && form.code !== undefined) return move(c, 'confirm')
  return recordCall(c, Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)])))
})

/** The same form under the name of what it may lead to: not received, or dissatisfied. */
calls.post('/wishes/:code{[0-9-]+}/reopen', staff, anyWish, async (c) => {
  const form = Object.fromEntries(Object.entries(await readForm(c)).map(([name, value]) => [name, String(value)]))
  return recordCall(c, { received: 'no', ...form, reached: 'yes' })
})

async function recordCall(c: CWith<'wish'>, typed: Readonly<Record<string, string>>) {
  const wish = c.get('wish')
  const { moves } = c.get('text')
  const words = typed.words ?? ''
  if ('words' in cutIn(typed)) return showCall(c, wish, typed, { words: wasCut(c, 'words').sentence })
  if (words.length > longestNote) return showCall(c, wish, typed, { words: tooLong(c).sentence })
  const thanks = (typed.thanks ?? '').trim()
  if ('thanks' in cutIn(typed)) return showCall(c, wish, typed, { thanks: wasCut(c, 'thanks').sentence })
  if (thanks.length > longestNote) return showCall(c, wish, typed, { thanks: tooLong(c).sentence })
  const order = orderOf(typed, wish)
  if (order === 'reached') return showCall(c, wish, typed, { reached: moves.chooseReached })
  if (order === 'received') return showCall(c, wish, typed, { received: moves.call.needAnswer })

  const speaker = speakers.find((one) => one === typed.speaker) ?? 'resident'
  const moved = await moveWish(c.get('services'), c.get('actor'), {
    code: wish.code,
    orders: confirming([order], typed),
    seen: seenOf(typed),
    // Only a person who was reached can say thanks; the secretary reads them before the volunteer does.
    also: () =>
      thanks && order.action !== 'try'
        ? wordStatements(c.get('services'), actorId(c.get('actor')), wish, { kind: 'thanks', text: thanks, speaker })
        : [],
  })
  if (!moved) return page.notFound(c)
  if (moved.ok) return c.redirect(await deskAfter(c, wish, moved, order.action), 303)
  if (moved.refusal.why === 'private-note')
    return showCall(c, wish, typed, { words: refusalText(c, moved.refusal) }, neededIn(moved.refusal))
  const said = { sentence: refusalText(c, moved.refusal), isRefusal: true, action: order.action, typed: {} }
  return showWish(c, wish.code, { status: statusOf[moved.refusal.why], said })
}

/** Back to the desk of the wish's community, with the result of the call and the next one. */
async function deskAfter(
  c: C,
  before: Wish,
  { wish, isAgain }: Extract<Moved, { ok: true }>,
  action: Order['action'],
): Promise<string> {
  const community = await communityById(c.get('services').store.db, wish.communityId)
  const isSameHour = action === 'try' && wish.callbackTries === before.callbackTries
  return `/callbacks?c=${community?.slug}&done=${isAgain ? 'already' : isSameHour ? 'same-hour' : action}&of=${wish.code}`
}

/**
 * What the answers mean for the wish, or the name of a question that is still unanswered. If no one was reached, the
 * resident never counts as satisfied.
 */
function orderOf(typed: Readonly<Record<string, string>>, wish: Wish): Order | 'reached' | 'received' {
  const notes: readonly Note[] = [{ kind: 'words', text: (typed.words ?? '').trim() }]
  if (typed.reached === 'no-answer' || typed.reached === 'refused')
    return { action: 'try', outcome: typed.reached, notes }
  if (typed.reached !== 'yes') return 'reached'

  const speaker = speakers.find((one) => one === typed.speaker) ?? 'resident'
  const satisfaction = satisfactions.find((one) => one === typed.satisfaction) ?? null
  const heard = { speaker, satisfaction, notes }
  if (typed.received === 'no') return { action: 'reopen', reason: 'not-received', ...heard }
  if (typed.received === 'partly') return { action: 'reopen', reason: 'partly-received', ...heard }
  if (typed.received !== 'yes') return 'received'
  if (isDissatisfied(satisfaction)) return { action: 'reopen', reason: 'dissatisfied', ...heard }
  return wish.state === 'fulfilled' ? { action: 'rate', ...heard } : { action: 'confirm', how: 'call', ...heard }
}

/** Before that there is nothing to ask about. */
const hasArrived = ({ state }: Wish): boolean => ['delivered', 'unconfirmed', 'fulfilled'].includes(state)

async function showCall(
  c: C,
  wish: Wish,
  typed: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, string>>,
  needed?: readonly string[],
) {
  const { db } = c.get('services').store
  const parties = partiesOf(c.get('actor'), wish, await codeShownTo(db, wish.id))
  if (!parties.includes('gridWorker') && !parties.includes('secretary')) return page.notFound(c)
  if (!parties.includes('caller')) {
    const said = { sentence: c.get('text').moves.call.notYours, isRefusal: true, action: 'confirm' as const, typed: {} }
    return showWish(c, wish.code, { status: 403, said })
  }
  const contact = await openCallContact(c, wish)
  if (!contact) return page.notFound(c)
  const { details, resident, community, watermark } = contact
  const here = pageOf(c, community)
  return show(
    c,
    here,
    here.text.moves.call.title,
    <CallPage
      page={here}
      wish={wish}
      publicText={details.publicText}
      resident={resident}
      zone={community.zone}
      typed={typed}
      errors={errors}
      needed={needed}
      ticked={await ticksOf(db, wish.id, wish.round)}
      watermark={watermark}
    />,
    Object.keys(errors).length ? 422 : 200,
  )
}
