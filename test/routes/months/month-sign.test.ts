import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#auth/hashing.ts'
import { events, monthCorrections, months } from '#db/schema/tables.ts'
import { type Living, lifeOf } from '#test/support/month/month.ts'
import { at } from '#test/support/month/month-place.ts'
import { zh } from '#text/zh.ts'
import { type MonthSite, monthSite, wordsOf } from './month-site.ts'

const { sign, official, correct } = zh.months
const { clashes } = correct
const october = '/reports/2026-10'

let site: MonthSite
let last: Living
beforeEach(async () => {
  site = await monthSite()
  for (let n = 0; n < 6; n++) {
    const life = lifeOf(site.store, { gridId: n < 4 ? 'g1' : 'g2' })
    await life.post(at('2026-10-08T08:00:00'))
    await life.publish(at('2026-10-09T09:00:00'))
    if (n > 0) await life.claim(at('2026-10-10T09:00:00'))
    if (n > 1) await life.deliver(at('2026-10-12T09:00:00'))
    if (n > 3) await life.call(at('2026-10-13T09:00:00'))
    last = life
  }
})
afterEach(() => site.store.close())

const wordsAt = async (path: string, who = 'dora') => wordsOf(await (await site.get(path, who)).text())
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
const signedMonths = () => site.store.db.select().from(months)
const placeEvents = () =>
  site.store.db.select().from(events).where(eq(events.stream, 'months:hongqi')).orderBy(asc(events.pos))

async function press(fields: Record<string, string> = {}, month = '2026-10') {
  const html = await (await site.get(`/reports/${month}/sign`, 'dora')).text()
  const form = { key: hidden(html, 'key') || newId(), mark: hidden(html, 'mark'), checked: 'yes', ...fields }
  return { form, answer: await site.post(`/reports/${month}/sign`, 'dora', form) }
}

async function correctTo(value: string, reason = 'a call was entered late', figure = 'called') {
  const html = await (await site.get(`${october}/correct?figure=${figure}`, 'dora')).text()
  const [figureThere, held] = [hidden(html, 'figure'), hidden(html, 'held')]
  const form = { key: hidden(html, 'key'), figure: figureThere, held, value, why: 'recorded-later', reason }
  return { form, answer: await site.post(`${october}/correct`, 'dora', { ...form, step: 'sure' }) }
}

