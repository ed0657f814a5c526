import { Hono } from 'hono'
import { claimNamed, mayAdopt, nameMembers, takePart } from '#actions/units/adopt-batch.ts'
import { communityById } from '#db/community/area-rows.ts'
import { partsOf } from '#db/units/batch-rows.ts'
import { theirBatch } from '#http/address-loaders.ts'
import type { Env } from '#http/context.ts'
import { one } from '#http/form/fields.ts'
import { readForm } from '#http/form/read-form.ts'
import { signedIn } from '#http/guards.ts'
import { page, pageOf, refusalText, show } from '#http/respond.tsx'
import { ShoppingList } from '#views/units/shopping-list.tsx'
import { showBatch } from './batch-shown.tsx'

export const batchPages = new Hono<Env>()

batchPages.get('/batches/:id', signedIn, theirBatch, (c) => showBatch(c, c.get('batch')))

/** Claims what members have agreed to since; the secretary may approve at once what goes beyond the limits. */
batchPages.post('/batches/:id/claim', signedIn, theirBatch, async (c) => {
  const services = c.get('services')
  const [person, unit, batch] = [c.get('person'), c.get('unit'), c.get('batch')]
  if (!mayAdopt(person, unit)) return page.notFound(c)
  const form = await readForm(c)
  const approves = one(form, 'approve') === 'yes'
  if (approves && c.get('tie') !== 'secretary') return page.notFound(c)
  const parts = await partsOf(services.store.db, [batch.id])
  const named = parts.flatMap(({ code }) => {
    const personId = one(form, `member-${code}`)
    return personId ? [{ code, personId }] : []
  })
  const isForOthers = named.some(({ personId }) => personId !== person.id)
  if (isForOthers && one(form, 'agreed') !== 'yes')
    return showBatch(c, batch, { agreedError: c.get('text').units.notAgreed })
  if (named.length) await nameMembers(services, batch, unit, named)
  return showBatch(c, batch, { claimed: await claimNamed(services, person, batch, { approves }) })
})
batchPages.get('/batches/:id/claim', signedIn, theirBatch, (c) => c.redirect(`/batches/${c.get('batch').id}`, 303))

/** A member takes one of the wishes. */
batchPages.post('/batches/:id/take', signedIn, theirBatch, async (c) => {
  const batch = c.get('batch')
  const refusal = await takePart(c.get('services'), c.get('person'), batch, one(await readForm(c), 'wish'))
  if (refusal === undefined) return page.notFound(c)
  if (refusal) return showBatch(c, batch, { refusal: refusalText(c, refusal) })
  return c.redirect(`/batches/${batch.id}`, 303)
})
batchPages.get('/batches/:id/take', signedIn, theirBatch, (c) => c.redirect(`/batches/${c.get('batch').id}`, 303))

batchPages.get('/batches/:id/list', signedIn, theirBatch, async (c) => {
  const { db } = c.get('services').store
  const [unit, batch] = [c.get('unit'), c.get('batch')]
  const here = pageOf(c, await communityById(db, unit.communityId))
  const parts = await partsOf(db, [batch.id])
  const isNamed = c.get('tie') !== 'member'
  const body = <ShoppingList page={here} unit={unit} batch={batch} parts={parts} isNamed={isNamed} />
  return show(c, here, here.text.units.shopping, body)
})
