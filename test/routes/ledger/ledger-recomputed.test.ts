import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countsBy } from '#db/months/figure-counts.ts'
import { type Counts, type Period, periodOf, sumOf } from '#domain/month/figures.ts'
import { monthSite } from '#test/routes/months/month-site.ts'
import { lifeOf } from '#test/support/month/month.ts'
import { at, zone } from '#test/support/month/month-place.ts'
import { endOfStory, liveAtRandom, seeded } from '#test/support/month/random-month.ts'

type Row = {
  readonly state: string
  readonly publishedAt: string
  readonly firstClaimedAt: string | null
  readonly promisedFor: string | null
  readonly deliveredAt: string | null
  readonly endedAt: string | null
}

/** Computes a month again from the ledger's files as docs/open-data.md describes; written from that page alone. */
const closed = ['withdrawn', 'referred', 'answered']
const isIn = (month: string, at: string | null) => at?.slice(0, 7) === month
const fromLedger: Readonly<Record<string, (row: Row, month: string) => boolean>> = {
  published: (row, month) => isIn(month, row.publishedAt),
  claimed: (row, month) => isIn(month, row.publishedAt) && row.firstClaimedAt !== null,
  fulfilled: (row, month) => isIn(month, row.publishedAt) && row.state === 'fulfilled',
  due: (row, month) => isIn(month, row.promisedFor) && !closed.includes(row.state),
  'on-time': (row, month) =>
    isIn(month, row.promisedFor) &&
    row.state === 'fulfilled' &&
    (row.deliveredAt ?? '').slice(0, 10) <= (row.promisedFor ?? ''),
  withdrawn: (row, month) => isIn(month, row.endedAt) && row.state === 'withdrawn',
  referred: (row, month) => isIn(month, row.endedAt) && ['referred', 'answered'].includes(row.state),
}
const months = ['2026-02', '2026-03', '2026-04', '2026-05']

test('the figures that the ledger promises can be computed from its files, and equal those of the report', async () => {
  const site = await monthSite()
  site.clock.now = endOfStory
  const random = seeded(20261128)
  for (let n = 0; n < 80; n++) await liveAtRandom(lifeOf(site.store), random)
  // Referred in March, and answered in the month after; one that waits for its answer.
  for (const answered of [true, false]) {
    const life = lifeOf(site.store)
    await life.post(at('2026-03-02T08:00:00'))
    await life.publish(at('2026-03-02T09:00:00'))
    await life.refer(at('2026-03-05T09:00:00'))
    if (answered) await life.answer(at('2026-04-02T09:00:00'))
  }

  const rows: Row[] = []
  for (const month of months) {
    const answer = await site.get(`/c/hongqi/ledger/${month}.json`)
    rows.push(...JSON.parse(await answer.text()).wishes)
  }
  const found = new Set<string>()
  for (const month of months) {
    const period = periodOf(month, zone, endOfStory) as Period
    const asked = { communityIds: ['hongqi'], gridIds: null, period, now: endOfStory }
    const counts: Counts = sumOf((await countsBy(site.store.db, asked, ['community'])).map((one) => one.counts))
    for (const [figure, belongs] of Object.entries(fromLedger)) {
      const reckoned = rows.filter((row) => belongs(row, month)).length
      expect([month, figure, reckoned]).toEqual([month, figure, counts[figure as keyof Counts]])
      if (reckoned) found.add(figure)
    }
  }
  expect(rows.some(({ state }) => state === 'answered')).toBe(true)
  expect([...found].sort()).toEqual(Object.keys(fromLedger).sort())
  site.store.close()
})

test('both pages of the documentation count an answered referral as referred', () => {
  const docs = (name: string) => readFileSync(join(import.meta.dirname, '../../../docs', name), 'utf8')
  expect(docs('open-data.md')).toMatch(/\| referred \|.*`answered`/)
  expect(docs('figures.md')).toMatch(/\| referred \|.*answer/)
})
