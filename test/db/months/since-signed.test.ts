import { expect, test } from 'vitest'
import { lastPositionOf } from '#db/ledger/ledger-rows.ts'
import { listOf } from '#db/months/figure-lists.ts'
import type { Asked } from '#db/months/figure-sets.ts'
import { sinceSigned } from '#db/months/since-signed.ts'
import type { Cursor } from '#db/store/paginate.ts'
import { type Period, periodOf, type SetName, setNames } from '#domain/month/figures.ts'
import { type Living, lifeOf } from '#test/support/month/month.ts'
import { at, grids, settle, zone } from '#test/support/month/month-place.ts'
import { liveAtRandom, seeded } from '#test/support/month/random-month.ts'
import { eachStore } from '#test/support/stores.ts'

const now = at('2026-06-20T12:00:00')
const asked = (month: string, gridIds: readonly string[] | null = null): Asked => ({
  communityIds: ['hongqi'],
  gridIds,
  period: periodOf(month, zone, now) as Period,
  now,
})

eachStore((open, runtime) => {
  const [many, months] = runtime === 'node' ? [120, ['2026-03', '2026-04', '2026-05']] : [20, ['2026-05']]

  test('a list, without what came in since and with what left, is the list that was signed', async () => {
    const store = await open()
    await settle(store)
    const wholeList = async (what: Asked, name: SetName) => {
      const ids: string[] = []
      let after: Cursor | null = null
      do {
        const { rows, next } = await listOf(store.db, what, name, after)
        ids.push(...rows.map(({ id }) => id))
        after = next
      } while (after)
      return ids
    }
    const random = seeded(20261126)
    const lives: Living[] = []
    for (let n = 0; n < many; n++) {
      const life = lifeOf(store, { gridId: grids[random(3)] as string })
      lives.push(life)
      await liveAtRandom(life, random)
    }
    const places = months.flatMap((month) => [asked(month), asked(month, ['g2'])])
    const signed = new Map<string, readonly string[]>()
    const key = (what: Asked, name: SetName) => `${what.period.month} ${what.gridIds} ${name}`
    for (const what of places) for (const name of setNames) signed.set(key(what, name), await wholeList(what, name))
    const lastEvent = await lastPositionOf(store.db, 'hongqi')

    for (const life of lives) await goOn(life, random)

    let moved = 0
    for (const what of places)
      for (const name of setNames) {
        const since = await sinceSigned(store.db, what, name, lastEvent)
        const today = await wholeList(what, name)
        moved += (since?.entered.size ?? 0) + (since?.left.length ?? 0)
        const then = [...today.filter((id) => !since?.entered.has(id)), ...(since?.left ?? []).map(({ id }) => id)]
        expect([key(what, name), then.sort()]).toEqual([
          key(what, name),
          [...(signed.get(key(what, name)) ?? [])].sort(),
        ])
      }
    expect(moved).toBeGreaterThan(runtime === 'node' ? 100 : 0)
  })
})

/** What may still happen to a wish after its month was signed. */
async function goOn(life: Living, random: (below: number) => number): Promise<void> {
  const when = (n: number) => at(`2026-06-0${n}T12:00:00`)
  const acts = ['reopen', 'call', 'rate', 'undo', 'withdraw', 'try', 'claim', 'deliver', 'readOut', 'answer'] as const
  for (let n = 1; n < 4; n++) await life[acts[random(acts.length)] ?? 'call'](when(n))
}
