import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { rulesOf } from '#db/community/rule-rows.ts'
import { events, ruleVersions } from '#db/schema/tables.ts'
import { rulesSchema, ruleVersionOn } from '#domain/rules.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { ruleForm } from '#test/support/rule-form.ts'
import { zh } from '#text/zh.ts'
import { numbersOf, ruleNames, say } from '#views/rules/rule-numbers.ts'

const { faults } = zh.ruleChanges
let app: TestApp
beforeEach(async () => {
  app = await testApp({ now: '2026-11-02T11:00:00+08:00' })
})

async function change(fields: Record<string, string>) {
  const form = await app.as('dora').get('/rules/change')
  const [key, version, base] = [form.hidden('key'), form.hidden('version'), form.hidden('base')]
  return app
    .as('dora')
    .post('/rules/change', { ...ruleForm, fromDay: '2026-12-01', reason: '冬天路滑', key, version, base, ...fields })
}

const versions = async () => (await app.services.store.db.select().from(ruleVersions)).length

describe('the form', () => {
  test('explains each number as the page of the rules does, with the number that applies today', async () => {
    const { words } = await app.as('dora').get('/rules/change')
    const { rules } = ruleVersionOn(await rulesOf(app.services.store.db, 'hongqi'), '2026-11-02')
    const numbers = numbersOf(rules)
    for (const name of ruleNames) expect(words).toContain(say(name, numbers, zh).sentence)
    // Written by hand: one of them.
    expect(words).toContain('登记后 1 个工作日内审核，超过就提醒书记。')
  })
})

