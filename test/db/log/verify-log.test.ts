import { expect, test } from 'vitest'
import { sequenceLog } from '#actions/log/sequence-log.ts'
import { verifyLog } from '#actions/log/verify-log.ts'
import { community } from '#test/life/cast.ts'
import { eachStore } from '#test/support/stores.ts'

const now = new Date('2026-11-02T03:00:00Z')

eachStore((open) => {
  /** 600 events in a signed log of three states, and two that are not in it yet. */
  async function place() {
    const store = await open()
    const { services } = await community(store, now)
    let seq = 0
    const write = (count: number) =>
      store.exec(
        Array.from({ length: count }, () => {
          seq++
          return `insert into events (stream, seq, action, actor_id, at, community_id, data)
            values ('s', ${seq}, 'hours-stated', 'p${seq}', 1793588400, 'c', '{"n":${seq}}')`
        }),
      )
    for (const count of [100, 300, 200]) {
      await write(count)
      await sequenceLog(services)
    }
    await write(2)
    /** As someone does who has the file: what keeps rows from change is taken away first. */
    const tamper = (...statements: readonly string[]) =>
      store.exec([
        'drop trigger events_no_update',
        'drop trigger events_no_delete',
        'drop trigger log_heads_no_update',
        'drop trigger log_heads_no_delete',
        ...statements,
      ])
    return { services, tamper }
  }

  test('an untouched log is whole', async () => {
    const { services } = await place()

    expect(await verifyLog(services)).toMatchObject({ ok: true, records: 600, heads: 3, later: 2 })
  })

  test('the first row that differs is named, whatever was done to it', async () => {
    const changed = await place()
    await changed.tamper('update events set data = \'{"n":0}\' where pos in (333, 444)')
    expect(await verifyLog(changed.services)).toMatchObject({
      ok: false,
      why: 'event',
      record: 333,
      event: { pos: 333 },
    })

    const removed = await place()
    await removed.tamper('delete from events where pos = 17')
    expect(await verifyLog(removed.services)).toMatchObject({ ok: false, why: 'event', record: 17, event: { pos: 18 } })

    const cutOff = await place()
    await cutOff.tamper('delete from events where pos > 590')
    expect(await verifyLog(cutOff.services)).toMatchObject({ ok: false, why: 'event', record: 591, event: null })
  })

  test('a bit in an entry, an inner tile, a signed state or its signature is found', async () => {
    const flip = (level: number, n: number, at: number) =>
      `update log_tiles set bytes = unhex(substr(hex(bytes), 1, ${2 * at}) || case substr(hex(bytes), ${2 * at + 1}, 1)
        when '0' then '1' else '0' end || substr(hex(bytes), ${2 * at + 2})) where level = ${level} and n = ${n}`
    const entry = await place()
    await entry.tamper(flip(-1, 1, 2 * 34 + 5))
    expect(await verifyLog(entry.services)).toMatchObject({ ok: false, why: 'event', record: 259 })

    const inner = await place()
    await inner.tamper(flip(1, 0, 40))
    expect(await verifyLog(inner.services)).toEqual({ ok: false, why: 'tile', at: { level: 1, n: 0 } })

    const removed = await place()
    await removed.tamper('delete from log_heads where size = 400')
    expect(await verifyLog(removed.services)).toEqual({ ok: false, why: 'head', records: 600 })

    const signature = await place()
    await signature.tamper(
      "update log_heads set note = replace(note, char(10) || '100' || char(10), char(10) || '101' || char(10))",
    )
    expect(await verifyLog(signature.services)).toEqual({ ok: false, why: 'signature', records: 100 })
  })
})
