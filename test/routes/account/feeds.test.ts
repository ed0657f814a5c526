import { beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '#auth/hashing.ts'
import { feeds } from '#db/schema/tables.ts'
import { living } from '#test/routes/site/living.ts'
import { type Answer, hanIn, type TestApp, testApp } from '#test/support/app.ts'
import { leave } from '#test/support/leave.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const secrets = ['Li Guilan', '13800138000', '203', '17']
const make = async (who: 'ben' | 'cleo' = 'ben') => addressIn(await app.as(who).post('/mine/feed'))
const addressIn = ({ words }: Answer) => /\/feeds\/[\w-]{32}\.ics/.exec(words)?.[0] ?? ''
const agree = (code: string, day: string, who: 'ben' | 'cleo' = 'ben') =>
  life.move(who, code, 'schedule', { day, time: '10:30' })
/** The lines of the entries, unfolded. */
const linesOf = ({ html }: Answer) => html.replaceAll('\r\n ', '').split('\r\n')
const valuesOf = (answer: Answer, name: string) =>
  linesOf(answer).flatMap((line) => (line.startsWith(`${name}:`) ? [line.slice(name.length + 1)] : []))

describe('the calendar of a volunteer', () => {
  test('has an address that is shown once, and only its hash is stored', async () => {
    const made = await app.as('ben').post('/mine/feed')

    const address = addressIn(made)
    expect(made.status).toBe(200)
    expect(made.html).toContain(`webcal://localhost${address}`)
    const token = address.slice('/feeds/'.length, -'.ics'.length)
    const rows = await app.services.store.db.select().from(feeds)
    expect(rows).toMatchObject([{ id: sha256(token), personId: app.people.ben.id, lang: 'zh' }])
    const mine = await app.as('ben').get('/mine')
    expect(mine.html).not.toContain(token)
    expect(mine.words).toContain(zh.mine.feed.isOn)
    expect(hanIn(await app.as('ben').post('/mine/feed', {}, { cookie: 'lang=en' }))).toEqual([])
  })

  test('describes a visit by item and grid, with a reminder the evening before, and nothing about the resident', async () => {
    const code = await life.claimed()
    const address = await make()
    expect(valuesOf(await app.anyone.get(address), 'UID')).toEqual([])

    await agree(code, '2026-11-04')
    const answer = await app.anyone.get(address)

    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('cache-control')).toMatch(/^private/)
    expect(valuesOf(answer, 'DTSTART')).toEqual(['20261104T023000Z'])
    expect(valuesOf(answer, 'SUMMARY')[0]).toBe('微心愿：纯牛奶 2 箱')
    expect(valuesOf(answer, 'LOCATION')).toEqual(['Grid 1'])
    expect(valuesOf(answer, 'URL')).toEqual([`http://localhost/wishes/${code}`])
    expect(valuesOf(answer, 'TRIGGER;VALUE=DATE-TIME')).toEqual(['20261103T120000Z'])
    const told = [...valuesOf(answer, 'SUMMARY'), ...valuesOf(answer, 'DESCRIPTION'), ...valuesOf(answer, 'LOCATION')]
    for (const secret of secrets) expect(told.join(' ')).not.toContain(secret)
    expect(answer.html).not.toContain('Li Guilan')
    expect(answer.html).not.toContain('13800138000')
  })

  test('answers a reader who has it already only that nothing has changed, and stays out of shared caches', async () => {
    const code = await life.claimed()
    await agree(code, '2026-11-04')
    const address = await make()
    const first = await app.anyone.get(address)
    const mark = first.headers.get('etag') ?? ''
    expect(mark).toMatch(/^W\/"[0-9a-f]{22}"$/)

    app.at('2026-11-02T12:00:00+08:00')
    const again = await app.anyone.get(address, { 'if-none-match': mark })
    expect([again.status, again.html, again.headers.get('etag')]).toEqual([304, '', mark])
    expect(again.headers.get('cache-control')).toMatch(/^private/)

    await agree(code, '2026-11-05')
    const moved = await app.anyone.get(address, { 'if-none-match': mark })
    expect([moved.status, valuesOf(moved, 'DTSTART')]).toEqual([200, ['20261105T023000Z']])
  })

  test('follows a visit that moves: the same entry, a later number', async () => {
    const code = await life.claimed()
    const address = await make()
    await agree(code, '2026-11-04')
    const before = await app.anyone.get(address)

    await agree(code, '2026-11-05')
    const after = await app.anyone.get(address)

    expect(valuesOf(after, 'UID')).toEqual(valuesOf(before, 'UID'))
    expect(Number(valuesOf(after, 'SEQUENCE')[0])).toBeGreaterThan(Number(valuesOf(before, 'SEQUENCE')[0]))
    expect(valuesOf(after, 'DTSTART')).toEqual(['20261105T023000Z'])
  })

  test('calls a visit off for thirty days when the wish is given back, and is another entry in a new round', async () => {
    const code = await life.claimed()
    const address = await make()
    await agree(code, '2026-11-04')
    const [uid] = valuesOf(await app.anyone.get(address), 'UID')
    await life.move('ben', code, 'release', { handover: 'I have to travel' })

    const off = await app.anyone.get(address)
    expect([valuesOf(off, 'UID'), valuesOf(off, 'STATUS')]).toEqual([[uid], ['CANCELLED']])
    expect(off.html).not.toContain('VALARM')

    await life.claim(code, 'cleo')
    await agree(code, '2026-11-05', 'cleo')
    const other = await app.anyone.get(await make('cleo'))
    expect(valuesOf(other, 'STATUS')).toEqual(['CONFIRMED'])
    expect(valuesOf(other, 'UID')).not.toEqual([uid])
    const still = await app.anyone.get(address)
    expect([valuesOf(still, 'DTSTART'), valuesOf(still, 'SEQUENCE')]).toEqual([
      ['20261104T023000Z'],
      valuesOf(off, 'SEQUENCE'),
    ])

    app.at('2026-12-04T11:00:00+08:00')
    expect(valuesOf(await app.anyone.get(address), 'UID')).toEqual([])
  })

  test('ends by a press, by a new address, and with the person’s time as a volunteer', async () => {
    const first = await make()
    const second = await make()
    expect([(await app.anyone.get(first)).status, (await app.anyone.get(second)).status]).toEqual([404, 200])

    expect((await app.as('ben').post('/mine/feed/end')).location).toBe('/mine')
    expect((await app.anyone.get(second)).status).toBe(404)

    const third = await make()
    await leave(app, 'dora', app.people.ben.id, 'volunteer')
    expect((await app.anyone.get(third)).status).toBe(404)
  })

  test('is not found at an unknown address, and requests are limited', async () => {
    const unknown = `/feeds/${'a'.repeat(32)}.ics`
    expect((await app.anyone.get(unknown)).status).toBe(404)
    expect((await app.anyone.get('/feeds/short.ics')).status).toBe(404)
    for (let n = 0; n < 59; n++) await app.anyone.get(unknown)
    expect((await app.anyone.get(unknown)).status).toBe(429)

    const address = await make()
    for (let n = 0; n < 60; n++) expect((await app.anyone.get(address)).status).toBe(200)
    const more = await app.anyone.get(address)
    expect([more.status, Number(more.headers.get('retry-after')) > 0]).toEqual([429, true])
    app.at('2026-11-02T12:30:00+08:00')
    expect((await app.anyone.get(address)).status).toBe(200)
  })
})

describe('my claims', () => {
  test('lead to the telephone, the address, the map and the way back', async () => {
    const code = await life.claimed()

    const { html, words } = await app.as('ben').get('/mine')

    expect(html).toContain('href="tel:13800138000"')
    expect(html).toContain('data-copy-text="true">hongqi17号楼2单元203室')
    const [, map] = /href="(https:\/\/uri\.amap\.com[^"]*)"[^>]*rel="noreferrer noopener"/.exec(html) ?? []
    expect(decodeURIComponent(map ?? '')).toContain('keyword=hongqi17号楼&')
    expect(decodeURIComponent(map ?? '')).not.toContain('203')
    expect(words).toContain(zh.mine.giveBack)
    const way = /href="(\/wishes\/[\d-]+\?give-back)#release"/.exec(html)?.[1] ?? ''
    expect(way).toContain(code)
    expect((await app.as('ben').get(way)).html).toMatch(/id="release"[^>]*>\s*<details class="fold" open/)
  })
})
