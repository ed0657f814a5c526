import { beforeEach, describe, expect, test } from 'vitest'
import { recordConsent } from '#actions/residents/record-consent.ts'
import { newId } from '#auth/hashing.ts'
import { type Resident, residentOf } from '#db/residents/resident-rows.ts'
import { views } from '#db/schema/tables.ts'
import { tick } from '#jobs/run-clock.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { type Name, phones } from '#test/support/cast.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

/** The resident's name, phone and door, as pages write them. */
const secrets = ['Li Guilan', '13800138000', '138 0013 8000', '17号楼2单元203']
const leaksIn = (html: string) => secrets.filter((secret) => html.includes(secret))
const seesContact = async (code: string, who: Name = 'ben') =>
  (await app.as(who).get(`/wishes/${code}`)).html.includes('Li Guilan')

describe('the contact of a resident', () => {
  test('is shown to the claimant, under their name and time, and each look is written down', async () => {
    const code = await life.claimed()
    const page = await app.as('ben').get(`/wishes/${code}`)
    await app.as('ben').get('/mine')

    for (const word of ['Li Guilan', '138 0013 8000', '17号楼2单元203']) expect(page.words).toContain(word)
    expect(page.html).toMatch(/data-text="ben [^"]*11:00/)
    const looks = await app.services.store.db.select().from(views)
    const look = { viewerId: app.people.ben.id, residentId: app.residents.li, wishId: (await life.stored(code)).id }
    expect(looks).toMatchObject([
      { ...look, page: 'wish', round: '1' },
      { ...look, page: 'mine', round: '1' },
    ])
  })

  test('is on no page of anybody else, in no list and in no file', async () => {
    const code = await life.claimed()
    const paths = [
      ...['/', '/c/hongqi', `/wishes/${code}`, '/c/hongqi/ledger', '/c/hongqi/ledger/2026-11'],
      ...[
        '/c/hongqi/ledger/2026-11.csv',
        '/c/hongqi/rules',
        '/mine',
        '/desk',
        '/reports',
        '/reports/2026-11',
        '/healthz',
      ],
    ]
    for (const who of ['anyone', 'cleo', 'gus', 'zhao', 'wang', 'eve', 'finn'] as const)
      for (const path of paths) {
        const { html } = await (who === 'anyone' ? app.anyone : app.as(who)).get(path)
        expect([who, path, leaksIn(html)]).toEqual([who, path, []])
      }
    expect(leaksIn((await app.as('ben').get('/c/hongqi')).html)).toEqual([])
  })

  test('stays until 24 hours after the delivery, and not a second longer', async () => {
    const code = await life.delivered()
    app.at('2026-11-03T10:59:59+08:00')
    expect(await seesContact(code)).toBe(true)
    app.at('2026-11-03T11:00:00+08:00')
    expect(await seesContact(code)).toBe(false)
    expect((await app.as('ben').get('/mine')).html).not.toContain('Li Guilan')
  })

  test('ends at once when the claim is given back, withdrawn or reopened', async () => {
    const [back, over, again] = [await life.claimed(), await life.claimed('cleo'), await life.delivered('ben')]
    await life.move('ben', back, 'release', { handover: 'ill' })
    await life.move('ana', over, 'withdraw', { reason: 'met-otherwise' })
    await life.call(again, { reached: 'yes', received: 'no' })
    expect([await seesContact(back), await seesContact(over, 'cleo'), await seesContact(again)]).toEqual([
      ...[false, false, false],
    ])
  })

  test('ends when the claim lapses', async () => {
    const code = await life.claimed()
    app.at('2026-11-06T23:59:59+08:00')
    await tick(app.services)
    expect(await seesContact(code)).toBe(true)
    app.at('2026-11-07T00:00:00+08:00')
    await tick(app.services)
    expect([(await life.stored(code)).state, await seesContact(code)]).toEqual(['open', false])
  })

  test('belongs to the round: who gave a claim back does not see it while another carries it', async () => {
    const code = await life.claimed()
    await life.move('ben', code, 'release', { handover: 'ill' })
    await life.claim(code, 'cleo')
    expect([await seesContact(code), await seesContact(code, 'cleo')]).toEqual([false, true])
  })

  test('goes through the grid worker where the resident did not agree to give it', async () => {
    const code = await life.claimed()
    app.at('2026-11-02T11:01:00+08:00')
    const li = (await residentOf(app.services.store.db, app.residents.li)) as Resident
    const answer = { purpose: 'contact', given: false, method: 'phone', day: '2026-11-02' } as const
    await recordConsent(app.services, app.people.ana, newId(), li, answer)

    const { html, words } = await app.as('ben').get(`/wishes/${code}`)

    expect(leaksIn(html)).toEqual([])
    expect(words).toContain(zh.card.noContact)
    expect(html).toContain(`tel:${phones.ana}`)
    expect(await app.services.store.db.select().from(views)).toEqual([])
  })
})

