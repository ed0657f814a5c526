import { asc, like } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { communityById } from '#db/community/area-rows.ts'
import { calendarFor } from '#db/community/calendar-rows.ts'
import { events, holidayDays, holidayNotices } from '#db/schema/tables.ts'
import { isWorkday } from '#domain/time/workdays.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { type Name, places } from '#test/support/cast.ts'
import { zh } from '#text/zh.ts'

const { faults, runFaults, preview, saved } = zh.calendarEdit
type Fields = Readonly<Record<string, string>>

let app: TestApp
beforeEach(async () => {
  app = await testApp({ now: '2026-11-02T11:00:00+08:00' })
})

const closure = {
  layer: 'community',
  from: '2026-11-04',
  until: '2026-11-05',
  kind: 'rest',
  name: 'burst pipe',
  title: '',
}
const spring = {
  ...{ layer: 'national', year: '2027', title: 'Notice on 2027', reference: 'No. 9', issuedOn: '2026-11-01' },
  days: '2027-01-01 至 2027-01-03 元旦\n2027-02-05 至 2027-02-11 春节\n2027-02-13 上班',
}

async function send(who: Name, fields: Fields, what = 'save', query = '') {
  const form = await app.as(who).get(`/calendar/edit${query}`)
  return app.as(who).post(`/calendar/edit/notices${query}`, { key: form.hidden('key'), do: what, ...fields })
}
async function isOff(day: string, place: string = places.hongqi): Promise<boolean> {
  const { db } = app.services.store
  const community = await communityById(db, place)
  if (!community) throw new Error('no such community')
  return !isWorkday(await calendarFor(db, community), day)
}
const told = () =>
  app.services.store.db.select().from(events).where(like(events.stream, 'calendar:%')).orderBy(asc(events.pos))
const rows = async () => (await app.services.store.db.select().from(holidayNotices)).length
const idOf = async (day: string) => {
  const all = await app.services.store.db.select().from(holidayDays)
  return all.find((row) => row.day === day)?.id ?? ''
}

describe('the calendar of a community', () => {
  test('is there for everybody: this month first, then the year with the notice of each day', async () => {
    const page = await app.anyone.get('/c/hongqi/calendar')

    expect(page.words).toContain('2026年11月 周一 周二')
    expect(page.html).toMatch(/<td aria-current="date">2</)
    expect(page.words).toMatch(
      /国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日） 全国 .*10月1日至10月7日 国庆节 · 放假/,
    )
    expect(page.words).toMatch(/按历法推算.* 自治区 暂定 .*5月27日至5月29日 古尔邦节 · 放假/)
    expect(page.words).toContain('2027年的放假通知还没有录入')
    expect(page.words).toContain('10:00–18:30（北京时间）')
    expect((await app.anyone.get('/c/nowhere/calendar')).status).toBe(404)
    expect((await app.anyone.get('/calendar')).location).toBe('/')
    expect((await app.as('dora').get('/calendar')).status).toBe(200)
  })

  test('shows another month, and this one again where none is meant', async () => {
    expect((await app.anyone.get('/c/hongqi/calendar?month=2026-10')).words).toContain('2026年10月 周一')
    for (const month of ['1066-10', '2026-13', 'soon'])
      expect((await app.anyone.get(`/c/hongqi/calendar?month=${month}`)).words).toContain('2026年11月 周一')
  })
})

