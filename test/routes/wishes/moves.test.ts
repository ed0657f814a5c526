import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { claims, events, notes } from '#db/schema/tables.ts'
import { hx, living, milk } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const { refusals, moves } = zh
const eventsOf = async (code: string) =>
  (
    await app.services.store.db
      .select()
      .from(events)
      .where(eq(events.stream, (await life.stored(code)).id))
  ).map((event) => event.action)

describe('agreeing a visit', () => {
  test('keeps day and time as typed where they are refused, also after a first one was agreed', async () => {
    const code = await life.claimed()
    await life.move('ben', code, 'schedule', { day: '2026-11-04', time: '11:00' })

    const past = await app.as('ben').post(`/wishes/${code}/schedule`, { day: '2026-11-01', time: '09:30' })
    const none = await app.as('ben').post(`/wishes/${code}/schedule`, { day: '2026-11-31', time: '25:00' })

    expect([past.status, none.status]).toEqual([422, 422])
    expect(past.words).toContain(refusals.sentence({ why: 'bad-visit-time' }))
    expect(past.html).toContain('value="2026-11-01"')
    expect(past.html).toContain('value="09:30"')
    expect(none.words).toContain(moves.chooseTime)
    expect((await life.stored(code)).visitAt).toEqual(new Date('2026-11-04T11:00:00+08:00'))
  })
})

