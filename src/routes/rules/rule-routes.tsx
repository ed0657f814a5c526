import { Hono } from 'hono'
import { rulesOf } from '#db/community/rule-rows.ts'
import { ruleVersionOn } from '#domain/rules.ts'
import { localDay } from '#domain/time/workdays.ts'
import { communityOrChoose } from '#http/address-loaders.ts'
import type { CWith, Env } from '#http/context.ts'
import { anyoneMay } from '#http/guards.ts'
import { pageOf, show } from '#http/respond.tsx'
import { RulesPage } from '#views/rules/rules-page.tsx'

export const rules = new Hono<Env>()

rules.get('/c/:slug/rules', anyoneMay, communityOrChoose, showRules)
rules.get('/rules', anyoneMay, communityOrChoose, showRules)

async function showRules(c: CWith<'community'>): Promise<Response> {
  const { store, now } = c.get('services')
  const community = c.get('community')
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
