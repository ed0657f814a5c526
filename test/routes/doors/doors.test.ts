import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { events } from '#db/schema/tables.ts'
import { living } from '#test/routes/site/living.ts'
import { type Answer, type TestApp, testApp } from '#test/support/app.ts'
import type { Name } from '#test/support/cast.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const { faults, message: words, sheet: sheetWords } = zh.doors
const plain = (code: string) => code.replace('-', '')

/** The codes that the form of a door offers, and those that are ticked. */
const boxes = (page: Answer, door: 'group' | 'board') => {
  const found = [
    ...page.html.matchAll(new RegExp(`id="${door}-([\\d-]+)-wish" name="wish" value="[\\d-]+"( checked)?`, 'g')),
  ]
  return { offered: found.map(([, code]) => code), ticked: found.filter(([, , on]) => on).map(([, code]) => code) }
}
async function send(who: Name, path: '/doors/messages' | '/doors/sheets', wish: readonly string[], more = {}) {
  const page = await app.as(who).get('/doors')
  return app.as(who).post(path, { wish, key: page.hidden('key'), ...more })
}
const textOf = (page: Answer) => /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(page.html)?.[1] ?? ''
async function messageOf(who: Name, ...codes: readonly string[]) {
  const made = await send(who, '/doors/messages', codes)
  return { made, text: textOf(await app.as(who).get(made.location ?? '')) }
}
const gusOpens = async () => {
  const code = await life.post({ item: 'chat' }, 'gus', 'ma')
  await life.publish(code)
  return code
}

