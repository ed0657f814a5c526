import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { claims, events } from '#db/schema/tables.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const plain = (code: string) => code.replace('-', '')
/** The same number with its last digit wrong. */
const miscopied = (code: string) => code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))
const { faults } = zh.doors.number

describe('a number read from a sheet', () => {
  test('leads to the wish, with or without the hyphen, in full-width digits and from the search as well', async () => {
    const code = await life.open()
    const wide = [...plain(code)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')

    for (const path of [`/w/${plain(code)}`, `/w/${code}`, `/w?n=${encodeURIComponent(` ${wide} `)}`]) {
      const answer = await app.anyone.get(path)
      expect([path, answer.status, answer.location]).toEqual([path, 303, `/wishes/${code}`])
    }
  })

  test('that was copied wrongly says so and comes back in the search', async () => {
    const wrong = miscopied(await life.open())

    for (const path of [`/w/${wrong}`, `/w?n=${wrong}`, `/w/${plain(wrong).slice(1)}`]) {
      const answer = await app.anyone.get(path)
      expect([path, answer.status]).toEqual([path, 404])
      expect(answer.words).toContain(faults.mistyped)
      expect(answer.html).toContain('action="/w"')
    }
    expect((await app.anyone.get(`/w/${wrong}`)).html).toContain(`value="${wrong}"`)
  })

  test('of a wish that is not published yet is as unknown as one that does not exist', async () => {
    const submitted = await life.post()

    const [hidden, unknown] = [await app.anyone.get(`/w/${submitted}`), await app.anyone.get('/w/0000-0000')]

    expect([hidden.status, unknown.status]).toEqual([404, 404])
    expect(hidden.words).toContain(faults.unknown)
    expect(hidden.words.replaceAll(submitted, '')).toBe(unknown.words.replaceAll('0000-0000', ''))
  })

  test('the board offers the search', async () => {
    expect((await app.anyone.get('/c/hongqi')).html).toContain('action="/w"')
  })
})

describe('the door of a claim', () => {
  const doorOf = async (code: string) => {
    const { db } = app.services.store
    const { id, claimId } = await life.stored(code)
    const [claim] = await db
      .select()
      .from(claims)
      .where(eq(claims.id, claimId ?? ''))
    const rows = await db.select().from(events).where(eq(events.stream, id))
    return [claim?.door, rows.find(({ action }) => action === 'claim')?.data.door]
  }

  test('comes with the link, over the log-in and the claim form, into the claim and its event', async () => {
    for (const [letter, door] of [
      ['g', 'group'],
      ['b', 'board'],
    ] as const) {
      const code = await life.open()
      const link = (await app.anyone.get(`/w/${plain(code)}?d=${letter}`)).location ?? ''
      expect(link).toBe(`/wishes/${code}?d=${letter}`)
      expect((await app.anyone.get(link)).html).toContain(`/login?to=${encodeURIComponent(link)}`)

      const form = await app.as('ben').get(link)
      await life.claim(code, 'ben', { d: form.hidden('d') })
      expect(await doorOf(code)).toEqual([door, door])
    }
  })

  test('is the web page for a claim without such a link, also where the letter is invented', async () => {
    const [plainly, invented] = [await life.claimed('ben'), await life.open()]
    await life.claim(invented, 'cleo', { d: 'phone' })

    expect(await doorOf(plainly)).toEqual(['web', 'web'])
    expect(await doorOf(invented)).toEqual(['web', 'web'])
    expect((await app.as('ben').get(`/wishes/${await life.open()}?d=x`)).hidden('d')).toBe('')
  })

  test('is asked of staff who enter a claim: phone, office or group, and nothing is guessed', async () => {
    const code = await life.open()
    const volunteer = app.people.ben.id

    for (const fields of [{ volunteer }, { volunteer, door: '' }, { volunteer, door: 'web' }]) {
      const answer = await app.as('ana').post(`/wishes/${code}/claim`, fields as Record<string, string>)
      expect([fields, answer.status]).toEqual([fields, 422])
      expect(answer.words).toContain(zh.moves.chooseDoor)
    }
    await life.move('ana', code, 'claim', { volunteer, door: 'counter' })
    expect(await doorOf(code)).toEqual(['counter', 'counter'])
  })
})
