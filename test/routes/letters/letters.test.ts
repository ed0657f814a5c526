import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { events, letters, letterWords, notes, notifications, views } from '#db/schema/tables.ts'
import { day } from '#domain/time/durations.ts'
import { eraseDue } from '#src/jobs/erase-due.ts'
import { walkLetters } from '#src/jobs/walk-letters.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import type { Name } from '#test/support/cast.ts'
import { post } from '#test/support/wish.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})

const key = '0123456789abcdef01234567'
const question = {
  ...{ kind: 'question', forWhom: 'self', subject: '三号楼的路灯不亮', words: '晚上看不清台阶，什么时候能修？' },
  ...{ name: '李某', phone: '13912345678', mayPublish: 'yes', aboutStaff: '' },
}
const complaint = {
  ...question,
  ...{ kind: 'complaint', aboutStaff: 'yes', subject: '网格员说话难听', words: '上门的时候大声嚷。', mayPublish: '' },
}
const write = (fields: Readonly<Record<string, string>> = {}, at = key) =>
  app.anyone.post('/c/hongqi/letters/new', { ...question, key: at, ...fields })
const codeIn = (html: string) => /name="number" value="([\d-]{9})"/.exec(html)?.[1] ?? ''
const keyIn = (html: string) => /name="letterKey" value="([A-Z]{6})"/.exec(html)?.[1] ?? ''
const rows = () => app.services.store.db.select().from(letters)
const act = async (who: Name, code: string, fields: Readonly<Record<string, string>>) => {
  const [row] = await app.services.store.db.select().from(letters).where(eq(letters.code, code))
  return app.as(who).post(`/letters/${code}`, { seq: String(row?.seq), ...fields })
}
const sent = async (fields: Readonly<Record<string, string>> = {}, at = key) => {
  const { html, status } = await write(fields, at)
  expect(status).toBe(200)
  return { code: codeIn(html), letterKey: keyIn(html) }
}

describe('writing', () => {
  test('needs no account; number and key are on the page once, and in no address', async () => {
    const answer = await write()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(codeIn(answer.html)).toMatch(/^\d{4}-\d{4}$/)
    expect(keyIn(answer.html)).toMatch(/^[A-Z]{6}$/)
    expect(answer.html).not.toMatch(new RegExp(`(href|action)="[^"]*${keyIn(answer.html)}`))
    const [event] = await app.services.store.db
      .select()
      .from(events)
      .where(eq(events.stream, (await rows())[0]?.id ?? ''))
    expect(event).toMatchObject({ action: 'letter-write', actorId: 'anyone', seq: 1 })
    expect(JSON.stringify(event)).not.toMatch(/路灯|李某|13912345678/)
  })

  test('twice with the same form is one letter with the same key', async () => {
    const [one, other] = [await write(), await write()]
    expect(await rows()).toHaveLength(1)
    expect([codeIn(other.html), keyIn(other.html)]).toEqual([codeIn(one.html), keyIn(one.html)])
  })

  test('for help needs name and number; a suggestion may be anonymous; nothing typed is lost', async () => {
    const help = await write({ kind: 'help', name: '', phone: '' })
    expect(help.status).toBe(422)
    expect(help.html).toContain('晚上看不清台阶')
    expect(help.words).toContain(`${zh.letters.form.phone} · ${zh.faults.required}`)
    expect((await write({ kind: 'suggestion', name: '', phone: '' })).status).toBe(200)
  })

  test('a complaint has to say whether it is about the staff; an identity number is not stored', async () => {
    expect((await write({ kind: 'complaint' })).words).toContain(zh.letters.form.aboutStaff)
    const answer = await write({ words: '我的身份证是 652301194501011232，请查' })
    expect(answer.status).toBe(422)
    expect(answer.html).not.toContain('652301194501011232')
    expect(await rows()).toEqual([])
  })

  test('staff type in what came by telephone, and tell the writer number and key', async () => {
    const answer = await app.as('ana').post('/letters/new', { ...question, way: 'phone', key })
    expect(answer.words).toContain(zh.letters.sent.staffOnce)
    expect((await rows())[0]).toMatchObject({ way: 'phone', enteredBy: app.people.ana.id })
    expect((await app.as('ben').get('/letters/new')).status).toBe(404)
    expect((await app.as('wang').get('/letters/new?c=hongqi')).status).toBe(404)
  })
})

