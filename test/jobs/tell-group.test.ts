import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { addRobot } from '#actions/doors/add-robot.ts'
import { newId } from '#auth/hashing.ts'
import { editions, events, requests, robotMessages, robots } from '#db/schema/tables.ts'
import type { RobotAnswer, RobotKind } from '#domain/doors/robot.ts'
import { tick } from '#jobs/run-clock.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { robotAddresses, robotStub } from '#test/support/robot-stub.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
let stub: ReturnType<typeof robotStub>
beforeEach(async () => {
  stub = robotStub(() => app.services.now())
  app = await testApp({ postToRobot: (address, body) => stub.post(address, body) })
  life = living(app)
})

const { robots: words } = zh.doors
const add = (kind: RobotKind) => addRobot(app.services, app.people.dora, 'hongqi', newId(), { ...robotAddresses[kind] })
/** The clock runs once at that moment. */
const at = async (when: string) => {
  app.at(`2026-11-${when}:00+08:00`)
  await tick(app.services)
}
const states = async () => (await app.services.store.db.select().from(robotMessages)).map(({ state }) => state)
const busy: RobotAnswer = { kind: 'answered', status: 200, body: '{"errcode":45009,"errmsg":"limited"}' }
const unreachable: RobotAnswer = { kind: 'not-sent' }
const silent: RobotAnswer = { kind: 'unknown' }

describe('the robots of the group', () => {
  test('all three firms accept the message, signed as each of them asks', async () => {
    for (const kind of ['wecom', 'dingtalk', 'feishu'] as const) await add(kind)
    await life.open()

    await at('02T11:05')

    expect(stub.received.map(({ host }) => host).sort()).toEqual([
      'oapi.dingtalk.com',
      'open.feishu.cn',
      'qyapi.weixin.qq.com',
    ])
    expect(new Set(stub.received.map(({ text }) => text)).size).toBe(1)
    expect(await states()).toEqual(['sent', 'sent', 'sent'])
  })

  test('say what is new once a day from when the office opens, and nothing where nothing is new', async () => {
    await add('wecom')
    await life.open()
    await at('03T09:59')
    expect(stub.received).toHaveLength(0)
    await at('03T10:00')
    await at('03T10:01')
    expect(stub.received).toHaveLength(1)
    await life.open()
    await at('03T17:00')
    expect(stub.received).toHaveLength(1)
    await at('04T10:00')
    await at('05T10:00')
    expect(stub.received).toHaveLength(2)
  })

  test('say a red wish at once, at any hour and after the day’s message', async () => {
    await add('wecom')
    await life.open()
    await at('02T11:05')
    const red = await life.open({ urgency: 'red' })
    await at('02T21:00')

    expect(stub.received).toHaveLength(2)
    expect(stub.received[1]?.text).toContain(`/w/${red.replace('-', '')}?d=g`)
    expect(stub.received[1]?.text).toContain('特急')
  })

  test('leave out what staff have sent themselves', async () => {
    await add('wecom')
    const code = await life.open()
    const form = await app.as('dora').get('/doors')
    await app.as('dora').post('/doors/messages', { wish: [code], key: form.hidden('key') })

    await at('02T11:05')

    expect(stub.received).toHaveLength(0)
  })

  test('get at most 2048 bytes, whole lines, and the rest the next day', async () => {
    await add('wecom')
    const long = '很长的名字'.repeat(11)
    for (let n = 0; n < 10; n++)
      await life.open({
        item: 'other',
        category: 'goods',
        measure: 'piece',
        words: `${long}${'甲乙丙丁戊己庚辛壬癸'[n]}`,
      })

    await at('02T11:05')
    await at('03T11:05')

    expect(stub.received).toHaveLength(2)
    const named = stub.received.flatMap(({ text }) => text.match(/\/w\/\d{8}\?d=g/g) ?? [])
    expect(new Set(named).size).toBe(10)
    for (const { text } of stub.received) expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(2048)
  })

  test('reveals nothing about a resident', async () => {
    await add('wecom')
    await life.open({ specification: 'for her cough', note: 'ring twice' })
    await at('02T11:05')

    expect(stub.received).toHaveLength(1)
    // Wish numbers and check words are random and may have any digits in them.
    const said = (stub.received[0]?.text ?? '').replaceAll(/\/w\/\d{8}|.*\/verify/g, '')
    for (const secret of ['Li Guilan', '203', '13800138000', 'cough', 'ring', 'ana', 'dora'])
      expect(said).not.toContain(secret)
  })
})