describe('the message for the group', () => {
  test('has each wish with item, amount, grid, age band, urgency in words and a short link, numbered for the replies', async () => {
    const [milk, lamp] = [await life.open(), await life.open({ item: 'change-lamp', quantity: '1', urgency: 'red' })]

    const { text } = await messageOf('dora', milk, lamp)

    expect(text.split('\n')).toEqual([
      '【hongqi·微心愿】11月2日 第 1 条消息',
      '1. 纯牛奶 2 箱｜Grid 1 · 八旬以上老人｜急',
      `http://localhost/w/${plain(milk)}?d=g`,
      expect.stringMatching(/^2\. .+｜Grid 1 · 八旬以上老人｜特急$/),
      `http://localhost/w/${plain(lamp)}?d=g`,
      words.how,
      words.phone('0994-2345678'),
      expect.stringMatching(
        /^账本现在有 \d+ 条记录，校验字 \w{4}-\w{4}-\w{4}，可以在 http:\/\/localhost\/verify 核对$/,
      ),
    ])
  })

  test('says nothing of a resident that the board does not say', async () => {
    const { text } = await messageOf('ana', await life.open({ specification: 'for her cough', note: 'ring twice' }))

    for (const secret of ['Li Guilan', '203', '13800138000', 'cough', 'ring']) expect(text).not.toContain(secret)
  })

  test('is remembered as an event that names the door and the wishes, and sent twice it is one', async () => {
    const code = await life.open()
    const { id } = await life.stored(code)
    const page = await app.as('dora').get('/doors')
    const form = { wish: [code], key: page.hidden('key') }

    const [first, again] = [
      await app.as('dora').post('/doors/messages', form),
      await app.as('dora').post('/doors/messages', form),
    ]

    expect([first.location, again.location]).toEqual(['/doors/messages/1?c=hongqi', '/doors/messages/1?c=hongqi'])
    const rows = await app.services.store.db.select().from(events).where(eq(events.action, 'edition-made'))
    expect(rows.map(({ stream, actorId, data }) => ({ stream, actorId, data }))).toEqual([
      {
        stream: 'register:hongqi',
        actorId: app.people.dora.id,
        data: {
          edition: expect.stringMatching(/^[0-9a-f]{24}$/),
          ...{ door: 'group', number: 1, wishes: [id], inTime: [id] },
        },
      },
    ])
  })

  test('offers what is new, ticked, and what was sent already unticked; a wish that was given back is new again', async () => {
    const [first, second] = [await life.open(), await life.open()]
    await messageOf('dora', first)

    const after = boxes(await app.as('dora').get('/doors'), 'group')
    expect([after.offered, after.ticked]).toEqual([[second, first], [second]])

    app.at('2026-11-02T12:00:00+08:00')
    await life.claim(first, 'ben')
    await life.move('ben', first, 'release', { handover: 'away' })
    expect(boxes(await app.as('dora').get('/doors'), 'group').ticked.sort()).toEqual([first, second].sort())
  })

  test('can be for one wish, named in the address', async () => {
    const [, second] = [await life.open(), await life.open()]

    expect(boxes(await app.as('dora').get(`/doors?w=${second}`), 'group').ticked).toEqual([second])
  })

  test('says how many were claimed since the last one, and crosses out what has been claimed since', async () => {
    const [first, second, third] = [await life.open(), await life.open(), await life.open()]
    await messageOf('dora', first, second)
    app.at('2026-11-02T12:00:00+08:00')
    await life.claim(first, 'ben')
    app.at('2026-11-02T13:00:00+08:00')

    const { text } = await messageOf('dora', third)
    const old = textOf(await app.as('dora').get('/doors/messages/1'))

    expect(text).toContain(words.claimedSince(1))
    expect(old).toContain('1. （已被认领）纯牛奶 2 箱｜Grid 1｜急')
    expect(old).toContain('2. 纯牛奶 2 箱｜Grid 1 · 八旬以上老人｜急')
  })

  test('takes ten wishes and no more, and at least one', async () => {
    const codes: string[] = []
    for (let n = 0; n < 11; n++) codes.push(await life.open())

    const [many, none, ten] = [
      await send('dora', '/doors/messages', codes),
      await send('dora', '/doors/messages', []),
      await send('dora', '/doors/messages', codes.slice(0, 10)),
    ]

    expect([many.status, none.status, ten.status]).toEqual([422, 422, 303])
    expect(many.words).toContain(faults['too-many'])
    expect(boxes(many, 'group').ticked).toHaveLength(11)
    expect(none.words).toContain(faults.none)
  })

  test('is refused with the fresh list where a wish was claimed meanwhile', async () => {
    const [gone, other] = [await life.open(), await life.open()]
    const page = await app.as('dora').get('/doors')
    await life.claim(gone)

    const answer = await app.as('dora').post('/doors/messages', { wish: [gone, other], key: page.hidden('key') })

    expect(answer.status).toBe(409)
    expect(answer.words).toContain(faults.claimed)
    expect(boxes(answer, 'group').offered).toEqual([other])
  })

  test('that was not sent after all counts no longer: its wishes are new again', async () => {
    const code = await life.open()
    await messageOf('dora', code)

    const recalled = await app.as('dora').post('/doors/messages/1/recall?c=hongqi')

    expect(recalled.status).toBe(303)
    expect(boxes(await app.as('dora').get('/doors'), 'group').ticked).toEqual([code])
    expect((await app.as('dora').get('/doors/messages/1')).words).toContain(words.recalled)
  })
})

