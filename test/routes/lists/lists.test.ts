import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { newId } from '#auth/hashing.ts'
import { sessionsOf } from '#auth/sessions.ts'
import { imports, type residents, volunteers, wishes } from '#db/schema/tables.ts'
import { tick } from '#jobs/run-clock.ts'
import { type Answer, testApp } from '#test/support/app.ts'
import type { Name } from '#test/support/cast.ts'
import { csv, headings, nameGrids, sample } from '#test/support/lists/imports.ts'

async function site() {
  const app = await testApp()
  const { services } = app
  await nameGrids(services.store)
  const send = async (who: Name, body: FormData | string, headers: Record<string, string> = {}) => {
    const cookie = (await sessionsOf(services).begin(app.people[who].id)).split(';')[0] ?? ''
    const origin = services.config.publicUrl
    const answer = await app.app.request('/import', { method: 'POST', body, headers: { cookie, origin, ...headers } })
    return { status: answer.status, location: answer.headers.get('location') ?? '', html: await answer.text() }
  }
  const post = (who: Name, bytes: Uint8Array, fileName = 'list.csv', key: string = newId()) => {
    const form = new FormData()
    form.set('key', key)
    form.set('c', 'hongqi')
    form.set('file', new File([bytes as BlobPart], fileName))
    return send(who, form)
  }
  /** The address of a preview of these bytes. */
  const previewOf = async (who: Name, bytes: Uint8Array, fileName?: string) => {
    const { status, location } = await post(who, bytes, fileName)
    expect(status).toBe(303)
    return location
  }
  const press = (who: Name, address: string, shown: Answer) =>
    app.as(who).post(`${address}/commit`, { key: shown.hidden('key'), seen: shown.hidden('seen') })
  const countOf = async (table: typeof wishes | typeof residents | typeof imports) =>
    (await services.store.db.select().from(table)).length
  return { ...app, send, post, previewOf, press, countOf }
}

const kettle = (name: string, grid = '第一网格') => `${name},${grid},5号楼1单元101,19900000101,烧水壶,1,90`

describe('a file that is handed in', () => {
  test('the form says what can be read, and the sample comes back understood row by row', async () => {
    const { as, previewOf } = await site()
    expect((await as('ana').get('/import')).words).toContain('不用先改')
    const address = await previewOf('dora', await sample('needs-list.xlsx'), 'needs-list.xlsx')

    const preview = await as('dora').get(`${address}?show=all`)

    expect(preview.status).toBe(200)
    expect(preview.words).toContain('读出 16 条')
    expect(preview.words).toContain('登记这 9 个心愿')
    expect(preview.words).toContain('「困难类型」一列没有收下')
    expect(preview.words).toContain('没有叫「第三网格」的网格')
    expect(preview.words).toContain('不满 14 岁')
    expect((await as('dora').get('/import')).words).toContain('needs-list.xlsx')
  })

  test('GBK is read as well as UTF-8, and English readers get English sentences', async () => {
    const { as, previewOf } = await site()
    const address = await previewOf('dora', await sample('needs-list-gbk.csv'), 'needs-list-gbk.csv')
    const preview = await as('dora').get(`${address}?show=all`, { cookie: 'lang=en' })

    expect(preview.words).toContain('简淑芬')
    expect(preview.words).toContain('Register 4 wishes')
    expect(preview.words).toContain('Only you can see this')
  })

  test('the same form sent twice is one preview', async () => {
    const { post, countOf } = await site()
    const key = newId()
    const first = await post('dora', csv(headings, kettle('甲某')), 'list.csv', key)
    const second = await post('dora', csv(headings, kettle('甲某')), 'list.csv', key)

    expect(second.location).toBe(first.location)
    expect(await countOf(imports)).toBe(1)
  })

  test.each([
    ['an empty file', new Uint8Array(), 422, '这个文件是空的'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 255, 254]), 422, '不是表格文件'],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 422, '.xls 文件'],
    ['a torn workbook', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 422, '文件打不开'],
    ['a table of something else', csv('苹果,梨', '1,2'), 422, '没有找到表头'],
    ['headings alone', csv(headings), 422, '下面没有内容'],
    ['6 MB', new Uint8Array(6 * 1024 * 1024), 413, '5 MB'],
    ['a little over 5 MB', new Uint8Array(5 * 1024 * 1024 + 20_000), 422, '最大 5 MB'],
    [
      '1001 rows',
      csv(headings, ...Array.from({ length: 1001 }, (_, n) => kettle(`甲${'乙丙丁戊己庚辛壬'[n % 8]}`))),
      422,
      '最多导入 1000 行',
    ],
    ['lines without end', csv(headings, ...Array(20_001).fill('1,2')), 422, '最多导入 1000 行'],
  ])('%s is refused with a plain sentence, and nothing is stored', async (_, bytes, status, sentence) => {
    const { post, countOf } = await site()
    const answer = await post('dora', bytes)

    expect(answer.status).toBe(status)
    expect(answer.html).toContain(sentence)
    expect(await countOf(imports)).toBe(0)
  })

  test('a torn form is 400, a form without a file or with an invented key is no preview', async () => {
    const { send, as } = await site()
    const type = 'multipart/form-data; boundary=x'

    expect((await send('dora', 'not what it says', { 'content-type': type })).status).toBe(400)
    expect((await as('dora').post('/import', { key: newId() })).status).toBe(400)
    const noFile = new FormData()
    noFile.set('key', newId())
    expect((await send('dora', noFile)).html).toContain('请先选一个文件')
    const badKey = new FormData()
    badKey.set('key', '1')
    expect((await send('dora', badKey)).status).toBe(400)
  })
})

