import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeFamilyLink } from '#actions/receipts/family-links.ts'
import { recordConsent } from '#actions/residents/record-consent.ts'
import { newId, sha256 } from '#auth/hashing.ts'
import { residentOf } from '#db/residents/resident-rows.ts'
import { erasures, events, familyLinks, notifications, requests, views } from '#db/schema/tables.ts'
import type { FamilyScope } from '#domain/receipts/family-link.ts'
import type { ConsentPurpose } from '#domain/vocabulary.ts'
import { tick } from '#jobs/run-clock.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { eachStore } from '#test/support/stores.ts'
import { zh } from '#text/zh.ts'
import { hiddenOf, received, sayOnPage } from './say-on-page.ts'
import { slipOf } from './slip-of.ts'

const { family: words, links: linkWords, ownSide, moved } = zh.receipts
let app: TestApp
let life: ReturnType<typeof living>
const log = vi.spyOn(console, 'error').mockImplementation(() => {})
afterAll(() => log.mockRestore())
beforeEach(async () => {
  app = await testApp()
  life = living(app)
  await say('family', true)
})
afterEach(() => expect(log).not.toHaveBeenCalled())

const file = () => `/residents/${app.residents.li}/family`

async function say(purpose: ConsentPurpose, given: boolean, of = app) {
  const li = await residentOf(of.services.store.db, of.residents.li)
  if (!li) throw new Error('no file')
  const answer = { purpose, given, method: 'in-person', day: '2026-11-02' } as const
  expect((await recordConsent(of.services, of.people.ana, newId(), li, answer)).ok).toBe(true)
}

/** A link as the grid worker makes it on the page; its address is read from that answer. */
async function linkFor(name: string, scope: FamilyScope): Promise<string> {
  const form = await app.as('ana').get(file())
  const made = await app.as('ana').post(file(), { name, scope, key: form.hidden('key') })
  expect(made.status).toBe(200)
  return /\/f\/[\w-]{22}/.exec(made.words)?.[0] ?? ''
}
const statusOf = async (at: string) => (await app.anyone.get(at)).status