describe('before signing', () => {
  test('what is still open comes first, with one line for each group', async () => {
    const page = await wordsAt(`${october}/sign`)

    expect(page).toContain('还没有人认领：1 件')
    expect(page).toContain('已认领，还没有送到：1 件')
    expect(page).toContain('本月送到，还没有回访：2 件')
    expect(page.indexOf(sign.openTitle)).toBeLessThan(page.indexOf(sign.figures))
    expect(page).toContain('本月发布 6')
  })

  test('wishes that wait for their check, were returned, or are with an office, and what earlier months left, are listed too', async () => {
    const posted = lifeOf(site.store)
    await posted.post(at('2026-10-20T08:00:00'))
    const passedOn = lifeOf(site.store)
    await passedOn.post(at('2026-10-20T08:00:00'))
    await passedOn.publish(at('2026-10-20T09:00:00'))
    await passedOn.refer(at('2026-10-21T09:00:00'))
    const before = lifeOf(site.store)
    await before.post(at('2026-09-02T08:00:00'))
    await before.publish(at('2026-09-02T09:00:00'))
    await before.claim(at('2026-09-03T09:00:00'))
    await before.deliver(at('2026-09-04T09:00:00'))
    site.store.raw.prepare("update wishes set state = 'draft' where code = ?").run(posted.code)
    const waiting = lifeOf(site.store)
    await waiting.post(at('2026-10-22T08:00:00'))
    const late = lifeOf(site.store)
    await late.post(at('2026-11-02T08:00:00'))

    const html = await (await site.get(`${october}/sign`, 'dora')).text()
    for (const group of ['submitted', 'draft', 'referred', 'earlier'] as const) {
      expect(wordsOf(html)).toContain(sign.count(sign.groups[group], 1))
      expect(html).toContain(`>${sign.work[group]}</a>`)
    }
    for (const { code } of [posted, passedOn, before, waiting]) expect(html).toContain(`href="/wishes/${code}"`)
    expect(html).not.toContain(late.code)
  })

  test('a month with nothing but a wish that waits for its check does not read as if nothing were open', async () => {
    site.store.raw.exec("update wishes set state = 'fulfilled'; update claims set called_at = 1")
    expect(await wordsAt(`${october}/sign`)).toContain(sign.nothingOpen)
    const waiting = lifeOf(site.store)
    await waiting.post(at('2026-10-22T08:00:00'))

    expect(await wordsAt(`${october}/sign`)).not.toContain(sign.nothingOpen)
  })

  test('a list of more than twenty says how many more there are, and opens whole', async () => {
    for (let n = 0; n < 22; n++) await lifeOf(site.store).post(at('2026-10-20T08:00:00'))
    const page = await (await site.get(`${october}/sign`, 'dora')).text()

    expect(page).toContain('href="/reports/2026-10/sign?c=hongqi&amp;all=submitted#open-submitted"')
    expect(wordsOf(page)).toContain(sign.more(2))
    const whole = wordsOf(await (await site.get(`${october}/sign?c=hongqi&all=submitted`, 'dora')).text())
    expect(whole).toContain(sign.count(sign.groups.submitted, 22))
    expect(whole).not.toContain(sign.more(2))
  })

  test('what the signature covers is all on the page: waits and parts, folded', async () => {
    const page = await wordsAt(`${october}/sign`)
    await press()
    const [row] = await signedMonths()

    expect(page).toContain(`${sign.waits} 指标 用时 登记到首次认领的中位用时 49 小时`)
    expect(page).toContain('grid g1 本月发布 4')
    expect(page).toContain('物品 本月发布 6')
    expect(page).toContain(sign.statement(Object.keys(row?.snapshot.facts ?? {}).length))
  })

  test('what earlier months left is found by its own index, however many deliveries there have been', async () => {
    site.prepared.clear()
    await site.get(`${october}/sign`, 'dora')
    const plans = [...site.prepared].flatMap((statement) => site.planOf(statement))

    expect(plans.filter((step) => /^SCAN (wishes|claims|events)\b/.test(step))).toEqual([])
    expect(plans.filter((step) => step.includes('claims_uncalled (community_id=? AND delivered_at<?)'))).not.toEqual([])
  })

  test('the report says that it is not signed, and leads there; a running one does not', async () => {
    expect(await (await site.get(october, 'dora')).text()).toContain('href="/reports/2026-10/sign?c=hongqi"')
    expect(await wordsAt('/reports/2026-11')).not.toContain(official.unsigned)
    expect(await wordsAt(october, 'anna')).not.toContain(official.unsigned)
  })
})

