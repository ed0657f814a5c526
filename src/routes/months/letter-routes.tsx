import { Hono } from 'hono'
import { deliveredByUnit, joinedUnits, wishedItemsOf } from '#db/months/month-items.ts'
import { periodOf } from '#domain/month/figures.ts'
import { countsFrom } from '#domain/month/month-facts.ts'
import { isSecretaryOf } from '#domain/people/actor.ts'
import { theCommunity } from '#http/address-loaders.ts'
import type { C, Env } from '#http/context.ts'
import { anyoneMay, secretary } from '#http/guards.ts'
import { qrPathOf } from '#http/qr-path.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { keepPublic } from '#routes/ledger/ledger-files.ts'
import { monthName } from '#views/ledger/ledger-spans.ts'
import { BulletinSheet } from '#views/sheets/bulletin-sheet.tsx'
import { UnitLetter, UnitList } from '#views/sheets/unit-letters.tsx'
import { letterBasisOf, monthOf, type SheetMonth, sheetMonth } from './sheet-month.ts'

export const monthLetters = new Hono<Env>()

monthLetters.get('/c/:slug/bulletins/:month', anyoneMay, theCommunity, async (c) => {
  const { store, now } = c.get('services')
  const community = c.get('community')
  const period = periodOf(c.req.param('month'), community.zone, now())
  if (!period) return page.notFound(c)
  // A bulletin is a paper of a month that is over; until then the ledger has the month as it is.
  if (period.isRunning) return page.notYet(c)
  const month = await monthOf(c, community, period)
  const items = await wishedItemsOf(store.db, community.id, period)
  keepPublic(c)
  const here = pageOf(c, community)
  const basis = await letterBasisOf(c, month)
  const code = qrPathOf(`${here.publicUrl}/c/${community.slug}/ledger/${period.month}`)
  const shown = { basis, month: period.month, community, facts: month.facts, items, signed: month.signed, code }
  return show(c, here, here.text.sheets.notice.title(basis.month), <BulletinSheet page={here} {...shown} />)
})

/** The earlier address of bulletins; printed sheets may still show it. */
monthLetters.get('/c/:slug/notices/:month', anyoneMay, (c) =>
  c.redirect(
    `/c/${encodeURIComponent(c.req.param('slug'))}/bulletins/${encodeURIComponent(c.req.param('month'))}`,
    301,
  ),
)

monthLetters.get('/reports/:month/units', secretary, async (c) => {
  const month = await ownMonth(c)
  if (!month) return page.notFound(c)
  const { community, period } = month
  const here = pageOf(c, community)
  const title = here.text.sheets.units.title(monthName(period.month, here.text))
  const shown = { month: period.month, title, slug: community.slug, units: await unitsOf(c, month) }
  return show(c, here, title, <UnitList page={here} {...shown} />)
})

/** All letters, each on its own sheet, to print them at once. */
monthLetters.get('/reports/:month/units/all', secretary, async (c) => {
  const month = await ownMonth(c)
  if (!month) return page.notFound(c)
  const units = await unitsOf(c, month)
  // The list of units says that there is none.
  if (!units.length) return c.redirect(`/reports/${month.period.month}/units?c=${month.community.slug}`, 303)
  const title = c.get('text').sheets.units.title(monthName(month.period.month, c.get('text')))
  return show(c, pageOf(c, month.community), title, await lettersTo(c, month, units))
})

monthLetters.get('/reports/:month/units/:id', secretary, async (c) => {
  const month = await ownMonth(c)
  const unit = month && (await unitsOf(c, month)).find(({ id }) => id === c.req.param('id'))
  if (!unit) return page.notFound(c)
  const title = c.get('text').sheets.letter.title(unit.name)
  return show(c, pageOf(c, month.community), title, await lettersTo(c, month, [unit]))
})

async function lettersTo(c: C, month: SheetMonth, units: SheetMonth['units']) {
  const { community, period, facts } = month
  const { db } = c.get('services').store
  const shared = {
    page: pageOf(c, community),
    basis: await letterBasisOf(c, month),
    month: period.month,
    community,
    facts,
    signed: month.signed,
  }
  return Promise.all(
    units.map(async (unit, n) => {
      const delivered = await deliveredByUnit(db, community.id, unit.id, period)
      return <UnitLetter {...shared} {...delivered} unit={unit} isFirst={n === 0} />
    }),
  )
}

/** Letters are sent in the secretary's name. */
async function ownMonth(c: C): Promise<SheetMonth | null> {
  const month = await sheetMonth(c)
  return month && isSecretaryOf(c.get('actor'), month.community.id) ? month : null
}

/** Units whose members delivered something or helped to, in the order of their names. */
async function unitsOf(c: C, { community, period, facts, units }: SheetMonth) {
  const led = units.filter(({ id }) => countsFrom(facts, 'unit', id).deliveries > 0)
  const joined = await joinedUnits(c.get('services').store.db, community.id, period)
  const others = joined.filter((one) => !led.some(({ id }) => id === one.id))
  return [...led, ...others].sort((a, b) => a.name.localeCompare(b.name, 'zh'))
}
