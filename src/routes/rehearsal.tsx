import { Hono } from 'hono'
import { clockWorkSince } from '#db/clock-work.ts'
import { lastPosition } from '#db/ledger.ts'
import { leaps } from '#domain/leap.ts'
import { page, pageOf, show } from '#http/answers.tsx'
import type { C, Env } from '#http/context.ts'
import { one } from '#http/fields.ts'
import { readForm } from '#http/form.ts'
import { holder } from '#http/guard.ts'
import { readersPlace } from '#http/place.ts'
import { RehearsalPage } from '#views/rehearsal/index.tsx'

/** The demo's clock, put forward by those who are learning. The app serves this only where it is given such a clock. */
export const rehearsal = new Hono<Env>()

const staff = holder('gridWorker', 'secretary', 'supervisor', 'administrator')

rehearsal.get('/rehearsal', staff, async (c) => {
  const { db } = c.get('services').store
  const since = /^\d{1,12}$/.exec(c.req.query('since') ?? '')?.[0]
  const work = since === undefined ? null : await clockWorkSince(db, Number(since))
  const here = pageOf(c, await readersPlace(c))
  return show(c, here, here.text.rehearsal.title, <RehearsalPage page={here} work={work} />)
})

rehearsal.post('/rehearsal', staff, async (c: C) => {
  const asked = one(await readForm(c), 'leap')
  const leap = leaps.find((known) => known === asked)
  const { store, rehearsal: clock } = c.get('services')
  if (!leap || !clock) return page.malformed(c)
  const before = await lastPosition(store.db)
  await clock.forward(leap)
  return c.redirect(`/rehearsal?since=${before}`, 303)
})