describe('a letter on its way', () => {
  test('is received, passed on, answered, called about by another person, and closed', async () => {
    const { code, letterKey } = await sent()
    expect((await app.as('dora').get('/desk')).words).toContain(zh.letters.desk.onDesk(1))
    expect((await app.as('ana').get(`/letters/${code}`)).status).toBe(404)
    expect((await act('dora', code, { act: 'receive' })).status).toBe(303)
    expect((await act('dora', code, { act: 'assign', handler: app.people.ana.id })).status).toBe(303)
    const page = await app.as('ana').get(`/letters/${code}`)
    for (const word of ['晚上看不清台阶', '李某', '139 1234 5678']) expect(page.words).toContain(word)
    expect((await act('ana', code, { act: 'answer', note: '电工星期三来换灯。' })).status).toBe(303)

    const read = await app.anyone.post('/follow', { number: code, letterKey })
    expect(read.words).toContain('电工星期三来换灯。')
    expect(read.words).not.toContain(app.people.ana.name)

    expect((await app.as('ana').get('/letters?list=toCall')).words).not.toContain('路灯')
    expect((await app.as('gus').get('/letters?list=toCall')).words).toContain('路灯')
    expect((await act('gus', code, { act: 'call', level: 'satisfied' })).status).toBe(303)
    expect((await rows())[0]).toMatchObject({ state: 'closed', end: 'content', rating: 'satisfied' })
  })

  test('opened by staff leaves a look, and informs those whose turn it is', async () => {
    const { code } = await sent()
    await act('dora', code, { act: 'receive' })
    await act('dora', code, { act: 'assign', handler: app.people.gus.id })
    await app.as('gus').get(`/letters/${code}`)
    const looks = await app.services.store.db.select().from(views).where(eq(views.page, 'letter'))
    expect(looks.map(({ viewerId }) => viewerId)).toContain(app.people.gus.id)
    const told = await app.services.store.db.select().from(notifications)
    expect(told.map(({ personId, kind }) => [personId, kind])).toEqual([
      [app.people.dora.id, 'letter-new'],
      [app.people.gus.id, 'letter-yours'],
    ])
    expect((await app.as('gus').get('/mine')).html).toContain(`href="/letters/${code}"`)
  })

  test('of two people who answer at once the second sees the first answer, and nothing is lost', async () => {
    const { code } = await sent()
    await act('dora', code, { act: 'receive' })
    const answer = (note: string) => app.as('dora').post(`/letters/${code}`, { seq: '2', act: 'answer', note })
    const [one, other] = await Promise.all([answer('一'), answer('一')])
    expect([one.status, other.status]).toEqual([303, 303])
    const late = await app.as('dora').post(`/letters/${code}`, { seq: '1', act: 'receive' })
    expect([late.status, late.words.includes(zh.letters.refusal.overtaken)]).toEqual([409, true])
  })

  test('becomes a wish: both know of each other; a number that is none comes back as typed', async () => {
    const { code, letterKey } = await sent()
    await act('dora', code, { act: 'receive' })
    const wrong = await act('dora', code, { act: 'join', to: 'wish', number: '1111-1111' })
    expect([wrong.status, wrong.words.includes(zh.letters.act.unknownCode)]).toEqual([422, true])
    const wish = await post(app, app.people.ana, app.residents.li)
    expect((await act('dora', code, { act: 'join', to: 'wish', number: wish })).status).toBe(303)
    expect((await rows())[0]).toMatchObject({ state: 'closed', end: 'wish', linkedTo: wish })
    expect((await app.anyone.post('/follow', { number: code, letterKey })).html).toContain(`/wishes/${wish}`)
  })

  test('is published as the secretary edited it, if the writer agreed; private words are asked about', async () => {
    const { code } = await sent()
    await act('dora', code, { act: 'receive' })
    await act('dora', code, { act: 'answer', note: '电工星期三来换灯。' })
    const text = { act: 'publish', question: '路灯坏了找谁', answer: '打社区电话，三天内来修。' }
    const asked = await act('dora', code, { ...text, answer: '低保户找民政。' })
    expect(asked.status).toBe(422)
    expect(asked.html).toContain('低保户找民政。')
    expect((await act('dora', code, text)).status).toBe(303)
    const list = await app.anyone.get('/c/hongqi/letters?q=路灯')
    expect(list.words).toContain('打社区电话，三天内来修。')
    expect(list.words).not.toContain('晚上看不清台阶')
    expect((await app.anyone.get('/c/nanyuan/letters')).words).not.toContain('路灯坏了')
  })

  test('of a writer who did not agree is never published', async () => {
    const { code } = await sent({ mayPublish: '' })
    await act('dora', code, { act: 'receive' })
    await act('dora', code, { act: 'answer', note: '好的。' })
    const answer = await act('dora', code, { act: 'publish', question: '路灯问谁', answer: '打社区电话' })
    expect([answer.status, (await app.anyone.get('/c/hongqi/letters')).words.includes('路灯问谁')]).toEqual([
      409,
      false,
    ])
  })
})

