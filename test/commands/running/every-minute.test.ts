import { afterEach, expect, test, vi } from 'vitest'
import { invitationPlans, ticks } from '#db/schema/tables.ts'
import { everyMinute } from '#src/commands/running/every-minute.ts'
import { community } from '#test/life/cast.ts'
import { nodeStores } from '#test/support/stores.ts'

const open = nodeStores()
afterEach(() => {
  vi.useRealTimers()
})

test('a server on Node makes the plan of the day in the minute in which the office opens, and not before', async () => {
  const store = await open()
  const { services, clock } = await community(store, new Date('2026-11-10T09:59:00+08:00'))
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const timer = everyMinute(services)
  const planned = async () => {
    await vi.advanceTimersByTimeAsync(60_000)
    await vi.waitFor(async () => expect((await store.db.select().from(ticks))[0]?.at).toEqual(clock.now))
    return (await store.db.select().from(invitationPlans)).map(({ day }) => day)
  }

  expect(await planned()).toEqual([])
  clock.now = new Date('2026-11-10T10:00:00+08:00')
  expect(await planned()).toEqual(['2026-11-10'])
  clearInterval(timer)
})