describe('my page', () => {
  test('shows the next visit first, and the wish just delivered below', async () => {
    const [late, soon] = [await life.claimed('ben', { urgency: 'blue' }), await life.claimed('ben', { urgency: 'red' })]
    const first = async () => /id="own-([\d-]+)"/.exec((await app.as('ben').get('/mine')).html)?.[1]
    expect(await first()).toBe(soon)
    await life.move('ben', late, 'schedule', { day: '2026-11-02', time: '15:00', sure: '15:00' })
    expect(await first()).toBe(late)
    await life.deliver(late)
    expect(await first()).toBe(soon)
    expect((await app.as('ben').get('/mine')).words).toContain(zh.mine.delivered)
  })

  test('puts a visit before whatever has none, however soon that is due', async () => {
    const [red, blue] = [await life.claimed('ben', { urgency: 'red' }), await life.claimed('ben', { urgency: 'blue' })]
    await life.move('ben', blue, 'schedule', { day: '2026-11-10', time: '11:00', late: 'as-it-is' })
    const { html } = await app.as('ben').get('/mine')
    expect([...html.matchAll(/id="own-([\d-]+)"/g)].map((found) => found[1])).toEqual([blue, red])
  })

  test('names the resident’s number once: it is the call', async () => {
    await life.claimed()
    const { words } = await app.as('ben').get('/mine')
    expect(words.match(/138 ?0013 ?8000/g)).toEqual(['138 0013 8000'])
  })

  test('says what happened, once: the count stays until it has been read', async () => {
    const code = await life.claimed()
    await life.move('dora', code, 'withdraw', { reason: 'met-otherwise' })
    expect((await app.as('ben').get('/c/hongqi')).words).toContain(zh.site.unread(1))
    expect((await app.as('ben').get('/mine')).words).toContain(zh.notifications.kind.withdraw)
    expect((await app.as('ben').get('/c/hongqi')).words).not.toContain(zh.site.unread(1))
  })

  test('is empty and helpful for a volunteer without a claim, and asks a stranger to sign in', async () => {
    expect((await app.as('cleo').get('/mine')).words).toContain(zh.mine.emptyTitle)
    expect((await app.anyone.get('/mine')).location).toBe('/login?to=%2Fmine')
    expect((await app.as('eve').get('/mine')).words).toContain(zh.mine.notVolunteer)
  })
})

test('two open wishes for the same item, and two delivered ones, are distinguished by their numbers', async () => {
  const delivered = [await life.delivered('ben'), await life.delivered('ben')]
  const held = [await life.claimed('ben'), await life.claimed('ben')]

  const { html } = await app.as('ben').get('/mine')

  // That no two parts of a page have the same name is looked at for every page that the tests open.
  const named = [...html.matchAll(/<section[^>]* aria-label="([^"]*)"/g)].map(([, name = '']) => name)
  for (const code of held) expect(named.filter((name) => name.includes(code))).toHaveLength(2)
  for (const code of delivered) expect(named.filter((name) => name.includes(code))).toHaveLength(1)
})