describe('a complaint about the staff', () => {
  const hongqi = ['ana', 'gus', 'dora'] as const

  test('is not visible to the community on any page, list or count until the supervisor gives it to them', async () => {
    const { code } = await sent(complaint)
    for (const who of [...hongqi, 'ben', 'wang', 'zhao', 'finn'] as const) {
      expect((await app.as(who).get(`/letters/${code}`)).status, who).toBe(404)
      expect((await act(who, code, { act: 'receive' })).status, who).toBe(404)
      for (const path of ['/letters', '/letters?list=toCall', '/letters?list=done', '/desk', '/mine'])
        expect((await app.as(who).get(path)).words, `${who} ${path}`).not.toMatch(/说话难听|封来信待办/)
    }
    expect((await app.as('eve').get('/desk')).words).toContain(zh.letters.desk.onDesk(1))
    expect((await app.as('eve').get('/letters')).words).toContain('网格员说话难听')
    expect((await act('eve', code, { act: 'entrust' })).status).toBe(303)
    expect((await app.as('eve').get(`/letters/${code}`)).status).toBe(404)
    expect((await app.as('dora').get(`/letters/${code}`)).status).toBe(200)
  })

  test('cannot be found by the community by joining another letter with it', async () => {
    const { code } = await sent(complaint)
    const other = await sent({}, 'fedcba9876543210fedcba98')
    await act('dora', other.code, { act: 'receive' })
    const answer = await act('dora', other.code, { act: 'join', to: 'letter', number: code })
    expect([answer.status, answer.words.includes(zh.letters.act.unknownCode)]).toEqual([422, true])
  })

  test('informs the supervisor and no one in the community', async () => {
    await sent(complaint)
    const told = await app.services.store.db.select().from(notifications)
    expect(told.map(({ personId, kind }) => [personId, kind])).toEqual([[app.people.eve.id, 'letter-new']])
  })
})