describe('the link of a relative', () => {
  test('shows the wishes with who comes and when, without the resident’s name, and leaves no trace of the look', async () => {
    const code = await life.claimed()
    await life.move('ben', code, 'schedule', { day: '2026-11-03', time: '11:00' })
    const at = await linkFor('女儿', 'look')
    const trace = async () => {
      const { db } = app.services.store
      return [await db.select().from(views), await db.select().from(events), await db.select().from(notifications)]
    }
    const before = await trace()

    const list = await app.anyone.get(at)
    const one = await app.anyone.get(`${at}/${code}`)

    expect(list.words).toContain('纯牛奶 2 箱')
    expect(list.words).toContain('约好明天上午11:00上门')
    expect(one.words).toContain('Water Works')
    for (const { words: said } of [list, one]) expect(said).not.toContain('Li Guilan')
    expect(await trace()).toEqual(before)
  })

  test('speaks to the relative about the resident, and never as if the relative had received it', async () => {
    const code = await life.delivered()
    const at = await linkFor('女儿', 'answer')
    const [list, one] = [await app.anyone.get(at), await app.anyone.get(`${at}/${code}`)]

    for (const { words: said } of [list, one]) {
      expect(said).toContain('老人收到了吗？')
      for (const own of [zh.receipts.title, '您收到了吗', '您的心愿']) expect(said).not.toContain(own)
    }
    await life.call(code, { reached: 'yes', received: 'yes', speaker: 'resident', satisfaction: 'satisfied' })
    expect((await app.anyone.get(`${at}/${code}`)).words).toContain('老人的心愿办好了')
  })

  test('is in no log, referrer or address of another page, and stored as a hash alone', async () => {
    const code = await life.delivered()
    const at = await linkFor('女儿', 'answer')
    const token = at.slice('/f/'.length)
    const pages = [await app.anyone.get(at), await app.anyone.get(`${at}/${code}`)]

    for (const { headers, html } of pages) {
      expect(headers.get('cache-control')).toBe('private, no-store')
      expect(headers.get('x-robots-tag')).toBe('noindex, nofollow')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      const addresses = [...html.matchAll(/(?:href|src|action|content|value)="([^"]*)"/g)].map(([, to = '']) => to)
      for (const to of addresses.filter((one) => one.includes(token))) expect([at, `${at}/${code}`]).toContain(to)
    }
    const { db } = app.services.store
    expect((await db.select().from(familyLinks)).map(({ tokenHash }) => tokenHash)).toEqual([sha256(token)])
    const stored = JSON.stringify([await db.select().from(events), await db.select().from(requests)])
    expect(stored).not.toContain(token)
    expect((await app.as('ana').get(file())).html).not.toContain(token)
  })

  test('that is wrong is not found, counts with the wrong slips, and the right one still opens', async () => {
    const at = await linkFor('女儿', 'look')
    for (let n = 0; n < 20; n++) {
      const wrong = `/${n % 2 ? 'f' : 'r'}/${String(n).padStart(22, 'a')}`
      const { status, html } = await app.anyone.get(wrong)
      expect(status).toBe(404)
      expect(html).not.toContain(wrong)
    }
    const locked = await app.anyone.get(`/f/${'b'.repeat(22)}`)
    expect(locked.status).toBe(429)
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await statusOf(at)).toBe(200)
  })

  test('to look has no forms, and takes no word', async () => {
    const code = await life.delivered()
    const at = `${await linkFor('女儿', 'look')}/${code}`
    expect((await app.anyone.get(at)).html).not.toContain('name="act"')

    const answer = await app.anyone.post(at, { ...received('satisfied'), sure: 'yes', seq: '4' })

    expect(answer.status).toBe(403)
    expect((await life.stored(code)).state).toBe('delivered')
  })

  test('to answer takes the word for the resident, as a relative’s, asked once more', async () => {
    const code = await life.delivered()
    const at = `${await linkFor('女儿', 'answer')}/${code}`

    await sayOnPage(app.anyone, at, received('satisfied'))

    expect(await life.stored(code)).toMatchObject({ state: 'fulfilled', satisfaction: 'satisfied' })
    const { db } = app.services.store
    const [confirmed] = await db.select().from(events).where(eq(events.action, 'confirm'))
    expect(confirmed).toMatchObject({ actorId: 'receiver', data: { how: 'page', speaker: 'relative' } })
  })

  test('takes no consent back and ends no link: these are the resident’s own', async () => {
    const code = await life.delivered()
    const at = `${await linkFor('女儿', 'answer')}/${code}`
    const [link] = await app.services.store.db.select().from(familyLinks)
    expect((await app.anyone.get(at)).words).not.toContain(zh.receipts.consent.title)
    expect((await app.anyone.post(at, { act: 'consent', purpose: 'contact', sure: 'yes' })).status).toBe(400)
    expect((await app.anyone.post(at, { act: 'family-end', link: link?.id ?? '', sure: 'yes' })).status).toBe(400)
    expect(await statusOf(`${at}/looks`)).toBe(404)
  })

  test('is no way for the claimant who is signed in to confirm their own delivery', async () => {
    const code = await life.delivered()
    const at = `${await linkFor('女儿', 'answer')}/${code}`
    expect((await app.as('ben').get(at)).words).toContain(ownSide)
    expect((await app.as('ben').post(at, { ...received('satisfied'), sure: 'yes', seq: '4' })).status).toBe(403)
    expect((await life.stored(code)).state).toBe('delivered')
  })

  test('leads to no wish of another household, and to none that was closed more than thirty days ago', async () => {
    const own = await life.open()
    const other = await life.post({ item: 'chat' }, 'gus', 'ma')
    await life.publish(other)
    const at = await linkFor('女儿', 'answer')
    expect([await statusOf(`${at}/${own}`), await statusOf(`${at}/${other}`)]).toEqual([200, 404])
    await life.move('dora', own, 'withdraw', { reason: 'moved' })
    app.at('2026-12-02T11:00:00+08:00')
    expect(await statusOf(`${at}/${own}`)).toBe(404)
    expect((await app.anyone.get(at)).words).toContain(words.none)
  })
})

