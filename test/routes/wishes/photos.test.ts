import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { recordConsent } from '#actions/residents/record-consent.ts'
import { newId } from '#auth/hashing.ts'
import { sessionsOf } from '#auth/sessions.ts'
import { residentOf } from '#db/residents/resident-rows.ts'
import { events, photos } from '#db/schema/tables.ts'
import { readPhoto } from '#domain/photo/photo.ts'
import { tick } from '#jobs/run-clock.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import type { Name } from '#test/support/cast.ts'
import { exifOf, jpegOf, type photosInMemory, pngOf } from '#test/support/photos.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
let files: Map<string, Uint8Array>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
  files = (app.services.photos as ReturnType<typeof photosInMemory>).kept
})

const { photos: words, refusals } = zh
const bare = jpegOf({})
const taken = jpegOf({ segments: [[0xe1, exifOf({ turn: 6, note: 'GPS' })]] })

const cookieOf = async (who: Name | 'anyone') =>
  who === 'anyone' ? '' : ((await sessionsOf(app.services).begin(app.people[who].id)).split(';')[0] ?? '')

/** Sends a form with a file, as a browser does. */
async function send(who: Name, path: string, bytes: Uint8Array | null, fields: Readonly<Record<string, string>> = {}) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  body.set('photo', new File(bytes ? [bytes as Uint8Array<ArrayBuffer>] : [], bytes ? 'anything.txt' : ''))
  const headers = { cookie: await cookieOf(who), origin: 'http://localhost' }
  const response = await app.app.request(path, { method: 'POST', body, headers })
  return { status: response.status, html: await response.text() }
}

async function look(who: Name | 'anyone', id: string) {
  const response = await app.app.request(`/photos/${id}`, { headers: { cookie: await cookieOf(who) } })
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, bytes, header: (name: string) => response.headers.get(name) }
}

const deliverWith = async (bytes: Uint8Array | null, fields: Readonly<Record<string, string>> = {}) => {
  const code = await life.claimed()
  const answer = await send('ben', `/wishes/${code}/deliver`, bytes, fields)
  return { code, ...answer }
}
const shownOn = async (who: Name | 'anyone', code: string): Promise<string | null> => {
  const { html } = await (who === 'anyone' ? app.anyone : app.as(who)).get(`/wishes/${code}`)
  return /src="\/photos\/([0-9a-f]+)"/.exec(html)?.[1] ?? null
}
const answerPhoto = async (given: boolean) => {
  const li = await residentOf(app.services.store.db, app.residents.li)
  if (!li) throw new Error('nobody has that id')
  await recordConsent(app.services, app.people.ana, newId(), li, {
    ...{ purpose: 'photo', given, method: 'in-person', day: '2026-11-02' },
  })
}

describe('a photo with the delivery', () => {
  test('is not asked for twice and not needed: an empty field delivers', async () => {
    const { code, status } = await deliverWith(null, { note: 'glad' })

    expect([status, (await life.stored(code)).state]).toEqual([303, 'delivered'])
    expect(files.size).toBe(0)
    expect((await app.as('ben').get(`/wishes/${code}`)).words).toContain(words.add)
  })

  test('is stored without its metadata, shown upright inside, and the history does not mention it', async () => {
    const { code, status } = await deliverWith(taken)
    const id = await shownOn('ben', code)

    expect([status, files.size]).toEqual([303, 1])
    expect(files.get(id ?? '')).toEqual(bare)
    const { words: said } = await app.as('dora').get(`/wishes/${code}`)
    const { bytes: shown } = await look('ben', id ?? '')
    expect(readPhoto(shown)).toMatchObject({ ok: true, turn: 6, bytes: bare })
    expect(new TextDecoder('latin1').decode(shown)).not.toContain('GPS')
    expect(said).toContain(words.inside)
    const data = await app.services.store.db.select({ data: events.data }).from(events)
    expect(JSON.stringify(data)).not.toContain(id)
  })

  test('comes with the receipt code in one press', async () => {
    const code = await life.claimed()
    await send('ben', `/wishes/${code}/deliver`, bare, { code: await life.codeOf(code) })

    expect((await life.stored(code)).state).toBe('fulfilled')
    expect(await shownOn('ben', code)).not.toBeNull()
  })

  test.each([
    ['no photo', new TextEncoder().encode('<svg onload="alert(1)"/>'), words.fault['not-a-photo']],
    ['a heavy one', jpegOf({ behind: new Uint8Array(3 * 1024 * 1024) }), words.fault['too-heavy']],
    ['one cut off', bare.subarray(0, 60), words.fault.broken],
    ['one that is too wide', pngOf({ width: 20_000 }), words.fault['too-wide']],
  ])('%s is refused with a sentence; what was typed stays and nothing is delivered', async (_what, bytes, sentence) => {
    const { code, status, html } = await deliverWith(bytes, { note: 'she was glad' })

    expect(status).toBe(422)
    expect(html).toContain(sentence)
    expect(html).toContain('>she was glad</textarea>')
    expect([(await life.stored(code)).state, files.size]).toEqual(['claimed', 0])
  })

  test('is put away again where the code was wrong, and the page says to choose it once more', async () => {
    const code = await life.claimed()
    const wrong = (await life.codeOf(code)) === '000000' ? '000001' : '000000'

    const { status, html } = await send('ben', `/wishes/${code}/deliver`, bare, { code: wrong })

    expect(status).toBe(422)
    expect(html).toContain(refusals.sentence({ why: 'wrong-code', left: 4 }))
    expect(html).toContain(words.again)
    expect([files.size, await app.services.store.db.select().from(photos)]).toEqual([0, []])
  })

  test('of a person who has not claimed is not stored even for a moment', async () => {
    const code = await life.claimed()
    let wasKept = false
    app.services.photos.put = async () => {
      wasKept = true
    }
    expect((await send('cleo', `/wishes/${code}/deliver`, bare)).status).toBe(403)
    expect(wasKept).toBe(false)
  })

  test('sent twice at once is stored once', async () => {
    const code = await life.claimed()
    await Promise.all([1, 2, 3].map(() => send('ben', `/wishes/${code}/deliver`, bare)))

    expect(files.size).toBe(1)
    expect((await app.services.store.db.select().from(photos)).map(({ state }) => state)).toEqual(['kept'])
  })
})