describe('a closure', () => {
  test('is looked at first and changes nothing until it is saved', async () => {
    const look = await send('dora', closure, 'look')
    expect(look.status).toBe(200)
    expect(look.words).toContain(preview.title)
    expect(look.words).toContain('2026年11月4日至2026年11月5日 burst pipe · 不办公')
    expect(await rows()).toBe(0)

    const back = await app.as('dora').post('/calendar/edit/notices', {
      ...closure,
      key: look.hidden('key'),
      do: 'change',
    })
    expect(back.status).toBe(200)
    expect(back.html).toContain('value="burst pipe"')
    expect(await rows()).toBe(0)
  })

  test('rests there and in no other community, and explains the due dates that pass it', async () => {
    const answer = await send('dora', closure)
    expect(answer.status).toBe(303)
    expect((await app.as('dora').get(answer.location ?? '')).words).toContain(saved.notice)

    expect([await isOff('2026-11-04'), await isOff('2026-11-05'), await isOff('2026-11-06')]).toEqual([
      true,
      true,
      false,
    ])
    expect(await isOff('2026-11-04', places.nanyuan)).toBe(false)
    expect((await app.anyone.get('/c/hongqi/calendar')).words).toContain(
      '本社区公告 本社区 11月4日至11月5日 burst pipe · 不办公',
    )
    expect((await app.anyone.get('/c/nanyuan/calendar')).words).not.toContain('burst pipe')

    const code = await living(app).claimed('ben', { urgency: 'red' })
    expect((await app.as('ben').get(`/wishes/${code}`)).words).toContain('为什么是2026年11月3日？')
    const next = await living(app).claimed('cleo', { urgency: 'yellow' })
    const page = await app.as('cleo').get(`/wishes/${next}`)
    expect(page.words).toContain('为什么是2026年11月9日？')
    expect(page.words).toContain('2026年11月4日 burst pipe 依据：本社区公告')
  })

  test('is an event of ids, codes and days, without a typed word', async () => {
    await send('dora', { ...closure, title: 'Announcement 7' })

    const [event] = await told()
    expect(event).toMatchObject({ stream: 'calendar:hongqi', action: 'notice-entered', communityId: 'hongqi' })
    expect(event?.data).toMatchObject({ layer: 'community', days: ['rest 2026-11-04 2026-11-05'] })
    expect(JSON.stringify(event)).not.toMatch(/burst|Announcement/)
  })

  test('sent twice is one', async () => {
    const key = (await app.as('dora').get('/calendar/edit')).hidden('key')
    for (const _ of [1, 2]) {
      const answer = await app.as('dora').post('/calendar/edit/notices', { ...closure, key, do: 'save' })
      expect(answer.status).toBe(303)
    }
    expect(await rows()).toBe(1)

    const other = { ...closure, from: '2026-11-10', until: '', key, do: 'save' }
    const answer = await app.as('dora').post('/calendar/edit/notices', other)
    expect(answer.status).toBe(422)
    expect(answer.words).toContain(faults['key-reused'])
  })

  test('may open a Saturday', async () => {
    await send('dora', { ...closure, from: '2026-11-07', until: '', kind: 'work', name: 'moved here' })

    expect([await isOff('2026-11-07'), await isOff('2026-11-08')]).toEqual([false, true])
  })

  test.each([
    ['a day that is none', { from: '2026-02-30' }, runFaults['no-such-day']],
    ['no day', { from: '' }, runFaults['no-such-day']],
    ['an end before its beginning', { until: '2026-11-03' }, runFaults.backwards],
    ['more than sixty days', { until: '2027-01-03' }, runFaults['too-long']],
    ['no reason', { name: ' ' }, runFaults['no-name']],
    ['a long reason', { name: 'x'.repeat(31) }, runFaults['long-name']],
    ['days long past', { from: '2026-10-01', until: '' }, runFaults['too-far']],
    ['days far ahead', { from: '2029-10-01', until: '' }, runFaults['too-far']],
  ])('is refused for %s, with the form as typed and nothing written', async (_what, fields, sentence) => {
    for (const what of ['look', 'save']) {
      const answer = await send('dora', { ...closure, title: 'as typed', ...fields }, what)
      expect(answer.status).toBe(422)
      expect(answer.words).toContain(sentence)
      expect(answer.html).toContain('value="as typed"')
    }
    expect(await rows()).toBe(0)
  })

  test('does not overlap another one', async () => {
    await send('dora', closure)

    expect((await send('dora', { ...closure, from: '2026-11-05', until: '2026-11-06' })).words).toContain(
      runFaults.overlap,
    )
    // In another layer it may: the nearest word goes before.
    expect((await send('dora', { ...closure, from: '2026-11-06', until: '' })).status).toBe(303)
  })
})