describe('a link ends', () => {
  test('after ninety days, unless it was renewed', async () => {
    const [first, second] = [await linkFor('女儿', 'look'), await linkFor('儿子', 'look')]
    const [one] = await app.services.store.db.select().from(familyLinks).where(eq(familyLinks.name, '儿子'))
    app.at('2026-11-07T11:00:00+08:00')
    await app.as('ana').post(`${file()}/${one?.id}/renew`)

    app.at('2027-01-31T10:59:59+08:00')
    expect([await statusOf(first), await statusOf(second)]).toEqual([200, 200])
    app.at('2027-01-31T11:00:00+08:00')
    expect([await statusOf(first), await statusOf(second)]).toEqual([404, 200])
    app.at('2027-02-05T11:00:00+08:00')
    expect(await statusOf(second)).toBe(404)
  })

  test('at once: by staff, or by the resident on the page of the slip, who is asked once more', async () => {
    const code = await life.open()
    const [first, second] = [await linkFor('女儿', 'look'), await linkFor('儿子', 'answer')]
    const { at } = await slipOf(app, code)
    const own = await app.anyone.get(at)
    expect(own.words).toContain(`女儿 · ${linkWords.scope.look}`)
    expect(own.words).toContain(`儿子 · ${linkWords.scope.answer}`)
    const [daughter, son] = await app.services.store.db.select().from(familyLinks).orderBy(familyLinks.slot)

    await app.as('ana').post(`${file()}/${daughter?.id}/end`)
    await sayOnPage(app.anyone, at, { act: 'family-end', link: son?.id ?? '' })

    expect([await statusOf(first), await statusOf(second)]).toEqual([404, 404])
    const again = await app.anyone.post(at, { act: 'family-end', link: son?.id ?? '', sure: 'yes' })
    expect(again.status).toBe(409)
    expect(again.words).toContain(moved)
    const ended = await app.services.store.db.select().from(events).where(eq(events.action, 'family-link-ended'))
    expect(ended.map(({ actorId }) => actorId)).toEqual([app.people.ana.id, 'receiver'])
  })

  test.each(['family', 'posting'] as const)('with the consent for %s, in the same commit', async (purpose) => {
    const at = await linkFor('女儿', 'look')
    await say(purpose, false)
    expect(await statusOf(at)).toBe(404)
    // A later yes opens no old link.
    await say(purpose, true)
    expect(await statusOf(at)).toBe(404)
  })

  test('with the file; after thirty days its row is erased, with a certificate', async () => {
    const at = await linkFor('女儿', 'look')
    await linkFor('儿子', 'look')
    const path = `/residents/${app.residents.li}/end`
    const form = await app.as('ana').get(`${path}?reason=moved&method=phone&day=2026-11-02`)
    await app.as('ana').post(path, { ...hiddenOf(form), reason: 'moved', method: 'phone', day: '2026-11-02' })
    expect(await statusOf(at)).toBe(404)

    app.at('2026-12-20T12:00:00+08:00')
    await tick(app.services)

    expect(await app.services.store.db.select().from(familyLinks)).toEqual([])
  })

  test('and what was ended alone is erased thirty days later as well', async () => {
    await linkFor('女儿', 'look')
    const [link] = await app.services.store.db.select().from(familyLinks)
    await app.as('ana').post(`${file()}/${link?.id}/end`)
    app.at('2026-12-01T12:00:00+08:00')
    await tick(app.services)
    expect(await app.services.store.db.select().from(familyLinks)).toHaveLength(1)
    app.at('2026-12-03T12:00:00+08:00')
    await tick(app.services)
    expect(await app.services.store.db.select().from(familyLinks)).toEqual([])
    expect(await app.services.store.db.select().from(erasures)).toMatchObject([{ kind: 'family-link', count: 1 }])
  })
})

