import { beforeEach, describe, expect, test } from 'vitest'
import { living } from '#test/routes/site/living.ts'
import { hanIn, type TestApp, testApp } from '#test/support/app.ts'
import { en } from '#text/en.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const { waits, words, refusals, moves } = zh
const seqOf = async (code: string) => String((await life.stored(code)).seq)
const late = { until: '2026-11-12', reason: 'goods-late' }

describe('a day that moves', () => {
  test('is chosen by the claimant with a reason, explains itself and is put on the list of residents to inform', async () => {
    const code = await life.claimed()
    const form = await app.as('ben').get(`/wishes/${code}`)
    expect(form.html).toMatch(/name="until"[^>]* min="2026-11-06" max="2026-12-02"|min="2026-11-06" max="2026-12-02"/)

    await life.move('ben', code, 'postpone', { ...late, seq: await seqOf(code) })

    const { dueAt, promiseAt } = await life.stored(code)
    expect([dueAt, promiseAt]).toEqual([new Date('2026-11-12T23:59:59+08:00'), new Date('2026-11-05T23:59:59+08:00')])
    const page = await app.as('ben').get(`/wishes/${code}`)
    expect(page.words).toContain(waits.postpone.moved('2026年11月12日', words.postponeReason['goods-late']))
    expect(page.words).toContain(waits.postpone.was('2026年11月5日'))
    expect(page.words).toContain(waits.tell.yours)
    expect(page.words).toContain(refusals.sentence({ why: 'postponed-once' }))
    const english = await app.as('ben').get(`/wishes/${code}`, { cookie: 'lang=en' })
    expect(english.words).toContain(en.waits.postpone.moved('12 Nov 2026', en.words.postponeReason['goods-late']))
    expect(hanIn(english).filter((word) => word !== 'Li Guilan')).toEqual([])
  })

  test('without a day or a reason, or too far away, comes back as it was typed', async () => {
    const code = await life.claimed()
    const ask = (fields: Record<string, string>) => app.as('ben').post(`/wishes/${code}/postpone`, fields)

    const [none, noReason, far, before] = [
      await ask({ until: '', reason: 'goods-late' }),
      await ask({ until: '2026-11-12' }),
      await ask({ until: '2027-02-01', reason: 'goods-late' }),
      await ask({ until: '2026-11-03', reason: 'goods-late' }),
    ]

    expect([none, noReason, far, before].map(({ status }) => status)).toEqual([422, 422, 422, 422])
    expect(none.words).toContain(waits.chooseDay)
    expect(noReason.words).toContain(moves.chooseReason)
    expect(far.html).toContain('value="2027-02-01"')
    expect((await life.stored(code)).postponed).toBe(0)
  })

  test('pressed twice is one postponement; a page that is stale changes nothing', async () => {
    const code = await life.claimed()
    const seq = await seqOf(code)
    await life.move('dora', code, 'postpone', { ...late, seq })
    await life.move('dora', code, 'postpone', { ...late, seq })
    expect((await life.stored(code)).postponed).toBe(1)

    const stale = await app.as('ben').post(`/wishes/${code}/postpone`, { ...late, seq })
    expect([stale.status, stale.words.includes(refusals.sentence({ why: 'overtaken' }))]).toEqual([409, true])
    expect((await life.stored(code)).postponed).toBe(1)
  })

  test('moves three times at most, also for the secretary, and then the page says why there is no form', async () => {
    const code = await life.claimed()
    for (const until of ['2026-11-12', '2026-11-13', '2026-11-16'])
      await life.move('dora', code, 'postpone', { until, reason: 'goods-late', seq: await seqOf(code) })

    const fourth = await app.as('dora').post(`/wishes/${code}/postpone`, { until: '2026-11-20', reason: 'goods-late' })

    const sentence = refusals.sentence({ why: 'postponed-enough', limit: 3 })
    expect([fourth.status, fourth.words.includes(sentence)]).toEqual([409, true])
    const { html, words: said } = await app.as('dora').get(`/wishes/${code}`)
    expect([said.includes(sentence), html.includes('name="until"')]).toEqual([true, false])
  })

  test('in public never says that a resident is away from home', async () => {
    const code = await life.claimed()
    await life.move('ben', code, 'postpone', { until: '2026-11-12', reason: 'resident-away' })

    const page = await app.anyone.get(`/wishes/${code}`)
    expect(page.words).not.toContain(words.postponeReason['resident-away'])
    expect(page.words).toContain(waits.postpone.because(words.postponeReason['resident-asks']))
    expect((await app.as('ana').get(`/wishes/${code}`)).words).toContain(
      waits.postpone.because(words.postponeReason['resident-away']),
    )
    // Who asked for another day knows it.
    expect((await life.stored(code)).informSince).toBeNull()
  })

  test('of an open wish is the secretary’s, and it rests until then', async () => {
    const code = await life.open()
    await life.move('dora', code, 'postpone', { until: '2026-11-20', reason: 'resident-away' })
    expect((await app.anyone.get(`/wishes/${code}`)).words).toContain(waits.postpone.rests('11月20日（周五）'))
    const asked = await Promise.all(
      (['ana', 'ben', 'zhao'] as const).map((who) => app.as(who).post(`/wishes/${code}/postpone`, late)),
    )
    expect(asked.map(({ status }) => status)).toEqual([403, 403, 403])
  })
})