describe('open deadlines', () => {
  test('are counted before it is saved, without a name; those of another community stay as they are', async () => {
    const life = living(app)
    const code = await life.claimed('ben', { urgency: 'yellow' })
    expect((await life.stored(code)).dueAt).toEqual(new Date('2026-11-05T23:59:59+08:00'))

    const look = await send('dora', closure, 'look')
    expect(look.words).toContain(preview.moves(1))
    expect(look.words).toContain(preview.range('2026年11月5日', '2026年11月9日', '2026年11月5日', '2026年11月9日'))
    expect(look.words).not.toContain('Li Guilan')
    expect((await send('zhao', closure, 'look')).words).toContain(preview.none)
    expect(
      (await send('finn', { ...spring, year: '', days: '2026-11-04 parade' }, 'look', '?for=all')).words,
    ).toContain(preview.moves(1))

    await send('zhao', closure)
    expect((await life.stored(code)).dueAt).toEqual(new Date('2026-11-05T23:59:59+08:00'))
    await send('dora', closure)
    expect((await life.stored(code)).dueAt).toEqual(new Date('2026-11-09T23:59:59+08:00'))
  })

  test('explain themselves before, after, and when the day is withdrawn again', async () => {
    const code = await living(app).claimed('ben', { urgency: 'yellow' })
    const page = async () => (await app.as('ben').get(`/wishes/${code}`)).words
    expect(await page()).toContain('为什么是2026年11月5日？')

    await send('dora', closure)
    expect(await page()).toContain('为什么是2026年11月9日？')
    expect(await page()).toContain('2026年11月4日 burst pipe 依据：本社区公告')

    await app.as('dora').post('/calendar/edit/withdraw', { ids: await idOf('2026-11-04') })
    expect(await page()).toContain(zh.whyDue.moved('2026年11月5日', '2026年11月9日'))
  })
})