describe('the writer', () => {
  test('with a wrong key reads the same as with a number that does not exist, and is stopped after twenty tries', async () => {
    const { code } = await sent()
    const wrong = await app.anyone.post('/follow', { number: code, letterKey: 'AAAAAA' })
    const unknown = await app.anyone.post('/follow', { number: '1234-5674', letterKey: 'AAAAAA' })
    expect([wrong.status, unknown.status]).toEqual([422, 422])
    expect(unknown.words.replace('1234-5674', '')).toBe(wrong.words.replace(code, ''))
    for (let n = 0; n < 19; n++) await app.anyone.post('/follow', { number: code, letterKey: 'BBBBBB' })
    const stopped = await app.anyone.post('/follow', { number: code, letterKey: 'BBBBBB' })
    expect(stopped.status).toBe(429)
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('reads small letters, blanks and hyphens in the key, and full-width digits in the number', async () => {
    const { code, letterKey } = await sent()
    const typed = `${letterKey.slice(0, 3).toLowerCase()} - ${letterKey.slice(3)}`
    const number = code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).replace('-', '')
    expect((await app.anyone.post('/follow', { number, letterKey: typed })).words).toContain('晚上看不清台阶')
  })

  test('who is not satisfied gets another person; the answerer cannot answer again', async () => {
    const { code, letterKey } = await sent()
    await act('dora', code, { act: 'receive' })
    await act('dora', code, { act: 'answer', note: '不归我们管。' })
    const carried = { number: code, letterKey, seq: '3', act: 'rate' }
    expect((await app.anyone.post('/follow', carried)).status).toBe(422)
    const said = await app.anyone.post('/follow', { ...carried, level: 'dissatisfied', note: '没有说清楚' })
    expect(said.words).toContain(zh.letters.followPage.done.reopened)
    const again = await app.anyone.post('/follow', { ...carried, level: 'dissatisfied', note: '没有说清楚' })
    expect(again.words).toContain(zh.letters.followPage.done.again)
    const refused = await act('dora', code, { act: 'answer', note: '还是不归我们管。' })
    expect([refused.status, refused.words.includes(zh.letters.refusal['same-person'])]).toEqual([409, true])
    expect(refused.html).toContain('还是不归我们管。')
  })

  test('withdraws it after being asked once more', async () => {
    const { code, letterKey } = await sent()
    const press = (sure: string) =>
      app.anyone.post('/follow', { number: code, letterKey, seq: '1', act: 'withdraw', sure })
    expect((await press('')).words).toContain(zh.letters.followPage.withdrawSure)
    expect((await press('yes')).words).toContain(zh.letters.followPage.done.withdraw)
    expect((await app.as('dora').get('/letters')).words).not.toContain('路灯')
  })

  test('who typed the number of a wish is led to it without a key', async () => {
    const wish = await post(app, app.people.dora, app.residents.li)
    await app.as('dora').post(`/wishes/${wish}/publish`, { title: '保温壶' })
    const answer = await app.anyone.post('/follow', { number: wish, letterKey: '' })
    expect(answer.html.includes(`/wishes/${wish}`)).toBe(answer.words.includes(zh.letters.followPage.wishNumber))
  })
})

describe('the clock', () => {
  test('reminds once of what is late, closes what gets no answer, and erases the words on time', async () => {
    const { code, letterKey } = await sent()
    const start = app.services.now().getTime()
    app.at(new Date(start + 3 * day).toISOString())
    expect([await walkLetters(app.services), await walkLetters(app.services)]).toEqual([1, 0])
    await act('dora', code, { act: 'receive' })
    await act('dora', code, { act: 'answer', note: '修好了。' })
    app.at(new Date(start + 19 * day).toISOString())
    await walkLetters(app.services)
    expect((await rows())[0]).toMatchObject({ state: 'closed', end: 'silent' })
    app.at(new Date(start + 108 * day).toISOString())
    await eraseDue(app.services)
    expect(await app.services.store.db.select().from(letterWords)).toHaveLength(1)
    app.at(new Date(start + 110 * day).toISOString())
    await eraseDue(app.services)
    expect(await app.services.store.db.select().from(letterWords)).toEqual([])
    expect(await app.services.store.db.select().from(notes)).toEqual([])
    const read = await app.anyone.post('/follow', { number: code, letterKey })
    expect(read.words).toContain(zh.letters.followPage.erased)
  })
})