describe('a photo afterwards', () => {
  test('replaces the one before until the receiving side has spoken, and only from the claimant', async () => {
    const { code } = await deliverWith(bare)
    const first = await shownOn('ben', code)
    const later = await send('ben', `/wishes/${code}/photo`, pngOf({}))
    const second = await shownOn('ben', code)

    expect([later.status, files.size, second === first]).toEqual([303, 1, false])
    expect((await look('ben', second ?? '')).header('content-type')).toBe('image/png')
    expect((await look('ben', first ?? '')).status).toBe(404)
    expect((await send('cleo', `/wishes/${code}/photo`, bare)).status).toBe(409)
    expect((await send('ben', `/wishes/${code}/photo`, null)).html).toContain(words.chooseOne)

    await life.move('ben', code, 'confirm', { code: await life.codeOf(code) })
    const late = await send('ben', `/wishes/${code}/photo`, bare)
    expect([late.status, late.html.includes(words.notNow)]).toEqual([409, true])
  })

  test('can be removed by the claimant or the staff, and by no one else', async () => {
    const { code } = await deliverWith(bare)
    const path = `/wishes/${code}/photo/remove`

    for (const who of ['cleo', 'zhao', 'gus'] as const) expect((await app.as(who).post(path)).status).toBe(403)
    expect(files.size).toBe(1)
    expect((await app.as('ana').post(path)).status).toBe(303)
    expect([files.size, await shownOn('ben', code)]).toEqual([0, null])
    await send('ben', `/wishes/${code}/photo`, bare)
    expect((await app.as('ben').post(path)).status).toBe(303)
    expect((await app.as('ben').post(path)).status).toBe(303)
    expect(files.size).toBe(0)
  })

  test('does not count for a delivery that was taken back', async () => {
    const { code } = await deliverWith(bare)
    const id = (await shownOn('ben', code)) ?? ''
    await life.move('ben', code, 'undo')

    expect((await look('ben', id)).status).toBe(404)
    app.at('2026-11-02T11:10:00+08:00')
    await life.deliver(code)
    expect(await shownOn('ben', code)).toBeNull()
    await tick(app.services)
    expect(files.size).toBe(0)
  })
})

describe('who sees it', () => {
  test('staff of the place and the claimant; for all others there is none', async () => {
    const { code } = await deliverWith(bare)
    const id = (await shownOn('ben', code)) ?? ''

    for (const who of ['ben', 'ana', 'dora'] as const) expect((await look(who, id)).bytes).toEqual(bare)
    for (const who of ['anyone', 'cleo', 'gus', 'wang', 'zhao', 'eve', 'finn'] as const) {
      expect([who, (await look(who, id)).status]).toEqual([who, 404])
      expect([who, await shownOn(who, code)]).toEqual([who, null])
    }
    expect((await look('ben', 'abc')).status).toBe(404)
  })

  test('everyone, while the resident agrees, and no one outside once that is taken back', async () => {
    const { code } = await deliverWith(bare)
    const id = (await shownOn('ben', code)) ?? ''

    await answerPhoto(true)
    const open = await look('anyone', id)
    expect([open.status, open.bytes, await shownOn('anyone', code)]).toEqual([200, bare, id])
    expect((await app.anyone.get(`/wishes/${code}`)).words).toContain(words.shown)
    app.at('2026-11-02T11:00:05+08:00')
    await answerPhoto(false)
    expect([(await look('anyone', id)).status, await shownOn('anyone', code)]).toEqual([404, null])
  })

  test('gets a fixed content type, and no copy of its content is cached', async () => {
    const { code } = await deliverWith(bare)
    const { header } = await look('ben', (await shownOn('ben', code)) ?? '')

    expect(header('content-type')).toBe('image/jpeg')
    expect(header('x-content-type-options')).toBe('nosniff')
    expect(header('content-disposition')).toBe('inline')
    expect(header('cache-control')).toBe('private, no-store')
    expect(header('content-security-policy')).toContain("default-src 'none'")
  })
})

describe('the clock', () => {
  test('lets a photo go 90 days after the wish has ended', async () => {
    const code = await life.claimed()
    await send('ben', `/wishes/${code}/deliver`, bare, { code: await life.codeOf(code) })

    app.at('2027-01-31T10:59:59+08:00')
    await tick(app.services)
    expect(files.size).toBe(1)
    app.at('2027-01-31T11:00:00+08:00')
    await tick(app.services)
    expect([files.size, await app.services.store.db.select().from(photos)]).toEqual([0, []])
  })

  test('removes what a broken delivery left behind, after an hour', async () => {
    const { code } = await deliverWith(bare)
    const id = (await shownOn('ben', code)) ?? ''
    await app.services.store.commit([
      app.services.store.db.update(photos).set({ state: 'waiting' }).where(eq(photos.id, id)) as never,
    ])

    app.at('2026-11-02T11:59:59+08:00')
    await tick(app.services)
    expect(files.size).toBe(1)
    app.at('2026-11-02T12:00:00+08:00')
    await tick(app.services)
    expect(files.size).toBe(0)
  })
})
