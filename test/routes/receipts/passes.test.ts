import { beforeEach, describe, expect, test } from 'vitest'
import { passMark, passWords } from '#actions/receipts/pass-words.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'
import { slipOf } from './slip-of.ts'

const words = zh.receipts.pass
let app: TestApp
let life: ReturnType<typeof living>
let code: string
let slip: { readonly at: string }
beforeEach(async () => {
  app = await testApp()
  life = living(app)
  code = await life.open()
  slip = await slipOf(app, code)
  await life.claim(code, 'ben')
  await life.move('ben', code, 'schedule', { day: '2026-11-04', time: '11:00' })
})

const wordsOn = async (day: string) => {
  const { claimId } = await life.stored(code)
  return passWords(app.services.config.secret, claimId ?? '', day).join(' ')
}
const markOn = async (day: string) => {
  const { claimId } = await life.stored(code)
  return `/wishes/${code}/pass/${passMark(app.services.config.secret, claimId ?? '', day)}`
}

describe('the pass of a visit', () => {
  test('has name, unit, item and the two words, which the slip and the staff have as well', async () => {
    app.at('2026-11-04T10:30:00+08:00')
    const expected = await wordsOn('2026-11-04')

    const { status, words: said, headers, html } = await app.as('ben').get(`/wishes/${code}/pass`)

    expect(status).toBe(200)
    for (const part of ['ben', 'Water Works', zh.card.code(code), expected]) expect(said).toContain(part)
    expect(html).toContain('<svg class="qr"')
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect((await app.anyone.get(slip.at)).words).toContain(expected)
    expect((await app.as('ana').get(`/wishes/${code}`)).words).toContain(expected)
    expect((await app.anyone.get(`/wishes/${code}`)).words).not.toContain(expected)
  })

  test('is not valid before its time and says when it will be, nor afterwards', async () => {
    const early = await app.as('ben').get(`/wishes/${code}/pass`)
    expect(early.words).toContain(words.void)
    expect(early.words).toContain(words.why.early)
    expect(early.words).not.toContain((await wordsOn('2026-11-04')).split(' ')[0])
    app.at('2026-11-04T12:00:01+08:00')
    expect((await app.as('ben').get(`/wishes/${code}/pass`)).words).toContain(words.why.late)
  })

  test('is void once the claim has ended, for its former claimant, and opens for no one else', async () => {
    app.at('2026-11-04T10:30:00+08:00')
    expect((await app.as('cleo').get(`/wishes/${code}/pass`)).status).toBe(404)
    expect((await app.as('dora').get(`/wishes/${code}/pass`)).status).toBe(404)

    await life.move('ben', code, 'release', { handover: 'ill' })
    await life.claim(code, 'cleo')

    expect((await app.as('ben').get(`/wishes/${code}/pass`)).words).toContain(words.why.ended)
    expect((await app.as('cleo').get(`/wishes/${code}/pass`)).words).toContain('School No. 3')
  })

  test('without an agreed time it does not open at night, and says from when it does', async () => {
    const other = await life.claimed('cleo', { item: 'plaster' })
    app.at('2026-11-02T21:00:01+08:00')
    expect((await app.as('cleo').get(`/wishes/${other}/pass`)).words).toContain(words.why.night)
    app.at('2026-11-03T07:59:59+08:00')
    expect((await app.as('cleo').get(`/wishes/${other}/pass`)).words).toContain(words.why.early)
  })

  test('without an agreed time is valid today, with the words of today', async () => {
    const other = await life.claimed('cleo', { item: 'plaster' })
    const { claimId } = await life.stored(other)
    const { words: said } = await app.as('cleo').get(`/wishes/${other}/pass`)
    expect(said).toContain(passWords(app.services.config.secret, claimId ?? '', '2026-11-02').join(' '))
  })
})

describe('what its QR code opens', () => {
  test('says to the family who it is, in time and for that claim alone', async () => {
    const address = await markOn('2026-11-04')
    expect((await app.anyone.get(address)).words).toContain(words.why.unknown)
    app.at('2026-11-04T10:30:00+08:00')

    const { status, words: said, headers } = await app.anyone.get(address)

    expect(status).toBe(200)
    for (const part of [words.checked, 'ben', 'Water Works', await wordsOn('2026-11-04')]) expect(said).toContain(part)
    expect(headers.get('referrer-policy')).toBe('no-referrer')

    await life.move('ben', code, 'release', { handover: 'ill' })
    await life.claim(code, 'cleo')
    const old = await app.anyone.get(address)
    expect(old.status).toBe(404)
    expect(old.words).toContain(words.void)
    expect(old.words).not.toContain('ben')
  })

  test('of another day or made up it says invalid in large words, and nothing of the wish', async () => {
    app.at('2026-11-04T10:30:00+08:00')
    for (const address of [await markOn('2026-11-05'), `/wishes/${code}/pass/${'a'.repeat(22)}`]) {
      const { status, html, words: said } = await app.anyone.get(address)
      expect(status).toBe(404)
      expect(html).toMatch(new RegExp(`<h1>${words.void}</h1>`))
      expect(said).not.toContain('Water Works')
    }
  })
})

test('a moved visit has other words: the old pass fails', async () => {
  const before = await wordsOn('2026-11-04')
  await life.move('ben', code, 'schedule', { day: '2026-11-05', time: '11:00' })
  app.at('2026-11-05T11:00:00+08:00')
  const { words: said } = await app.as('ben').get(`/wishes/${code}/pass`)
  expect(said).toContain(await wordsOn('2026-11-05'))
  expect(said).not.toContain(before)
})