describe('making one', () => {
  test('needs the consent, which the page says; a withdrawn one gives no form', async () => {
    await say('family', false)
    const page = await app.as('ana').get(file())
    expect(page.words).toContain(linkWords.refused['no-consent'])
    const answer = await app.as('ana').post(file(), { name: '女儿', scope: 'look', key: newId() })
    expect(answer.status).toBe(409)
    expect(await app.services.store.db.select().from(familyLinks)).toEqual([])
  })

  test('pressed twice makes one; without name or scope it comes back', async () => {
    const key = (await app.as('ana').get(file())).hidden('key')
    await app.as('ana').post(file(), { name: '女儿', scope: 'look', key })
    expect((await app.as('ana').post(file(), { name: '女儿', scope: 'look', key })).location).toBe(file())
    expect(await app.services.store.db.select().from(familyLinks)).toHaveLength(1)
    expect((await app.as('ana').post(file(), { name: '', scope: '', key: newId() })).status).toBe(422)
  })

  test('is for staff of the place alone', async () => {
    const at = await linkFor('女儿', 'look')
    const [link] = await app.services.store.db.select().from(familyLinks)
    for (const who of ['gus', 'ben', 'eve', 'finn', 'wang', 'zhao'] as const) {
      expect([who, (await app.as(who).get(file())).status]).toEqual([who, 404])
      for (const end of ['', `/${link?.id}/renew`, `/${link?.id}/end`])
        expect([
          who,
          end,
          (await app.as(who).post(file() + end, { name: 'x', scope: 'look', key: newId() })).status,
        ]).toEqual([who, end, 404])
    }
    // Another resident's file does not reach the link either.
    await app.as('dora').post(`/residents/${app.residents.ma}/family/${link?.id}/end`)
    expect(await statusOf(at)).toBe(200)
  })

  test('the resident’s file and copy list it', async () => {
    await linkFor('女儿', 'answer')
    for (const path of ['', '/copy']) {
      const { words: said } = await app.as('ana').get(`/residents/${app.residents.li}${path}`)
      expect(said).toContain('女儿')
      expect(said).toContain(linkWords.scope.answer)
    }
  })
})

eachStore((open) => {
  test('five at the same moment make three, each in a slot of its own; one that has ended gives its slot', async () => {
    const own = await testApp({ store: await open() })
    await say('family', true, own)
    const li = await residentOf(own.services.store.db, own.residents.li)
    if (!li) throw new Error('no file')
    const make = (name: string) => makeFamilyLink(own.services, own.people.ana, newId(), li, { name, scope: 'look' })

    const made = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(make))

    expect(made.filter((one) => one?.ok)).toHaveLength(3)
    expect(made.filter((one) => one && !one.ok && one.why === 'too-many')).toHaveLength(2)
    own.at('2027-02-01T11:00:00+08:00')
    expect((await make('f'))?.ok).toBe(true)
    const rows = await own.services.store.db.select().from(familyLinks)
    expect(rows.filter(({ endedAt }) => endedAt === null).map(({ slot, name }) => [slot, name])).toEqual([[1, 'f']])
  })

  test('a consent taken back at that moment leaves no link', async () => {
    const own = await testApp({ store: await open() })
    const li = await residentOf(own.services.store.db, own.residents.li)
    if (!li) throw new Error('no file')
    expect(await makeFamilyLink(own.services, own.people.ana, newId(), li, { name: 'a', scope: 'look' })).toEqual({
      ok: false,
      why: 'no-consent',
    })
    expect(await own.services.store.db.select().from(familyLinks)).toEqual([])
  })
})