describe('telling the resident', () => {
  const listed = async (who: 'ana' | 'gus' | 'dora' | 'zhao') => {
    const { html } = await app.as(who).get('/callbacks')
    return [...html.matchAll(/\/wishes\/([\d-]+)\/tell/g)].map((found) => found[1])
  }
  const moved = async () => {
    const code = await life.claimed()
    await life.move('ben', code, 'postpone', late)
    return code
  }

  test('is on the list of the place with both days, counted on the desk, without a telephone number', async () => {
    const code = await moved()
    expect([await listed('ana'), await listed('dora')]).toEqual([[code], [code]])
    expect([await listed('gus'), await listed('zhao')]).toEqual([[], []])
    const { words: said } = await app.as('ana').get('/callbacks')
    for (const word of [waits.tell.old('11月5日（周四）'), waits.tell.fresh('11月12日（周四）'), 'Li Guilan'])
      expect(said).toContain(word)
    expect(said).not.toContain('138')
    expect((await app.as('ana').get('/desk')).html).toContain('id="to-tell"')
    expect((await app.as('gus').get('/desk')).words).not.toContain(waits.tell.list)
  })

  test('has a page with the telephone and what to say, each opening a look; then one press', async () => {
    const code = await moved()
    const page = await app.as('ana').get(`/wishes/${code}/tell`)
    expect(page.words).toContain('138 0013 8000')
    expect(page.words).toContain('11月12日')
    expect((await app.as('gus').get(`/wishes/${code}/tell`)).status).toBe(404)
    expect((await app.as('zhao').get(`/wishes/${code}/tell`)).status).toBe(404)

    const told = await app.as('ana').post(`/wishes/${code}/inform`, { seq: page.hidden('seq'), at: 'desk' })

    expect([told.status, told.location]).toEqual([303, '/callbacks?done=inform&c=hongqi'])
    expect((await life.stored(code)).informSince).toBeNull()
    expect((await app.as('ana').get(told.location ?? '')).words).toContain(moves.done.inform)
    const again = await app.as('ana').post(`/wishes/${code}/inform`, { seq: page.hidden('seq'), at: 'desk' })
    const other = await app.as('dora').post(`/wishes/${code}/inform`, { seq: page.hidden('seq'), at: 'desk' })
    expect([again.status, other.status]).toEqual([303, 409])
    // What is left to tell is the claim itself, and not the date.
    expect((await app.as('ana').get(`/wishes/${code}/tell`)).words).not.toContain(waits.tell.old('11月5日（周四）'))
  })

  test('is done by the claimant with one press on the wish', async () => {
    const code = await moved()
    await life.move('ben', code, 'inform', { seq: await seqOf(code) })
    expect((await app.as('ben').get(`/wishes/${code}`)).words).not.toContain(waits.tell.yours)
    const nobody = await app.as('cleo').post(`/wishes/${code}/inform`)
    expect(nobody.status).toBe(403)
  })
})