describe('signing', () => {
  test('keeps the figures, the position, the rules and who it was, and is an event without a word', async () => {
    const before = (await site.store.db.select().from(events)).length
    const { answer } = await press()

    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/reports/2026-10?c=hongqi&done=signed'])
    const [row] = await signedMonths()
    expect(row).toMatchObject({ month: '2026-10', signedBy: 'dora', lastEvent: before, ruleVersion: 'rules-1' })
    expect(row?.snapshot.facts).toMatchObject({
      published: 6,
      'published@grid:g1': 4,
      called: 2,
      'published@grid:g3': 0,
    })
    const told = await placeEvents()
    expect(told.map(({ action, data }) => [action, data.month, data.lastEvent])).toEqual([
      ['month-signed', '2026-10', before],
    ])
    const page = await wordsAt(october)
    expect(page).toContain('Name-of-dora于 2026-11-07 12:00 签字。')
    expect(page).toContain(official.same)
  })

  test('is done once, however often the form is sent', async () => {
    const { form, answer } = await press()
    const again = await site.post(`${october}/sign`, 'dora', form)

    expect([answer.status, again.status]).toEqual([303, 303])
    expect(await signedMonths()).toHaveLength(1)
    expect(await placeEvents()).toHaveLength(1)
  })

  test.each([
    ['a second time', '2026-10', sign.refused.signed],
    ['a running month', '2026-11', sign.refused.running],
    ['a month that has not come', '2026-12', sign.refused.future],
    ['a month before the first wish', '2026-08', sign.refused.before],
  ])('%s is refused with a sentence, and nothing changes', async (_what, month, sentence) => {
    if (month === '2026-10') await press()
    const before = [(await signedMonths()).length, (await site.store.db.select().from(events)).length]
    const page = await site.get(`/reports/${month}/sign`, 'dora')
    expect([page.status, wordsOf(await page.text()).includes(sentence)]).toEqual([409, true])
    const { answer } = await press({ key: newId(), mark: 'x' }, month)

    expect(answer.status).toBe(409)
    expect(wordsOf(await answer.text())).toContain(sentence)
    expect([(await signedMonths()).length, (await site.store.db.select().from(events)).length]).toEqual(before)
  })

  test('a stranger’s month, no month at all, and everybody but the secretary read 404', async () => {
    const fields = { key: newId(), mark: 'x', checked: 'yes' }
    expect((await site.post('/reports/2026-10/sign?c=lvyuan', 'dora', fields)).status).toBe(404)
    expect((await site.post('/reports/october/sign', 'dora', fields)).status).toBe(404)
    for (const who of ['anna', 'sven', 'vera', 'adam']) {
      expect((await site.get(`${october}/sign?c=hongqi`, who)).status).toBe(404)
      expect((await site.post(`${october}/sign?c=hongqi`, who, fields)).status).toBe(404)
    }
    expect(await signedMonths()).toEqual([])
  })

  test('without the tick nothing is signed', async () => {
    const { answer } = await press({ checked: '' })

    expect([answer.status, wordsOf(await answer.text()).includes(sign.faults.tick)]).toEqual([422, true])
    expect(await signedMonths()).toEqual([])
  })

  test('no one can sign figures other than those they read', async () => {
    const html = await (await site.get(`${october}/sign`, 'dora')).text()
    await last.reopen(at('2026-11-06T10:00:00'))
    const fields = { key: hidden(html, 'key'), mark: hidden(html, 'mark'), checked: 'yes' }
    const answer = await site.post(`${october}/sign`, 'dora', fields)

    expect([answer.status, wordsOf(await answer.text()).includes(sign.refused.moved)]).toEqual([409, true])
    expect(await signedMonths()).toEqual([])
  })

  test('two who sign at the same moment make one signature', async () => {
    const html = await (await site.get(`${october}/sign`, 'dora')).text()
    const fields = () => ({ key: newId(), mark: hidden(html, 'mark'), checked: 'yes' })
    const answers = await Promise.all(['dora', 'poster'].map((who) => site.post(`${october}/sign`, who, fields())))

    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(await signedMonths()).toHaveLength(1)
  })
})

