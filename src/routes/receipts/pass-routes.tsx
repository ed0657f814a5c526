import { Hono } from 'hono'
import { isPassMark, passMark, passWords } from '#actions/receipts/pass-words.ts'
import { type Community, communityById } from '#db/community/area-rows.ts'
import { visitorNames } from '#db/receipts/receipt-rows.ts'
import { hasClaimed } from '#db/wishes/wish-history.ts'
import { titleOfWish } from '#db/wishes/wish-rows.ts'
import { isPassTime, type PassTime, passTimeOf } from '#domain/receipts/visit-pass.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { anyWish } from '#http/address-loaders.ts'
import type { C, Env } from '#http/context.ts'
import { anyoneMay, signedIn } from '#http/guards.ts'
import { qrPathOf } from '#http/qr-path.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { type NoPass, NoPassPage, PassPage } from '#views/receipts/pass-page.tsx'

export const passes = new Hono<Env>()

/** The claimant's pass, to be shown at the door. For a former claimant it says in large words that it is void. */
passes.get('/wishes/:code{[0-9-]+}/pass', signedIn, anyWish, async (c) => {
  const wish = c.get('wish')
  const person = c.get('person')
  const { store, config, now } = c.get('services')
  const community = await communityById(store.db, wish.communityId)
  if (!community || !(await hasClaimed(store.db, wish.id, person.id))) return page.notFound(c)
  const time = wish.claimantId === person.id ? passTimeOf(wish, now(), community.zone) : null
  if (!time) return showNone(c, community, { why: 'ended' })
  if (!isPassTime(time, now())) {
    if (now() < time.from) return showNone(c, community, { why: 'early', time })
    return showNone(c, community, wish.visitAt ? { why: 'late', time } : { why: 'night' })
  }
  const mark = passMark(config.secret, wish.claimId ?? '', time.day)
  return showPass(c, wish, community, time, `${config.publicUrl}/wishes/${wish.code}/pass/${mark}`)
})

/** What the QR code on a pass opens, for the family at the door. */
passes.get('/wishes/:code{[0-9-]+}/pass/:mark{[0-9a-f]{22}}', anyoneMay, anyWish, async (c) => {
  const wish = c.get('wish')
  const { store, config, now } = c.get('services')
  const community = await communityById(store.db, wish.communityId)
  if (!community) return page.notFound(c)
  const time = passTimeOf(wish, now(), community.zone)
  const isOfClaim = time && isPassMark(config.secret, wish.claimId ?? '', time.day, c.req.param('mark'))
  if (!isOfClaim) return showNone(c, community, { why: 'unknown' }, 404)
  if (!isPassTime(time, now())) return showNone(c, community, { why: 'unknown' }, 404)
  return showPass(c, wish, community, time, null)
})

async function showPass(c: C, wish: Wish, community: Community, time: PassTime, address: string | null) {
  const { store, config } = c.get('services')
  const { publicText } = await titleOfWish(store.db, wish.id)
  const here = secretOf(c, community)
  const pass = {
    wish,
    publicText,
    zone: community.zone,
    time,
    words: passWords(config.secret, wish.claimId ?? '', time.day),
    visitor: await visitorNames(store.db, wish.claimantId ?? '', wish.unitId),
    qr: address ? qrPathOf(address) : null,
  }
  const { title, checked } = here.text.receipts.pass
  return show(c, here, address ? title : checked, <PassPage page={here} pass={pass} />)
}

function showNone(c: C, community: Community, none: NoPass, status: 200 | 404 = 200) {
  const here = secretOf(c, community)
  return show(c, here, here.text.receipts.pass.void, <NoPassPage page={here} none={none} />, status)
}

/** A pass is never cached, indexed or passed on, because it says who will be at which door, and when. */
function secretOf(c: C, community: Community) {
  c.header('cache-control', 'private, no-store')
  c.header('x-robots-tag', 'noindex, nofollow')
  c.header('referrer-policy', 'no-referrer')
  return { ...pageOf(c, community), isSecret: true, path: '/pass', address: '/' }
}
