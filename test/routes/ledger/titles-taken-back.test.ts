import { expect, test } from 'vitest'
import { newId } from '#auth/hashing.ts'
import { readXlsx } from '#files/read-xlsx.ts'
import { living } from '#test/routes/site/living.ts'
import { testApp } from '#test/support/app.ts'
import { eachStore } from '#test/support/stores.ts'
import { zh } from '#text/zh.ts'

const other = { item: 'other', words: '一只大红灯笼', category: 'goods', measure: 'piece', quantity: '1' }

eachStore((open) => {
  test('the consent for the card taken back takes the titles of fulfilled wishes off every public surface', async () => {
    const app = await testApp({ store: await open() })
    const life = living(app)
    const free = await life.open(other)
    const milk = await life.open()
    for (const code of [free, milk]) {
      await life.claim(code)
      await life.deliver(code, 'ben', { code: await life.codeOf(code) })
      expect((await life.stored(code)).state).toBe('fulfilled')
    }
    const month = '/c/hongqi/ledger/2026-11'
    const surfaces = [
      ...['/c/hongqi', '/c/hongqi/ledger', month, `${month}.csv`, `${month}.json`, '/c/hongqi/fulfilments.atom'],
      ...[`/wishes/${free}`, `/wishes/${milk}`, '/c/hongqi/bulletins/2026-11', '/ledger'],
    ]
    const read = async (who: 'anyone' | 'cleo') => {
      const reader = who === 'anyone' ? app.anyone : app.as('cleo')
      return Promise.all(surfaces.map(async (path) => [path, await reader.get(path)] as const))
    }
    const sheet = async () => {
      const answer = await app.app.request(`${month}.xlsx`)
      return JSON.stringify(await readXlsx(new Uint8Array(await answer.arrayBuffer())))
    }
    // Every page has a link to the 书记信箱.
    const named = (html: string) =>
      ['大红灯笼', '纯牛奶', '"milk"', '箱'].filter((word) => html.replaceAll('信箱', '').includes(word))
    const before = (await read('anyone')).map(([, { html }]) => html).join()
    expect(named(before)).toEqual(['大红灯笼', '纯牛奶', '"milk"', '箱'])
    expect(named(await sheet())).toContain('纯牛奶')

    app.at('2026-11-03T09:00:00+08:00')
    const form = { key: newId(), purpose: 'card', given: 'no', method: 'phone', day: '2026-11-03' }
    expect((await app.as('ana').post(`/residents/${app.residents.li}/consents`, form)).status).toBe(303)

    for (const who of ['anyone', 'cleo'] as const)
      for (const [path, { status, html }] of await read(who)) {
        expect([path, who, status === 200 ? named(html) : []]).toEqual([path, who, []])
      }
    expect(named(await sheet())).toEqual([])

    const page = await app.anyone.get(`/wishes/${free}`)
    expect(page.words).toContain(zh.card.untitled)
    const csv = (await app.anyone.get(`${month}.csv`)).html
    expect(csv).toContain(`${free},${zh.card.untitled},,,${zh.catalogue.categories.goods},`)
    const { wishes } = JSON.parse((await app.anyone.get(`${month}.json`)).html)
    expect(wishes.map((one: Record<string, unknown>) => [one.item, one.title, one.quantity, one.category])).toEqual([
      [null, null, null, 'goods'],
      [null, null, null, 'goods'],
    ])
    // Staff, and the volunteer while they may see the contact, still know what it was.
    expect((await app.as('ana').get(`/wishes/${free}`)).words).toContain('大红灯笼')
    expect((await app.as('ben').get(`/wishes/${milk}`)).words).toContain('纯牛奶')
  })

  test('a later yes is for what is published after it', async () => {
    const app = await testApp({ store: await open() })
    const life = living(app)
    const first = await life.open(other)
    await life.claim(first)
    await life.deliver(first, 'ben', { code: await life.codeOf(first) })
    const say = (given: string) => ({ key: newId(), purpose: 'card', given, method: 'phone', day: '2026-11-02' })
    await app.as('ana').post(`/residents/${app.residents.li}/consents`, say('no'))
    await app.as('ana').post(`/residents/${app.residents.li}/consents`, say('yes'))
    const second = await life.open()

    const ledger = await app.anyone.get('/c/hongqi/ledger/2026-11')
    expect([ledger.words.includes('大红灯笼'), ledger.words.includes('纯牛奶')]).toEqual([false, true])
    expect((await app.anyone.get(`/wishes/${second}`)).words).toContain('纯牛奶')
  })
})