describe('a notice of the nation or the region', () => {
  test('entered by a secretary settles the year for her community alone', async () => {
    expect((await send('dora', spring)).status).toBe(303)

    expect([await isOff('2027-02-08'), await isOff('2027-02-13')]).toEqual([true, false])
    expect(await isOff('2027-02-08', places.nanyuan)).toBe(false)
    const page = await app.anyone.get('/c/hongqi/calendar')
    expect(page.words).toContain(
      'Notice on 2027 No. 9 全国 1月1日至1月3日 元旦 · 放假 2月5日至2月11日 春节 · 放假 2月13日 春节 · 调休上班',
    )
    expect(page.words).toContain('2027年的放假通知还没有录入')
  })

  test('entered by an administrator settles it for all of them, and is known of then', async () => {
    expect((await send('finn', spring, 'save', '?for=all')).status).toBe(303)

    expect([await isOff('2027-02-08'), await isOff('2027-02-08', places.nanyuan)]).toEqual([true, true])
    expect((await told())[0]).toMatchObject({ stream: 'calendar:*', communityId: '*' })
    expect((await send('dora', spring)).words).toContain(faults.known)
    const region = { ...spring, layer: 'regional', days: '2027-03-10 肉孜节' }
    expect((await send('zhao', region)).status).toBe(303)
    expect((await app.anyone.get('/c/nanyuan/calendar')).words).not.toContain('2027年的放假通知还没有录入')
    expect((await app.anyone.get('/c/hongqi/calendar')).words).toContain('2027年的放假通知还没有录入')
  })

  test('takes the place of an estimate; what is settled for all is not hers to change', async () => {
    const eid = {
      ...spring,
      layer: 'regional',
      year: '2026',
      days: '2026-03-21 肉孜节\n2026-05-27 至 2026-05-28 古尔邦节',
    }
    expect((await send('dora', eid)).status).toBe(303)
    expect([await isOff('2026-03-20'), await isOff('2026-05-29')]).toEqual([false, false])

    expect((await send('dora', { ...spring, year: '2026', days: '2026-12-31 元旦' })).words).toContain(faults.known)
  })

  test('may be put right by entering it again', async () => {
    await send('dora', spring)
    await send('dora', { ...spring, days: '2027-02-06 至 2027-02-12 春节' })

    expect([await isOff('2027-02-05'), await isOff('2027-02-12')]).toEqual([false, true])
  })

  test('marked as provisional makes provisional dates', async () => {
    await send('dora', { ...spring, provisional: 'yes' })

    expect((await app.anyone.get('/c/hongqi/calendar?month=2027-02')).words).toContain(
      'Notice on 2027 No. 9 全国 暂定 2月5日至2月11日 春节',
    )
    expect((await app.anyone.get('/c/hongqi/calendar?month=2027-02')).words).toMatch(/ 8 休\?/)
  })

  test.each([
    ['no title', { title: ' ' }, faults['no-title']],
    ['no year', { year: '' }, faults['no-year']],
    ['a year that is none', { year: '27' }, faults['far-year']],
    ['a year far away', { year: '2032' }, faults['far-year']],
    ['a day of issue to come', { issuedOn: '2026-11-03' }, faults.ahead],
    ['no day of issue', { issuedOn: '' }, faults['no-such-day']],
    ['no days', { days: '\n ' }, faults['no-days']],
    ['a line that is no day', { days: '2027-02-05 春节\nsoon' }, `第 2 行：${runFaults['not-a-line']}`],
    ['days of another year', { days: '2029-02-05 春节' }, `第 1 行：${runFaults['too-far']}`],
    ['a day named twice', { days: '2027-02-05至02-07 春节\n2027-02-07 元宵' }, `第 2 行：${runFaults.overlap}`],
  ])('is refused for %s, with the form as typed and nothing written', async (_what, fields, sentence) => {
    const answer = await send('dora', { ...spring, reference: 'as typed', ...fields })

    expect(answer.status).toBe(422)
    expect(answer.words).toContain(sentence)
    expect(answer.html).toContain('value="as typed"')
    expect(await rows()).toBe(0)
  })

  test('without a year adds its days for all, and is an administrator’s to enter', async () => {
    const extra = { ...spring, year: '', days: '2026-11-10 parade' }

    expect((await send('finn', extra, 'save', '?for=all')).status).toBe(303)
    expect([await isOff('2026-11-10'), await isOff('2026-11-10', places.nanyuan)]).toEqual([true, true])
    expect((await send('finn', { ...closure }, 'save', '?for=all')).status).toBe(404)
  })
})

describe('a day', () => {
  test('that is withdrawn counts again and stays on record', async () => {
    await send('dora', closure)
    const ids = await idOf('2026-11-04')
    for (const _ of [1, 2]) expect((await app.as('dora').post('/calendar/edit/withdraw', { ids })).status).toBe(303)

    expect(await isOff('2026-11-04')).toBe(false)
    expect((await app.anyone.get('/c/hongqi/calendar')).words).toContain('burst pipe · 不办公 已撤回')
    expect((await told()).map(({ action }) => action)).toEqual(['notice-entered', 'days-withdrawn'])
    expect((await app.as('dora').get('/calendar/edit')).html).not.toContain(ids)
  })

  test('has to be ticked, and the form says so', async () => {
    await send('dora', closure)
    const answer = await app.as('dora').post('/calendar/edit/withdraw')

    expect(answer.status).toBe(422)
    expect(answer.words).toContain(faults.choose)
  })

  test('of another community, or of all of them, is not a secretary’s to withdraw', async () => {
    await send('zhao', closure)
    await send('finn', spring, 'save', '?for=all')

    for (const day of ['2026-11-04', '2027-02-05']) {
      const ids = await idOf(day)
      expect((await app.as('dora').post('/calendar/edit/withdraw', { ids })).status).toBe(404)
      expect((await app.as('dora').post('/calendar/edit/withdraw?c=nanyuan', { ids })).status).toBe(404)
      expect((await app.as('dora').post('/calendar/edit/withdraw?for=all', { ids })).status).toBe(404)
    }
    expect((await told()).map(({ action }) => action)).toEqual(['notice-entered', 'notice-entered'])
  })
})

