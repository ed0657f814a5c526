import { Hono } from 'hono'
import { checkWordsNow } from '#actions/log/words-for-sheet.ts'
import { endSlip, mostSlips, printSlips } from '#actions/receipts/print-slips.ts'
import { passThanks, readWordOf } from '#actions/receipts/receiver-word.ts'
import { hasEver } from '#db/desk/first-days.ts'
import { withoutSlip } from '#db/receipts/receipt-rows.ts'
import { staffWish } from '#http/address-loaders.ts'
import type { CWith, Env } from '#http/context.ts'
import { many, one } from '#http/form/fields.ts'
import { readForm } from '#http/form/read-form.ts'
import { secretary, staff, staffHere } from '#http/guards.ts'
import { qrPathOf } from '#http/qr-path.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { SlipChoice } from '#views/receipts/slip-choice.tsx'
import { SlipSheet } from '#views/receipts/slip-sheet.tsx'

export const slips = new Hono<Env>()

type Here = CWith<'person' | 'place'>

slips.get('/slips', staffHere, (c) => showChoice(c))

/** The sheet is part of this response only: its tokens are not stored, so it has no address of its own. */
slips.post('/slips', staffHere, async (c) => {
  const codes = [...new Set(many(await readForm(c), 'wish'))]
  const { missing, tooMany } = c.get('text').receipts.slips
  if (!codes.length) return showChoice(c, missing)
  if (codes.length > mostSlips) return showChoice(c, tooMany(codes.length, mostSlips))
  const printed = await printSlips(c.get('services'), c.get('person'), { ...placeOf(c), codes })
  if (!printed.length) return page.notFound(c)
  const here = pageOf(c, c.get('place').community)
  const drawn = printed.map((slip) => ({ ...slip, qr: qrPathOf(`${here.publicUrl}/r/${slip.token}`) }))
  const check = await checkWordsNow(c.get('services'))
  c.header('referrer-policy', 'no-referrer')
  return show(
    c,
    here,
    here.text.receipts.slips.title,
    <SlipSheet page={here} slips={drawn} leftOut={codes.length - drawn.length} check={check} />,
  )
})

slips.post('/wishes/:code{[0-9-]+}/slip/end', staff, staffWish, async (c) => {
  await endSlip(c.get('services'), c.get('person'), c.get('wish'))
  return c.redirect(`/wishes/${c.get('wish').code}`, 303)
})

slips.post('/receipts/words/:id{[0-9a-f]{24}}', staff, async (c) => {
  const isRead = await readWordOf(c.get('services'), c.get('person'), c.req.param('id'))
  return isRead ? c.redirect('/callbacks#to-read', 303) : page.notFound(c)
})

slips.post('/receipts/thanks/:id{[0-9a-f]{24}}', secretary, async (c) => {
  const isPassed = one(await readForm(c), 'pass') === 'yes'
  const isRead = await passThanks(c.get('services'), c.get('person'), c.req.param('id'), isPassed)
  return isRead ? c.redirect('/callbacks#to-read', 303) : page.notFound(c)
})

const placeOf = (c: Here) => {
  const { community, grids, isSecretary } = c.get('place')
  return { communityId: community.id, gridIds: isSecretary ? null : grids.map(({ id }) => id) }
}

async function showChoice(c: Here, fault: string | null = null) {
  const rows = await withoutSlip(c.get('services').store.db, { ...placeOf(c), personId: c.get('person').id })
  const here = pageOf(c, c.get('place').community)
  const { community } = c.get('place')
  const isBegun = rows.length > 0 || (await hasEver(c.get('services').store.db, community.id, 'posted'))
  const body = <SlipChoice page={here} rows={rows} fault={fault} isBegun={isBegun} />
  return show(c, here, here.text.receipts.slips.title, body, fault ? 422 : 200)
}
