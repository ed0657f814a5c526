import { Hono } from 'hono'
import { communityById } from '#db/community/area-rows.ts'
import { wishesForFamily } from '#db/receipts/family-rows.ts'
import type { OpenFamilyLink } from '#domain/receipts/family-link.ts'
import { receiptEndsAt } from '#domain/receipts/receipt-end.ts'
import { readWishCode } from '#domain/wish/wish-code.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { anyoneMay } from '#http/guards.ts'
import { page, show } from '#http/respond.tsx'
import { FamilyPage } from '#views/receipts/family-page.tsx'
import { receiptDones } from '#views/receipts/receipt-view-data.ts'
import { theFamilyLink } from './receipt-loader.ts'
import { answerReceipt } from './receipt-routes.tsx'
import { type OpenReceipt, receiptOf, receiptPage, showReceipt } from './receipt-view.tsx'

/** What a relative sees behind their own link: the resident's wishes, without a name. */
export const family = new Hono<Env>()

const token = ':token{[A-Za-z0-9_-]{22}}'

family.get(`/f/${token}`, anyoneMay, theFamilyLink, async (c) => {
  const link = c.get('familyLink')
  const community = await communityById(c.get('services').store.db, link.communityId)
  if (!community) return page.notFound(c)
  const here = receiptPage(c, community)
  const wishes = await visibleWishes(c, link)
  const body = (
    <FamilyPage page={here} link={link} base={`/f/${c.req.param('token')}`} wishes={wishes} zone={community.zone} />
  )
  return show(c, here, here.text.receipts.family.title, body)
})

family.get(`/f/${token}/:code{[0-9-]+}`, anyoneMay, theFamilyLink, async (c) => {
  const receipt = await receiptIn(c)
  const done = receiptDones.find((one) => one === c.req.query('done')) ?? null
  return receipt ? showReceipt(c, receipt, { done }) : page.notFound(c)
})

family.post(`/f/${token}/:code{[0-9-]+}`, anyoneMay, theFamilyLink, async (c) => {
  const receipt = await receiptIn(c)
  return receipt ? answerReceipt(c, receipt) : page.notFound(c)
})

/** As long as the slip of the wish would be valid. */
async function visibleWishes(c: C, { residentId }: OpenFamilyLink) {
  const { store, now } = c.get('services')
  const all = await wishesForFamily(store.db, residentId)
  return all.filter(({ wish }) => {
    const endsAt = receiptEndsAt(wish)
    return wish.state !== 'draft' && (endsAt === null || now() < endsAt)
  })
}

async function receiptIn(c: CWith<'familyLink'>): Promise<OpenReceipt | null> {
  const link = c.get('familyLink')
  const code = readWishCode(c.req.param('code') ?? '')
  const found = (await visibleWishes(c, link)).find(({ wish }) => wish.code === code)
  if (!found) return null
  const base = `/f/${c.req.param('token')}/${found.wish.code}`
  return receiptOf(c, found.wish, { base, speaker: 'relative', isReadOnly: link.scope === 'look' })
}