describe('office hours', () => {
  const change = async (hours: Fields, who: Name = 'dora') => {
    const version = (await app.as('dora').get('/calendar/edit')).hidden('version')
    return app.as(who).post('/calendar/edit/hours', { ...hours, version })
  }

  test('appear on every page once they are changed, and are recorded as one event', async () => {
    for (const _ of [1, 2]) expect((await change({ opens: '09:30', closes: '18:00' })).status).toBe(303)

    expect((await app.anyone.get('/c/hongqi')).words).toContain('社区办公时间 09:30–18:00')
    expect((await app.anyone.get('/c/nanyuan')).words).toContain('社区办公时间 10:00–18:30')
    expect(await told()).toMatchObject([{ action: 'hours-changed', data: { opens: '09:30', closes: '18:00' } }])
  })

  test.each([
    [{ opens: '18:30', closes: '10:00' }],
    [{ opens: '10:00', closes: '10:00' }],
    [{ opens: '25:00', closes: '26:00' }],
    [{ opens: '', closes: '' }],
  ])('of %o are refused', async (hours) => {
    const answer = await change(hours)

    expect(answer.status).toBe(422)
    expect(answer.words).toContain(faults.time)
    expect(await told()).toEqual([])
  })

  test('are nothing that an administrator has for all', async () => {
    expect((await change({ opens: '09:30', closes: '18:00' }, 'finn')).status).toBe(404)
  })
})

describe('the forms of the calendar', () => {
  test.each(['ana', 'ben', 'eve'] as const)('cannot be opened or sent by %s', async (who) => {
    expect((await app.as(who).get('/calendar/edit')).status).toBe(404)
    for (const form of ['notices', 'withdraw', 'hours'])
      expect((await app.as(who).post(`/calendar/edit/${form}`, { ...closure, key: 'a'.repeat(24) })).status).toBe(404)
  })

  test('a secretary reaches another community’s calendar, or that of all', async () => {
    for (const query of ['?c=nanyuan', '?c=nowhere', '?for=all']) {
      expect((await app.as('dora').get(`/calendar/edit${query}`)).status).toBe(404)
      const body = { ...closure, key: 'a'.repeat(24), do: 'save' }
      expect((await app.as('dora').post(`/calendar/edit/notices${query}`, body)).status).toBe(404)
    }
    expect((await app.as('finn').get('/calendar/edit?c=hongqi')).status).toBe(404)
    expect(await rows()).toBe(0)
  })
})

describe('the month on the wall', () => {
  const { marks } = zh.workingDays
  const offIn = (html: string) =>
    [...html.matchAll(/<td class="rest"[^>]*>(\d+)<small>([^<]*)/g)].map((found) => found[1])

  test('shows weekends as days off, and explains the marks that are there and no others', async () => {
    const november = await app.anyone.get('/c/hongqi/calendar?month=2026-11')
    expect(offIn(november.html)).toEqual(['1', '7', '8', '14', '15', '21', '22', '28', '29'])
    expect(november.words).toContain(marks.off)
    expect(november.words).not.toContain(marks.works)
    expect(november.words).not.toContain(marks.provisional)
  })

  test('has the make-up days of a holiday as working days', async () => {
    const october = await app.anyone.get('/c/hongqi/calendar?month=2026-10')
    expect(offIn(october.html)).toContain('1')
    expect(offIn(october.html)).not.toContain('10')
    expect(october.words).toContain(marks.works)
  })
})