describe('new rules', () => {
  test('apply from the midnight they were given, and the page says what changed and why', async () => {
    const answer = await change({ blue: '９', valueLimitFen: '250.5' })
    expect(answer.status).toBe(303)

    const history = await app.anyone.get('/c/hongqi/rules')
    expect(history.words).toContain('冬天路滑')
    expect(history.words).toContain('认领后 7 个工作日内送到')
    app.at('2026-12-01T00:00:00+08:00')
    const later = await app.anyone.get('/c/hongqi/rules')
    expect(later.words).toContain('认领后 9 个工作日内送到')
    expect(later.words).toContain('250.50 元')
  })

  test('are an event of the rules stream, without the reason in words', async () => {
    await change({ blue: '9' })

    const rows = await app.services.store.db.select().from(events).where(eq(events.action, 'rules-changed'))
    expect(rows).toHaveLength(1)
    expect(rows[0]?.stream).toMatch(/^rules:/)
    expect(JSON.stringify(rows)).not.toContain('冬天')
  })

  test('sent twice are one version', async () => {
    const form = await app.as('dora').get('/rules/change')
    const hidden = { key: form.hidden('key'), version: form.hidden('version') }
    const fields = { ...ruleForm, blue: '9', fromDay: '2026-12-01', reason: '冬天', ...hidden }
    const before = await versions()
    await app.as('dora').post('/rules/change', fields)
    const again = await app.as('dora').post('/rules/change', fields)

    expect(again.status).toBe(303)
    expect(await versions()).toBe(before + 1)
  })

  test.each([
    ['a day that has begun', { blue: '9', fromDay: '2026-11-02' }, faults['not-later']],
    ['a day that is past', { blue: '9', fromDay: '2026-10-01' }, faults['not-later']],
    ['no day at all', { blue: '9', fromDay: '2026-02-30' }, faults.day],
    ['no reason', { blue: '9', reason: ' ' }, faults.reason],
    ['a number out of range', { blue: '0' }, faults.range],
    ['no number', { blue: 'seven' }, faults.range],
    ['children', { minimumAge: '13' }, faults.range],
    ['nothing new', {}, faults['nothing-changed']],
  ])('are refused for %s, with the form as typed and nothing written', async (_what, fields, sentence) => {
    const before = await versions()
    const answer = await change(fields)

    expect(answer.status).toBe(422)
    expect(answer.words).toContain(sentence)
    expect(await versions()).toBe(before)
  })

  test('cannot be made twice for one day', async () => {
    await change({ blue: '9' })

    expect((await change({ blue: '10' })).words).toContain(faults['day-taken'])
  })

  const rulesOn = async (day: string) => {
    const { deliverWithin, openClaimsPerVolunteer, undoMinutes } = ruleVersionOn(
      await rulesOf(app.services.store.db, 'hongqi'),
      day,
    ).rules
    return { blue: deliverWithin.blue, open: openClaimsPerVolunteer, undo: undoMinutes }
  }

  test.each([
    ['the later day first', ['2026-12-01', '2026-11-30']],
    ['the earlier day first', ['2026-11-30', '2026-12-01']],
  ] as const)('for two days keep both, %s', async (_order, days) => {
    const fieldsOn = { '2026-12-01': { blue: '9' }, '2026-11-30': { openClaimsPerVolunteer: '3' } }
    for (const fromDay of days) expect((await change({ ...fieldsOn[fromDay], fromDay })).status).toBe(303)

    expect(await rulesOn('2026-11-29')).toEqual({ blue: 7, open: 2, undo: 30 })
    expect(await rulesOn('2026-11-30')).toEqual({ blue: 7, open: 3, undo: 30 })
    expect(await rulesOn('2026-12-01')).toEqual({ blue: 9, open: 3, undo: 30 })
  })

  test('of the same rule for a later day come after those for an earlier one', async () => {
    await change({ blue: '9', fromDay: '2026-12-01' })
    await change({ blue: '8', fromDay: '2026-11-30' })
    expect((await rulesOn('2026-11-30')).blue).toBe(8)
    expect((await rulesOn('2026-12-01')).blue).toBe(9)
  })

  test('a form that was opened before midnight does not take back what began at midnight', async () => {
    await change({ blue: '9', fromDay: '2026-11-03' })
    const form = await app.as('dora').get('/rules/change')
    const hidden = { key: form.hidden('key'), version: form.hidden('version'), base: form.hidden('base') }
    app.at('2026-11-03T00:00:01+08:00')
    const fields = { ...ruleForm, undoMinutes: '20', fromDay: '2026-11-10', reason: '天冷', ...hidden }
    expect((await app.as('dora').post('/rules/change', fields)).status).toBe(303)
    expect(await rulesOn('2026-11-10')).toEqual({ blue: 9, open: 2, undo: 20 })
  })

  test('that have not begun are shown above the form and can be cancelled; the day is free again', async () => {
    await change({ blue: '9' })
    const form = await app.as('dora').get('/rules/change')
    const cancel = /action="(\/rules\/changes\/[^"]+)"/.exec(form.html)?.[1] ?? ''
    expect(form.words).toContain(zh.ruleChanges.ahead)

    for (const who of ['ana', 'ben', 'zhao'] as const) expect((await app.as(who).post(cancel)).status).toBe(404)
    expect((await app.as('dora').post(cancel)).status).toBe(303)
    expect((await rulesOn('2026-12-01')).blue).toBe(7)
    const again = await app.as('dora').post(cancel)
    expect([again.status, again.words.includes(faults.begun)]).toEqual([409, true])
    expect((await change({ blue: '8' })).status).toBe(303)
    const rows = await app.services.store.db.select().from(events).where(eq(events.action, 'rules-cancelled'))
    expect(rows).toHaveLength(1)
  })

  test('that have begun cannot be cancelled', async () => {
    await change({ blue: '9' })
    const form = await app.as('dora').get('/rules/change')
    const cancel = /action="(\/rules\/changes\/[^"]+)"/.exec(form.html)?.[1] ?? ''
    app.at('2026-12-01T00:00:00+08:00')
    expect((await app.as('dora').post(cancel)).status).toBe(409)
    expect((await rulesOn('2026-12-01')).blue).toBe(9)
  })

  test('are not a grid worker’s to make, nor a volunteer’s, nor anyone’s', async () => {
    expect((await app.as('ana').get('/rules/change')).status).toBe(404)
    expect((await app.as('ben').get('/rules/change')).status).toBe(404)
    expect((await app.anyone.get('/rules/change')).status).toBe(303)
  })
})

test('no rule could switch on what the law forbids: there is no field for it', async () => {
  const [version] = await rulesOf(app.services.store.db, '*')
  const forbidden = ['checkIn', 'ranking', 'points', 'photoRequired', 'location', 'assign', 'loginQuota']

  expect(Object.keys(version?.rules ?? {}).filter((name) => forbidden.includes(name))).toEqual([])
  for (const name of forbidden) expect(rulesSchema.safeParse({ ...version?.rules, [name]: true }).success).toBe(false)
})