describe('the sheet for the notice board', () => {
  test('has number, day and time, each wish with its number and a code, the phone, and how to claim', async () => {
    const code = await life.open({ urgency: 'red' })

    const made = await send('dora', '/doors/sheets', [code], { paper: 'a3' })
    const page = await app.as('dora').get(made.location ?? '')

    for (const said of [
      code,
      '牛奶 2 箱',
      'Grid 1 · 八旬以上老人',
      '特急',
      sheetWords.how,
      '0994-2345678',
      '2026-11-02 11:00',
    ])
      expect(page.words).toContain(said)
    expect(page.words).toContain(sheetWords.number(1))
    expect(page.html.match(/class="qr"/g)).toHaveLength(2)
    expect(page.html).toContain('board-sheet a3')
    expect(page.words).not.toContain('Li Guilan')
  })

  test('takes eight wishes on A4 and fifteen on A3', async () => {
    const codes: string[] = []
    for (let n = 0; n < 16; n++) codes.push(await life.open())
    const made = async (paper: string, n: number) =>
      (await send('dora', '/doors/sheets', codes.slice(0, n), { paper })).status

    expect([await made('a4', 8), await made('a4', 9), await made('a3', 15), await made('a3', 16)]).toEqual([
      ...[303, 422, 303, 422],
    ])
  })

  test('is alive at its address: anyone reads what can still be claimed, what is taken and what is no longer needed', async () => {
    const [open, taken, gone] = [await life.open(), await life.open(), await life.open()]
    await send('dora', '/doors/sheets', [open, taken, gone])
    await life.claim(taken, 'ben')
    await life.move('dora', gone, 'withdraw', { reason: 'moved' })

    const page = await app.anyone.get('/c/hongqi/sheets/1')

    const lines = [...page.html.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, line = '']) => line.replace(/<[^>]+>/g, ' '))
    const said = (code: string) => lines.find((line) => line.includes(code)) ?? ''
    expect(said(open)).toContain(zh.doors.availability.open)
    expect(said(taken)).toContain(zh.doors.availability.taken)
    expect(said(gone)).toContain(zh.doors.availability.gone)
    expect(page.words).toContain(sheetWords.openOf(1, 3))
    expect(page.html).toContain(`/wishes/${open}?d=b`)
    expect(page.words).not.toMatch(/Li Guilan|ben|搬走/)
    expect((await app.anyone.get('/c/hongqi/sheets/2')).status).toBe(404)
    expect((await app.anyone.get('/c/nanyuan/sheets/1')).status).toBe(404)
  })

  test('that is old is said on the desk, and after the change the older ones are taken down', async () => {
    const [first, second] = [await life.open(), await life.open()]
    expect((await app.as('dora').get('/desk')).words).not.toContain('公示栏待换')
    await send('dora', '/doors/sheets', [first, second])
    expect((await app.as('dora').get('/desk')).words).not.toContain('公示栏待换')
    await life.claim(first, 'ben')
    await life.open()
    await life.open()
    expect((await app.as('dora').get('/desk')).words).toContain('公示栏待换（1 条已被认领，2 条新的没上墙）')

    const open = boxes(await app.as('dora').get('/doors'), 'board')
    await send('dora', '/doors/sheets', open.ticked as string[])
    const hung = await app.as('dora').post('/doors/sheets/2/hung?c=hongqi')

    expect(hung.status).toBe(303)
    expect((await app.as('dora').get('/desk')).words).not.toContain('公示栏待换')
    expect((await app.anyone.get('/c/hongqi/sheets/1')).words).toContain(sheetWords.isOld)
    expect((await app.anyone.get('/c/hongqi/sheets/2')).words).not.toContain(sheetWords.isOld)
    await app.as('dora').post('/doors/sheets/2/hung?c=hongqi')
    const ended = await app.services.store.db.select().from(events).where(eq(events.action, 'edition-ended'))
    expect(ended.map(({ data }) => [data.number, data.which])).toEqual([[2, 'older']])
  })
})

describe('who publishes', () => {
  test('a grid worker sees and sends the wishes of her own grids alone, the secretary all', async () => {
    const [own, other] = [await life.open(), await gusOpens()]

    expect(boxes(await app.as('ana').get('/doors'), 'group').offered).toEqual([own])
    expect(boxes(await app.as('dora').get('/doors'), 'group').offered.sort()).toEqual([own, other].sort())
    expect((await send('ana', '/doors/messages', [other])).status).toBe(409)
    expect((await send('ana', '/doors/sheets', [own])).status).toBe(303)
  })

  test('another community reads none of it and sends none of it', async () => {
    const code = await life.open()
    await send('dora', '/doors/messages', [code])
    await send('dora', '/doors/sheets', [code])

    for (const who of ['zhao', 'wang'] as const) {
      expect(boxes(await app.as(who).get('/doors'), 'group').offered).toEqual([])
      expect((await send(who, '/doors/messages', [code])).status).not.toBe(303)
      for (const path of [
        '/doors/messages/1',
        '/doors/sheets/1',
        '/doors/messages/1?c=hongqi',
        '/doors/sheets/1?c=hongqi',
      ])
        expect([who, path, (await app.as(who).get(path)).status]).toEqual([who, path, 404])
      for (const path of ['/doors/messages/1/recall', '/doors/sheets/1/hung', '/doors/sheets/1/down'])
        expect([who, path, (await app.as(who).post(`${path}?c=hongqi`)).status]).toEqual([who, path, 404])
    }
  })
})