describe('who sees what', () => {
  test('a preview is its uploader’s alone, and gone after a day', async () => {
    const { as, at, previewOf, services, countOf, anyone } = await site()
    const address = await previewOf('dora', await sample('needs-list.xlsx'))

    for (const path of [address, `${address}/rows/0`]) {
      expect((await as('ana').get(path)).status).toBe(404)
      expect((await as('zhao').get(path)).status).toBe(404)
      expect((await as('ben').get(path)).status).toBe(404)
      expect((await anyone.get(path)).location).toMatch(/^\/login/)
    }
    expect((await as('zhao').post(`${address}/commit`, { key: newId(), seen: '' })).status).toBe(404)

    at('2026-11-03T10:59:59+08:00')
    expect((await as('dora').get(address)).status).toBe(200)
    at('2026-11-03T11:00:00+08:00')
    expect((await as('dora').get(address)).status).toBe(404)
    expect((await as('dora').post(`${address}/rows/0/choice`, { choice: 'skip' })).status).toBe(404)
    expect(await countOf(imports)).toBe(1)
    await tick(services)
    expect(await countOf(imports)).toBe(0)
  })

  test('a grid worker imports no roll and no one of another grid', async () => {
    const { as, post, previewOf } = await site()
    const roll = await post('ana', await sample('volunteer-roll.xlsx'), 'volunteer-roll.xlsx')
    expect(roll.status).toBe(403)
    expect(roll.html).toContain('只有社区书记能导入')

    const preview = await as('ana').get(await previewOf('ana', csv(headings, kettle('甲某', '第二网格'))))
    expect(preview.words).toContain('这是第二网格的居民，不是您的网格')
    expect(preview.words).toContain('现在没有能收下的')
  })

  test('volunteers and supervisors have no import', async () => {
    const { as } = await site()

    expect((await as('ben').get('/import')).status).toBe(404)
    expect((await as('eve').get('/import')).status).toBe(404)
  })
})