describe('delivering', () => {
  test('with the right code is one press and two events', async () => {
    const code = await life.claimed()

    await life.deliver(code, 'ben', { code: await life.codeOf(code), note: 'she was glad' })

    expect((await life.stored(code)).state).toBe('fulfilled')
    expect(await eventsOf(code)).toEqual(['post', 'publish', 'claim', 'deliver', 'confirm'])
    const again = await app.as('ben').post(`/wishes/${code}/deliver`, { code: await life.codeOf(code) })
    expect(again.status).toBe(303)
  })

  test('full-width digits and blanks in the code are read as they are meant', async () => {
    const code = await life.claimed()
    const wide = [...(await life.codeOf(code))].map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).join(' ')
    await life.deliver(code, 'ben', { code: wide })
    expect((await life.stored(code)).state).toBe('fulfilled')
  })

  test('with a wrong code changes nothing and keeps what was typed; after five the code is shut', async () => {
    const code = await life.claimed()
    const right = await life.codeOf(code)
    const wrong = right === '000000' ? '000001' : '000000'
    const attempt = (typed: string) => app.as('ben').post(`/wishes/${code}/deliver`, { code: typed, note: 'glad' })

    for (const left of [4, 3, 2, 1, 0]) {
      const answer = await attempt(wrong)
      expect(answer.status).toBe(422)
      expect(answer.words).toContain(refusals.sentence({ why: 'wrong-code', left }))
      expect(answer.html).toContain(`value="${wrong}"`)
      expect(answer.html).toContain('>glad</textarea>')
    }
    const shut = await attempt(right)
    expect(shut.status).toBe(429)
    expect(Number(shut.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(shut.words).toContain(refusals.sentence({ why: 'code-locked' }))
    expect((await life.stored(code)).state).toBe('claimed')
    await life.deliver(code, 'ben', { note: 'glad' })
  })

  test('a receipt code that is not six digits is named at its field and is no try', async () => {
    const code = await life.claimed('ben')
    for (let n = 0; n < 6; n++)
      for (const typed of ['12345', '1234567', '1 2']) {
        const answer = await app.as('ben').post(`/wishes/${code}/deliver`, { code: typed })
        expect([answer.status, answer.words.includes(zh.moves.codeShape)], typed).toEqual([422, true])
        expect(answer.html).toMatch(/name="code"[^>]*aria-invalid="true"/)
      }
    await life.deliver(code, 'ben', { code: await life.codeOf(code) })
    expect((await life.stored(code)).state).toBe('fulfilled')
  })

  test('a stranger cannot use up the tries of a code', async () => {
    const code = await life.claimed()
    for (let n = 0; n < 6; n++) await app.as('cleo').post(`/wishes/${code}/confirm`, { code: '000000' })
    await life.deliver(code)
    for (let n = 0; n < 6; n++) await app.as('cleo').post(`/wishes/${code}/confirm`, { code: '000000' })

    const answer = await app.as('ben').post(`/wishes/${code}/confirm`, { code: await life.codeOf(code) })

    expect([answer.status, answer.location]).toEqual([303, `/wishes/${code}`])
    expect((await life.stored(code)).confirmedHow).toBe('code')
  })

  test('taken back after both slots were taken again counts, whichever of the three is given up', async () => {
    const first = await life.delivered()
    await life.claimed('ben', { item: 'kettle' })
    const third = await life.claimed('ben', { item: 'rice' })
    await life.move('ben', first, 'undo')
    await life.move('dora', third, 'withdraw', { reason: 'moved' })

    const next = await life.open({ item: 'naan' })
    expect((await app.as('ben').post(`/wishes/${next}/claim`)).status).toBe(409)
    await life.deliver(first)
    expect((await app.as('ben').post(`/wishes/${next}/claim`)).status).toBe(303)
  })

  test('can be taken back, and the slot is taken again', async () => {
    const code = await life.delivered()
    await life.move('ben', code, 'undo')
    const rows = await app.services.store.db.select().from(claims)
    expect(rows).toMatchObject([{ deliveredAt: null, endedAt: null, contactUntil: null }])
    app.at('2026-11-02T11:31:01+08:00')
    await life.deliver(code)
    app.at('2026-11-02T12:02:00+08:00')
    const late = await app.as('ben').post(`/wishes/${code}/undo`)
    expect([late.status, late.words.includes(refusals.sentence({ why: 'undo-too-late', minutes: 30 }))]).toEqual([
      ...[409, true],
    ])
  })
})

describe('giving back', () => {
  test('needs a note for the next claimant, shows it only to those inside, and never in public', async () => {
    const code = await life.claimed()

    const without = await app.as('ben').post(`/wishes/${code}/release`, { handover: ' ' })
    await life.move('ben', code, 'release', { handover: 'the shop had none' })

    expect(without.status).toBe(422)
    expect(without.words).toContain(refusals.sentence({ why: 'reason-missing' }))
    const kept = await app.services.store.db.select().from(notes).where(eq(notes.kind, 'handover'))
    expect(kept.map((note) => note.text)).toEqual(['the shop had none'])
    expect((await app.anyone.get(`/wishes/${code}`)).html).not.toContain('the shop had none')
  })

  test('a note that is too long is refused with what was typed, not cut', async () => {
    const code = await life.claimed()
    const long = 'so much to say '.repeat(60)

    const answer = await app.as('ben').post(`/wishes/${code}/release`, { handover: long })

    expect(answer.status).toBe(422)
    expect(answer.words).toContain(zh.faults['too-long'])
    expect(answer.html).toContain(long.trim())
    expect((await life.stored(code)).state).toBe('claimed')
  })
})

describe('checking', () => {
  test('a free wish is published under its public title only', async () => {
    const code = await life.post({ ...milk, item: 'other', words: 'lamp for Li Guilan', measure: 'piece' })

    const marked = await app.as('dora').post(`/wishes/${code}/publish`, { publicText: 'lamp for Li Guilan' })
    const empty = await app.as('dora').post(`/wishes/${code}/publish`, { publicText: ' ' })
    const long = await app.as('dora').post(`/wishes/${code}/publish`, { publicText: 'lamp '.repeat(20) })
    await life.publish(code, { publicText: 'a bedside lamp' })

    expect([marked.status, empty.status, long.status]).toEqual([422, 422, 422])
    expect(marked.words).toContain(refusals.sentence({ why: 'private-words', word: 'Li Guilan', kind: 'name' }))
    expect(empty.words).toContain(refusals.sentence({ why: 'no-public-text' }))
    const { words } = await app.anyone.get(`/wishes/${code}`)
    expect(words).toContain('a bedside lamp')
    expect(words).not.toContain('Guilan')
  })

  test('is for the secretary of that community', async () => {
    const code = await life.post()
    const asks = (['ana', 'ben', 'zhao', 'eve', 'finn'] as const).map((who) =>
      app.as(who).post(`/wishes/${code}/publish`),
    )
    expect((await Promise.all(asks)).map(({ status }) => status)).toEqual([403, 404, 404, 404, 404])
  })

  test('above the limit it asks for approval and keeps the form', async () => {
    const code = await life.post({ value: '260' })
    const answer = await app.as('dora').post(`/wishes/${code}/publish`)
    expect(answer.status).toBe(422)
    expect(answer.words).toContain(refusals.sentence({ why: 'needs-approval', limitFen: 20_000, valueFen: 26_000 }))
    await life.publish(code, { approve: 'yes' })
  })

  test('returned, completed and posted again it waits to be checked, without asking twice for the reason', async () => {
    await life.open()
    const code = await life.post({ repeat: 'the first is used up' })
    await life.move('dora', code, 'return', { reason: 'which size?' })
    const form = await app.as('ana').get(`/wishes/${code}/edit`)
    expect(form.html).toContain('the first is used up</textarea>')
    const version = form.hidden('version')
    await life.move('ana', code, 'edit', { ...milk, version, specification: '250 ml', repeat: 'the first is used up' })
    expect((await life.stored(code)).state).toBe('submitted')
  })
})

/** Fills in the page that ends a resident's file. */
async function endFile(address: string) {
  const form = await app.as('ana').get(address)
  expect(form.html).toMatch(/name="reason" value="deceased" checked/)
  const fields = { seen: form.hidden('seen'), reason: 'deceased', method: 'relative', day: '2026-11-02' }
  const ended = await app.as('ana').post(address.replace(/\?.*/, ''), fields)
  expect(ended.status).toBe(303)
}

describe('ending', () => {
  test('says why, and in public moved, deceased and consent withdrawn all read the same', async () => {
    const pages = []
    for (const reason of ['moved', 'consent-withdrawn', 'deceased']) {
      const code = await life.open()
      const answer = await life.move('ana', code, 'withdraw', { reason, note: 'told by a neighbour' })
      if (reason === 'deceased') await endFile(answer.location ?? '')
      const { html } = await app.anyone.get(`/wishes/${code}`)
      pages.push(html.replaceAll(code, 'CODE'))
    }
    expect(new Set(pages).size).toBe(1)
    expect(pages[0]).toContain(zh.words.withdrawReason.withdrawn)
    expect(pages[0]).not.toContain('neighbour')
  })

  test('no reason is chosen beforehand, and an omitted one is asked for at its field', async () => {
    const code = await life.open()
    const { html } = await app.as('ana').get(`/wishes/${code}?withdraw`)
    expect(html).toMatch(/<select[^>]*id="withdraw-reason"[^>]*><option value="" selected/)
    const answer = await app.as('ana').post(`/wishes/${code}/withdraw`, { reason: '' })
    expect([answer.status, answer.html.includes('id="withdraw-reason-error"')]).toEqual([422, true])
  })

  test('of a resident who has died ends the whole file, and every open wish with it', async () => {
    const [one, other] = [await life.open(), await life.open()]
    const answer = await app.as('ana').post(`/wishes/${one}/withdraw`, { reason: 'deceased' })
    expect(answer.location).toBe(`/residents/${app.residents.li}/end?reason=deceased`)
    const asked = await app.as('ana').post(`/wishes/${one}/withdraw`, { reason: 'deceased' }, hx)
    expect(asked.headers.get('hx-redirect')).toBe(answer.location)
    expect((await life.stored(one)).state).toBe('open')

    await endFile(answer.location ?? '')
    for (const code of [one, other])
      expect(await life.stored(code)).toMatchObject({ state: 'withdrawn', endReason: 'deceased' })
  })

  test('without a reason it asks for one', async () => {
    const code = await life.open()
    for (const action of ['withdraw', 'refer']) {
      const answer = await app.as('ana').post(`/wishes/${code}/${action}`, { reason: 'because' })
      expect([answer.status, answer.words.includes(moves.chooseReason)]).toEqual([422, true])
    }
  })
})
