import { beforeEach, describe, expect, test } from 'vitest'
import { events, residents } from '#db/schema/tables.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'

const { schedule } = zh.moves
let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const agree = (code: string, fields: Record<string, string>) => app.as('ben').post(`/wishes/${code}/schedule`, fields)
const told = async (code: string) => {
  const { id } = await life.stored(code)
  const rows = await app.services.store.db.select().from(events)
  return rows.filter(({ stream }) => stream === id).map(({ action }) => action)
}

describe('a visit agreed for a day after the due day', () => {
  // Claimed on Monday the 2nd and yellow: due on Thursday the 5th.
  const late = { day: '2026-11-09', time: '11:00' }

  test('is asked about, and one press postpones and agrees it', async () => {
    const code = await life.claimed()
    const asked = await agree(code, late)
    expect([asked.status, asked.words.includes(schedule.isLate('11月5日（周四）'))]).toEqual([422, true])
    expect(asked.html).toContain('value="2026-11-09"')
    expect((await life.stored(code)).visitAt).toBeNull()

    expect((await agree(code, { ...late, late: 'resident-away' })).status).toBe(303)

    expect((await told(code)).slice(-2)).toEqual(['postpone', 'schedule'])
    const wish = await life.stored(code)
    expect(wish.visitAt).toEqual(new Date('2026-11-09T11:00:00+08:00'))
    expect(wish.dueAt?.getTime()).toBeGreaterThan(wish.visitAt?.getTime() ?? 0)
  })

  test('may stay as it is if the reader has been shown what happens then', async () => {
    const code = await life.claimed()
    expect((await agree(code, late)).words).toContain(schedule.asItIs)

    expect((await agree(code, { ...late, late: 'as-it-is' })).status).toBe(303)

    expect((await told(code)).at(-1)).toBe('schedule')
  })

  test('on the due day itself is asked nothing', async () => {
    const code = await life.claimed()
    expect((await agree(code, { day: '2026-11-05', time: '11:00' })).status).toBe(303)
  })
})

describe('a time at which hardly anybody is visited', () => {
  test.each(['03:00', '22:30', '09:59', '12:31'])(
    '%s is asked about once, by the hours of the resident',
    async (time) => {
      const code = await life.claimed()
      const typed = { day: '2026-11-04', time }
      const asked = await agree(code, typed)
      expect([asked.status, asked.words.includes(schedule.oddForResident(time))]).toEqual([422, true])
      expect(asked.hidden('sure')).toBe(time)

      expect((await agree(code, { ...typed, sure: time })).status).toBe(303)
    },
  )

  test('another odd time is asked about again', async () => {
    const code = await life.claimed()
    expect((await agree(code, { day: '2026-11-04', time: '22:30', sure: '03:00' })).status).toBe(422)
  })

  test('by the office’s hours where the resident has said none', async () => {
    await app.services.store.commit([app.services.store.db.update(residents).set({ callFrom: null, callUntil: null })])
    const code = await life.claimed()
    const answer = await agree(code, { day: '2026-11-04', time: '22:30' })
    expect(answer.words).toContain(schedule.oddForOffice('22:30', '10:00–18:30'))
  })

  test('a reader without a part in the visit learns nothing of the hours', async () => {
    const code = await life.claimed()
    const answer = await app.as('cleo').post(`/wishes/${code}/schedule`, { day: '2026-11-04', time: '03:00' })
    expect([answer.status, answer.words.includes(schedule.oddForResident('03:00'))]).toEqual([403, false])
  })
})