describe('a message that fails', () => {
  beforeEach(async () => {
    await add('wecom')
    await life.open()
  })

  test('is tried again after growing pauses and arrives once', async () => {
    stub.fail(busy, unreachable, busy)
    await at('02T11:00')
    for (const minute of ['01', '02', '03', '04', '05', '06', '07', '08', '09']) await at(`02T11:${minute}`)

    // At once, after one minute, after two more, after four more.
    expect(stub.asked.map(({ at: when }) => (when - Date.parse('2026-11-02T11:00:00+08:00')) / 60_000)).toEqual([
      0, 1, 3, 7,
    ])
    expect(stub.received).toHaveLength(1)
    expect(await states()).toEqual(['sent'])
  })

  test('whose answer never came is not sent again automatically: a person looks into the group first', async () => {
    stub.fail(silent)
    await at('02T11:00')
    await at('02T11:30')
    expect([stub.asked.length, await states()]).toEqual([1, ['unsure']])
    expect((await app.as('dora').get('/desk')).words).toContain(words.unsure(1))

    const [row] = await app.services.store.db.select().from(robotMessages)
    await app.as('dora').post(`/doors/robots/messages/${row?.id}/again?c=hongqi`)
    await at('02T11:31')
    expect([stub.received.length, await states()]).toEqual([1, ['sent']])
    await app.as('dora').post(`/doors/robots/messages/${row?.id}/again?c=hongqi`)
    await at('02T11:32')
    expect(stub.received).toHaveLength(1)
  })

  test('for a day is put on the secretary’s desk, and after three days it is given up', async () => {
    stub.fail(...Array(60).fill(busy))
    await at('02T11:00')
    await at('03T10:59')
    expect((await app.as('dora').get('/desk')).words).not.toContain(words.failing(1))
    await at('03T11:00')
    expect((await app.as('dora').get('/desk')).words).toContain(words.failing(1))
    expect((await app.as('ana').get('/desk')).words).not.toContain(words.failing(1))
    for (let hours = 4; hours < 76; hours += 4)
      await at(new Date(Date.parse('2026-11-03T11:00:00Z') + hours * 3_600_000).toISOString().slice(8, 16))
    expect(await states()).toEqual(['given-up'])
  })

  test('and was interrupted on its way is of unknown outcome', async () => {
    await at('02T11:00')
    const { db, commit } = { db: app.services.store.db, commit: app.services.store.commit }
    await commit([db.update(robotMessages).set({ state: 'sending' })])
    await at('02T11:05')
    expect(await states()).toEqual(['sending'])
    await at('02T11:11')
    expect([stub.received.length, await states()]).toEqual([1, ['unsure']])
  })

  test('is sent once by two clocks that run at the same moment', async () => {
    app.at('2026-11-02T11:00:00+08:00')
    await Promise.all([tick(app.services), tick(app.services)])

    expect(stub.received).toHaveLength(1)
    expect(await app.services.store.db.select().from(editions)).toHaveLength(1)
  })
})

describe('the address of a robot', () => {
  const typed = { address: robotAddresses.wecom.address, signingKey: 'sign-with-this-key' }
  const post = async (fields: Readonly<Record<string, string>>) => {
    const form = await app.as('dora').get('/doors/robots')
    return app.as('dora').post('/doors/robots', { key: form.hidden('key'), ...fields })
  }

  test('is shown nowhere once it was typed, and is not readable in any table', async () => {
    expect((await post(typed)).status).toBe(303)

    const page = await app.as('dora').get('/doors/robots')
    expect(page.words).toContain(words.kind.wecom)
    const { db } = app.services.store
    const stored = JSON.stringify([
      await db.select().from(robots),
      await db.select().from(requests),
      await db.select().from(events).where(eq(events.action, 'robot-added')),
    ])
    for (const secret of [typed.address, '11111111-2222-3333', typed.signingKey]) {
      expect(page.html).not.toContain(secret)
      expect(stored).not.toContain(secret)
    }
  })

  test('is one of the three firms’; any other is refused and does not come back either', async () => {
    for (const address of [
      'https://example.org/hook',
      'http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=11111111-2222-3333',
      'https://qyapi.weixin.qq.com.evil.cn/cgi-bin/webhook/send?key=11111111-2222-3333',
      'https://open.feishu.cn@127.0.0.1/open-apis/bot/v2/hook/44444444-5555-6666',
    ]) {
      const answer = await post({ address })
      expect([address, answer.status]).toEqual([address, 422])
      expect(answer.words).toContain(words.faults['no-robot'])
      expect(answer.html).not.toContain(address)
    }
  })

  test('is forgotten when the robot is removed, and nothing more is sent to it', async () => {
    await post(typed)
    const [robot] = await app.services.store.db.select().from(robots)
    await life.open()

    await app.as('dora').post(`/doors/robots/${robot?.id}/end?c=hongqi`)
    await at('02T11:05')

    expect((await app.services.store.db.select().from(robots))[0]?.sealed).toBe('')
    expect(stub.asked).toHaveLength(0)
  })

  test('is the own secretary’s to add and to remove', async () => {
    await post(typed)
    const [robot] = await app.services.store.db.select().from(robots)

    for (const who of ['zhao', 'ana', 'ben', 'eve', 'finn'] as const) {
      expect((await app.as(who).get('/doors/robots?c=hongqi')).status).toBe(404)
      expect((await app.as(who).post(`/doors/robots/${robot?.id}/end?c=hongqi`)).status).toBe(404)
    }
    await app.as('zhao').post(`/doors/robots/${robot?.id}/end`)
    expect((await app.services.store.db.select().from(robots))[0]?.endedAt).toBeNull()
  })
})
