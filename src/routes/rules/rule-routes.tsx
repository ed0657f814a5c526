import { Hono } from 'hono'
import { rulesOf } from '#db/community/rule-rows.ts'
import { ruleVersionOn } from '#domain/rules.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { C, Env } from '#http/context.ts'
import { anyoneMay } from '#http/guards.ts'
import { placeOf } from '#http/readers-community.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { RulesPage } from '#views/rules/rules-page.tsx'

export const rules = new Hono<Env>()

rules.get('/c/:slug/rules', anyoneMay, (c) => showRules(c))
rules.get('/rules', anyoneMay, (c) => showRules(c))

async function showRules(c: C): Promise<Response> {
  const { store, now } = c.get('services')
  const community = await placeOf(c)
  if (!community) return c.req.param('slug') === undefined ? c.redirect('/', 303) : page.notFound(c)

  const versions = await rulesOf(store.db, community.id)
  const today = localDay(now(), community.zone)
  const here = pageOf(c, community)
  return show(
    c,
    here,
    here.text.rules.title,
    <RulesPage
      page={here}
      community={community}
      versions={versions}
      current={ruleVersionOn(versions, today)}
      today={today}
    />,
  )
}