describe('choosing, mending, taking', () => {
  test('a row is skipped and brought back, with and without scripts', async () => {
    const { as, previewOf } = await site()
    const address = await previewOf('dora', await sample('needs-list.xlsx'))

    const skipped = await as('dora').post(`${address}/rows/0/choice?show=all`, { choice: 'skip' })
    expect([skipped.status, skipped.location]).toEqual([303, `${address}?show=all#row-0`])
    expect((await as('dora').get(address)).words).toContain('登记这 8 个心愿')
    const back = await as('dora').post(
      `${address}/rows/0/choice?show=all`,
      { choice: 'auto' },
      { 'hx-request': 'true' },
    )
    expect(back.status).toBe(200)
    expect(back.html).not.toContain('<html')
    expect(back.words).toContain('登记这 9 个心愿')
    expect((await as('dora').post(`${address}/rows/99/choice`, { choice: 'skip' })).status).toBe(404)
    expect((await as('dora').post(`${address}/rows/0/choice`, { choice: 'eat' })).status).toBe(404)
  })

  test('an unsure quantity waits for a yes', async () => {
    const { as, previewOf } = await site()
    const list = csv(headings, '甲某,第一网格,5号楼1单元101,19900000101,轮椅,5盒,180')
    const address = await previewOf('dora', list)
    const before = await as('dora').get(address)
    expect(before.words).toContain('这样没错，收下')
    expect(before.words).toContain('现在没有能收下的')
    await as('dora').post(`${address}/rows/0/choice`, { choice: 'take' })

    expect((await as('dora').get(address)).words).toContain('登记这 1 个心愿')
  })

  test('a mended row comes back taken; what is still wrong stays on the form with a sentence at its field', async () => {
    const { as, previewOf, press, services } = await site()
    const list = csv('姓名,年龄,网格,住址,电话,心愿', '孙某,10,第三网格,5号楼1单元101,19900000101,书包')
    const address = await previewOf('dora', list)
    const form = await as('dora').get(`${address}/rows/0`)
    expect(form.words).toContain('不满 14 岁')
    const typed = {
      ...{ name: '孙某', grid: '第一网格', building: '5', unit: '1', door: '101', phone: '19900000101', age: '' },
      ...{
        item: '',
        words: '书包',
        quantity: '1',
        specification: '',
        value: '80',
        urgency: 'blue',
        note: '',
        reason: '',
      },
    }
    const child = await as('dora').post(`${address}/rows/0`, typed)
    expect(child.status).toBe(422)
    expect(child.html).toContain('id="age-error"')
    const wrong = await as('dora').post(`${address}/rows/0`, {
      ...typed,
      grid: '',
      quantity: '许多',
      value: '-5',
      phone: '12',
    })
    for (const field of ['grid', 'quantity', 'value', 'phone']) expect(wrong.html).toContain(`id="${field}-error"`)
    expect(wrong.html).toContain('value="许多"')

    const mended = await as('dora').post(`${address}/rows/0`, { ...typed, age: '60-69', urgency: 'red' })
    expect([mended.status, mended.location]).toEqual([303, `${address}#row-0`])
    await press('dora', address, await as('dora').get(address))
    const [wish] = await services.store.db.select().from(wishes)
    expect(wish).toMatchObject({
      gridId: 'grid1',
      ageBand: '60-69',
      urgency: 'red',
      valueFen: 8000,
      state: 'submitted',
    })
  })

  test('the result counts, leads on, and lists the lines left out; the button again changes nothing', async () => {
    const { as, previewOf, press, countOf } = await site()
    const address = await previewOf('dora', await sample('needs-list.xlsx'), 'needs-list.xlsx')
    const shown = await as('dora').get(address)
    const took = await press('dora', address, shown)
    expect([took.status, took.location]).toEqual([303, address])

    const result = await as('dora').get(address)
    expect(result.words).toContain('登记的心愿 9 新建居民档案 7')
    expect(result.words).toContain('第 10 行：不满 14 岁')
    expect(result.html).toContain('href="/residents/consents?c=hongqi"')
    expect((await as('dora').get('/residents/consents?c=hongqi')).words).toContain('沈玉兰')
    expect((await press('dora', address, shown)).location).toBe(address)
    expect((await as('dora').post(`${address}/commit`, { key: newId(), seen: shown.hidden('seen') })).status).toBe(303)
    expect(await countOf(wishes)).toBe(9)
  })

  test('the second person to take the same rows gets a fresh preview with 409', async () => {
    const { as, previewOf, press, countOf } = await site()
    const file = csv(headings, kettle('甲某'))
    const mine = await previewOf('ana', file)
    const theirs = await previewOf('dora', file)
    const shown = await as('ana').get(mine)
    await press('dora', theirs, await as('dora').get(theirs))

    const late = await press('ana', mine, shown)

    expect(late.status).toBe(409)
    expect(late.words).toContain('请再看一遍')
    expect(late.words).toMatch(/11月2日已经导入过，就是心愿 \d{4}-\d{4}/)
    expect(await countOf(wishes)).toBe(1)
  })

  test('a roll makes inactive volunteers, whose codes are shown when asked for', async () => {
    const { as, previewOf, press, services } = await site()
    const address = await previewOf('dora', await sample('volunteer-roll.xlsx'), 'volunteer-roll.xlsx')
    await press('dora', address, await as('dora').get(address))
    const result = await as('dora').get(address)
    expect(result.words).toContain('新加的志愿者 4')

    const codes = await as('dora').post(`${address}/codes`)
    expect(codes.html.match(/[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}(?=<)/g)).toHaveLength(4)
    expect((await as('ana').post(`${address}/codes`)).status).toBe(404)
    const added = await services.store.db.select().from(volunteers).where(eq(volunteers.state, 'inactive'))
    expect(added).toHaveLength(4)
  })
})

describe('a long list', () => {
  const lines = Array.from(
    { length: 30 },
    (_, n) => `长${'甲乙丙丁戊己庚辛壬癸'[n % 10]}${'子丑寅'[Math.floor(n / 10)]}`,
  )
  const long = csv(headings, ...lines.map((name, n) => `${name},第一网格,${n + 1}号楼1单元101,,烧水壶,1,90`))

  test('shows without scripts how much of it is written, and is found again', async () => {
    const { as, previewOf, press, countOf } = await site()
    const address = await previewOf('dora', long)
    const preview = await as('dora').get(address)
    expect(preview.words).toContain('分批写入')

    expect((await press('dora', address, preview)).location).toBe(address)
    const begun = await as('dora').get(address)
    expect(begun.words).toContain('已写入 0 / 30 条')
    expect((await as('dora').post(`${address}/next`, {})).location).toBe(address)
    expect(
      (await as('dora').get((await as('dora').get('/import')).html.match(/\/import\/[0-9a-f]+/)?.[0] ?? '')).words,
    ).toContain('已写入 25 / 30 条')
    expect((await as('dora').get(address)).html).toMatch(/<progress max="30" value="25"/)
    await as('dora').post(`${address}/next`, {})

    expect((await as('dora').get(address)).words).toContain('收下了')
    expect(await countOf(wishes)).toBe(30)
  })

  test('cannot be continued by anyone else', async () => {
    const { as, previewOf, press, countOf } = await site()
    const address = await previewOf('dora', long)
    await press('dora', address, await as('dora').get(address))

    expect((await as('ana').post(`${address}/next`, {})).status).toBe(404)
    expect(await countOf(wishes)).toBe(0)
  })
})
