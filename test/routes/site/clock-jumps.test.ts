import { expect, test } from 'vitest'
import { events, securityEvents, wishes } from '#db/schema/tables.ts'
import { tick } from '#jobs/run-clock.ts'
import { steadyClock } from '#src/commands/running/steady-clock.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'
import { living } from './living.ts'

const hour = 3_600_000
const day = 24 * hour
const words = zh.status.time

/** The site on a machine whose clock the test sets, an hour after the start. */
async function onMachine() {
  const app = await testApp()
  const machine = { wall: app.services.now().getTime() - hour, uptime: 0 }
  const log: string[] = []
  const { now, time } = steadyClock(
    null,
    (line) => log.push(line),
    () => ({ ...machine }),
  )
  const pass = (ms: number) => {
    machine.wall += ms
    machine.uptime += ms
    now()
  }
  pass(hour)
  Object.assign(app.services, { now, time })
  const jump = (ms: number) => {
    machine.wall += ms
  }
  return { app, log, pass, jump }
}
const health = async (app: TestApp) => {
  const answer = await app.anyone.get('/healthz')
  return [answer.status, JSON.parse(answer.html)]
}
const timesOf = async (app: TestApp) =>
  (await app.services.store.db.select().from(events).orderBy(events.pos)).map(({ at }) => at.getTime())

test('a clock that jumps forward by a week takes no claim back and erases nothing; it is named, and when it is set right all is as before', async () => {
  const { app, log, pass, jump } = await onMachine()
  const code = await living(app).claimed()
  await tick(app.services)

  jump(7 * day)
  await tick(app.services)
  expect(await living(app).stored(code)).toMatchObject({ state: 'claimed' })
  expect(await health(app)).toEqual([503, { ok: false, clock: { fault: 'ahead', by: (7 * day) / 1000 } }])
  const status = await app.as('finn').get('/status')
  expect(status.words).toContain(words.title)
  expect(status.words).toContain('2026-11-09 11:00')
  expect((await app.as('finn').get('/desk')).words).toContain(zh.status.trouble)
  expect((await app.as('dora').get('/desk')).words).not.toContain(zh.status.trouble)

  jump(-7 * day)
  pass(60_000)
  await tick(app.services)
  expect(await health(app)).toEqual([200, { ok: true }])
  expect((await app.as('finn').get('/status')).words).not.toContain(words.title)
  expect(log).toEqual([
    expect.stringMatching(/^clock: the machine's clock is 10080 minutes ahead\./),
    expect.stringMatching(/^clock: the program follows the machine's clock again/),
  ])
})

test('a clock that jumps back by a day lets no record go back in time', async () => {
  const { app, pass, jump } = await onMachine()
  const life = living(app)
  const code = await life.claimed()
  jump(-day)
  pass(2 * hour)
  await life.deliver(code)
  await life.post({ item: 'plaster' })

  const times = await timesOf(app)
  expect(times).toEqual([...times].sort((a, b) => a - b))
  expect((await app.services.store.db.select().from(wishes)).length).toBe(2)
  expect(await health(app)).toEqual([503, { ok: false, clock: { fault: 'behind', by: day / 1000 } }])
})

test('the administrator alone can say that the new time is right, and it is written down who said so', async () => {
  const { app, jump } = await onMachine()
  jump(2 * day)
  const page = await app.as('finn').get('/status')
  expect(page.html).toContain('action="/status/time"')
  expect((await app.as('dora').post('/status/time')).status).toBe(404)
  expect((await health(app))[0]).toBe(503)

  expect((await app.as('finn').post('/status/time')).location).toBe('/status')
  expect(await health(app)).toEqual([200, { ok: true }])
  expect(app.services.now()).toEqual(new Date('2026-11-04T11:00:00+08:00'))
  const written = await app.services.store.db.select().from(securityEvents)
  expect(written).toMatchObject([{ kind: 'time-accepted', personId: app.people.finn.id }])
  expect((await app.as('finn').get('/security')).words).toContain(zh.account.events.kind['time-accepted'])
})