describe('a signed month', () => {
  beforeEach(async () => {
    await press()
  })

  test('keeps its figures whatever happens, and says where a new count differs', async () => {
    await last.reopen(at('2026-11-08T10:00:00'))
    const page = await wordsAt(october)

    expect(page).toContain('兑现率 6 件中 2 件')
    expect(page).toContain(official.differencesLead)
    expect(page).toMatch(/已兑现 2 1 加更正/)
    expect(page).toMatch(/grid g2的已兑现 2 1 加更正/)
    const list = await wordsAt(`${october}/fulfilled`)
    expect(list).toContain(zh.reports.list.since(2, 0, 1, 1))
    expect(list).toContain(zh.reports.list.left)
  })

  test('shows a grid worker the figures of the own grids, as signed', async () => {
    await last.reopen(at('2026-11-08T10:00:00'))
    const page = await wordsAt(october, 'anna')

    expect(page).toContain('本月发布 4')
    expect(page).toContain(official.same)
    expect(page).not.toContain('g2')
  })

  test('cannot be changed or removed in the database, nor can a correction', async () => {
    await correctTo('3')
    const run = (sql: string) => () => site.store.raw.exec(sql)

    expect(run("update months set snapshot = '{}'")).toThrow(/never changed/)
    expect(run('delete from months')).toThrow(/never removed/)
    expect(run('update month_corrections set new_value = 9')).toThrow(/never changed/)
    expect(run('update month_corrections set public_reason = null')).toThrow(/never changed/)
    expect(run('delete from month_corrections')).toThrow(/never removed/)
    expect(run("update month_corrections set reason = ''")).not.toThrow()
  })

  test('accepts a correction next to the figure, with date and reason, as an event without the words', async () => {
    const { answer } = await correctTo('３')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/reports/2026-10?c=hongqi&done=corrected'])
    const page = await wordsAt(october)

    expect(page).toMatch(/已回访 2 3 11月7日 当时已办，签字以后才补录 a call was entered late Name-of-dora/)
    expect(page).toContain('11月7日更正为 3')
    const told = await placeEvents()
    expect(told.map(({ action }) => action)).toEqual(['month-signed', 'month-corrected'])
    const data = {
      month: '2026-10',
      figure: 'called',
      nth: 1,
      oldValue: 2,
      newValue: 3,
      publicReason: 'recorded-later',
    }
    expect(told[1]?.data).toEqual(data)
    expect(JSON.stringify(told)).not.toContain('entered late')
  })

  test('a correction of a correction begins where the first one ended', async () => {
    await correctTo('3')
    await correctTo('4')

    const rows = await site.store.db.select().from(monthCorrections)
    expect(rows.map(({ nth, oldValue, newValue }) => [nth, oldValue, newValue])).toEqual([
      [1, 2, 3],
      [2, 3, 4],
    ])
  })

  test.each([
    ['the same value', { value: '2' }, correct.faults.same],
    ['no number', { value: 'two' }, correct.faults.value],
    ['a number below nothing', { value: '-3' }, correct.faults.value],
    ['a number below nothing, as it comes from a Chinese keyboard', { value: '－３' }, correct.faults.value],
    ['no reason', { reason: ' ' }, correct.faults.reason],
    ['an unknown figure', { figure: 'people' }, correct.faults.unknown],
    ['a unit that there is not', { figure: 'called@unit:abc' }, correct.faults.unknown],
    ['a category that there is not', { figure: 'called@category:money' }, correct.faults.unknown],
    ['a grid that there was not', { figure: 'called@grid:g9' }, correct.faults.unknown],
    ['an outdated figure', { held: '7' }, correct.faults.moved],
  ])('a correction with %s is refused with a sentence', async (_what, fields, sentence) => {
    const { form } = await correctTo('')
    for (const step of ['', 'sure']) {
      const sent = { ...form, value: '3', key: newId(), step, ...fields }
      const answer = await site.post(`${october}/correct`, 'dora', sent)

      expect([409, 422]).toContain(answer.status)
      const html = await answer.text()
      expect(wordsOf(html)).toContain(sentence)
      if (sent.figure === 'called') expect(html).toContain(`name="value" value="${sent.value}"`)
    }
    expect(await site.store.db.select().from(monthCorrections)).toEqual([])
  })

  test.each([
    ['more than what it is a share of', 'fulfilled', '7', clashes['over-base']('本月发布', '6')],
    ['less than a share of it', 'published', '4', clashes['under-share']('有人认领', '5')],
    ['a part of more than there are', 'published@grid:g2', '3', clashes['over-whole']('本月发布', '2')],
    ['a whole of less than a part', 'deliveries', '2', clashes['under-part']('物品的本月送达', '4')],
    ['the hours that are shown already', 'to-call.median', '24', correct.faults.same],
    [
      'a median over the slowest tenth',
      'to-call.median',
      '30',
      clashes['wait-order']('送达到回访：最慢的 10% 用了多久', '24 小时'),
    ],
  ])('a correction to %s is refused with the rule and the way out', async (_what, figure, value, sentence) => {
    const { answer } = await correctTo(value, 'a reason', figure)

    expect([answer.status, wordsOf(await answer.text())]).toEqual([422, expect.stringContaining(sentence)])
    expect(await site.store.db.select().from(monthCorrections)).toEqual([])
  })

  test('an address that names no figure asks for one, and never speaks of a part that is not there', async () => {
    const answer = await site.get(`${october}/correct?figure=fulfilled@unit:abc`, 'dora')
    const words = wordsOf(await answer.text())

    expect([answer.status, words.includes(correct.faults.unknown), words.includes('的的')]).toEqual([422, true, false])
  })

  test('a unit that had nothing can be corrected to have something, and is called by its name', async () => {
    await correctTo('7', 'a list was entered late', 'published')
    const { answer } = await correctTo('1', 'a list was entered late', 'published@unit:water')

    expect(answer.status).toBe(303)
    expect(await wordsAt(october)).toContain('=Water works的本月发布 0 1')
  })

  test('nothing is corrected before it has been shown once more, and one can go back with the words as typed', async () => {
    const html = await (await site.get(`${october}/correct?figure=called`, 'dora')).text()
    const form = {
      key: hidden(html, 'key'),
      figure: 'called',
      held: '2',
      value: '3',
      why: 'recorded-later',
      reason: 'a call was entered late',
    }
    const shown = await site.post(`${october}/correct`, 'dora', form)
    const asked = await shown.text()

    expect(shown.status).toBe(200)
    expect(wordsOf(asked)).toContain('已回访 2 3 当时已办，签字以后才补录 a call was entered late')
    expect(wordsOf(asked)).toContain(correct.sure.stays)
    expect(await site.store.db.select().from(monthCorrections)).toEqual([])
    const back = await (await site.post(`${october}/correct`, 'dora', { ...form, step: 'back' })).text()
    expect(back).toContain('name="value" value="3"')
    expect(back).toContain('a call was entered late</textarea>')
    const sure = { ...form, key: hidden(asked, 'key'), held: hidden(asked, 'held'), step: 'sure' }
    expect((await site.post(`${october}/correct`, 'dora', sure)).status).toBe(303)
  })

  test('shows supervisors of the community that it was signed and corrected, without a name or a typed word', async () => {
    await correctTo('3', 'Secret-Reason')
    const inside = await wordsAt(`${october}/sheet`)
    expect(inside).toContain('已回访 2 3 11月7日 当时已办，签字以后才补录 Secret-Reason Name-of-dora')

    const page = await (await site.get(`${october}?c=hongqi`, 'sven')).text()
    const sheet = await (await site.get(`${october}/sheet?c=hongqi`, 'sven')).text()
    expect(wordsOf(page)).toContain(official.onDay('11月7日'))
    expect(wordsOf(sheet)).toContain('11月7日签字')
    for (const html of [page, sheet]) {
      expect(wordsOf(html)).toContain('已回访 2 3 11月7日')
      expect(html).not.toMatch(/Secret-Reason|Name-of-dora/)
    }
  })

  test('only the community’s secretary corrects, and only what is signed', async () => {
    const fields = { key: newId(), figure: 'called', held: '2', value: '3', why: 'counted-wrong', reason: 'x' }
    expect((await site.get('/reports/2026-09/correct', 'dora')).status).toBe(404)
    expect((await site.get(`${october}/correct?c=lvyuan`, 'dora')).status).toBe(404)
    for (const who of ['anna', 'sven', 'vera'])
      expect((await site.post(`${october}/correct?c=hongqi`, who, fields)).status).toBe(404)
    expect(await site.store.db.select().from(monthCorrections)).toEqual([])
  })
})
