import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ruleVersions } from '#db/schema/tables.ts'
import { type MonthSite, monthSite, wordsOf } from '#test/routes/months/month-site.ts'
import { at } from '#test/support/month/month-place.ts'

let site: MonthSite
beforeAll(async () => {
  site = await monthSite()
  const { db } = site.store
  const [first] = await db.select().from(ruleVersions)
  const rules = JSON.parse(first?.rules ?? '')
  const version = (id: string, fromDay: string, changes: object) =>
    db.insert(ruleVersions).values({
      id,
      communityId: 'hongqi',
      fromDay,
      rules: JSON.stringify({ ...rules, ...changes }),
      reason: `because of ${id}`,
      madeAt: at('2026-06-01T10:00:00'),
    })
  const rows = [
    version('summer', '2026-07-01', { valueLimitFen: 30000 }),
    version('winter', '2026-12-01', { valueLimitFen: 25050, openClaimsPerVolunteer: 3 }),
  ]
  await site.store.commit(rows)
})
afterAll(() => site.store.close())

const words = async (path: string, lang?: 'en') => wordsOf(await (await site.get(path, undefined, lang)).text())

describe('the rules', () => {
  test('are those in force today, with their numbers and the day they took effect', async () => {
    const page = await words('/c/hongqi/rules')

    expect(page).toContain('自 2026年7月1日 起施行')
    expect(page).toContain('一个心愿不超过 300 元')
    expect(page).toContain('一位志愿者手上最多同时有 2 个心愿')
  })

  test('are the installation’s where a community has set none', async () => {
    expect(await words('/c/lvyuan/rules')).toContain('自 2025年1月1日 起施行')
    expect(await words('/c/lvyuan/rules')).toContain('一个心愿不超过 200 元')
  })

  test('change at the community’s midnight', async () => {
    site.clock.now = at('2026-12-01T00:00:00')
    expect(await words('/c/hongqi/rules', 'en')).toContain('In force since 1 Dec 2026')
    site.clock.now = at('2026-11-30T23:59:59')
    expect(await words('/c/hongqi/rules', 'en')).toContain('In force since 1 Jul 2026')
    site.clock.now = at('2026-11-07T12:00:00')
  })

  test('keep their history: what changed, why, and what has not begun', async () => {
    const page = await words('/c/hongqi/rules', 'en')

    expect(page).toMatch(/From 1 Dec 2026 not yet in force Reason: because of winter/)
    expect(page).toContain('Value of a wish: 300 yuan became 250.50 yuan')
    expect(page).toContain('Open claims of one volunteer: 2 wishes became 3 wishes')
    expect(page).toMatch(/From 1 Jul 2026 in force now/)
    expect(page).toMatch(/From 1 Jan 2025 replaced Reason: the first rules All rules begin/)
  })

  test('lead to the working days by which they count', async () => {
    expect(await (await site.get('/c/hongqi/rules')).text()).toContain('href="/c/hongqi/calendar"')
  })

  test('lead a complaint to the community’s telephone', async () => {
    expect(await (await site.get('/c/hongqi/rules')).text()).toContain('href="tel:0994-2345678"')
  })

  test('of an unknown community are not found, and without a community ask which', async () => {
    expect((await site.get('/c/nowhere/rules')).status).toBe(404)
    expect((await site.get('/rules')).headers.get('location')).toBe('/')
  })
})
