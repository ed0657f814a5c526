import { expect, test } from 'vitest'
import { consistencyProof, inclusionProof, rootOfSize } from '#actions/log/log-reads.ts'
import { checkpointOf, LogSeedChanged, sequenceLog } from '#actions/log/sequence-log.ts'
import { isSignedBy, saltsOf, sha256Bytes, signerOf } from '#auth/log-keys.ts'
import { eventsAfter, headsAfter } from '#db/log/log-rows.ts'
import { events, logHeads } from '#db/schema/tables.ts'
import { toHex } from '#domain/log/byte-strings.ts'
import { sealEvent } from '#domain/log/event-seal.ts'
import { isContinued, isIncluded } from '#domain/log/log-proofs.ts'
import { readNote } from '#domain/log/signed-note.ts'
import { leafHash, rootOver } from '#domain/log/tree-hash.ts'
import { community } from '#test/life/cast.ts'
import { eachStore, type RawStore } from '#test/support/stores.ts'

const now = new Date('2026-11-02T03:00:00Z')

eachStore((open) => {
  async function place() {
    const store = await open()
    const { services, staff } = await community(store, now)
    return { store, services, staff }
  }
  /** Events of a stream of its own, and gaps in `pos` after each. */
  const write = async (store: RawStore, count: number, stream: string, gap = 0) => {
    const rows = Array.from({ length: count }, (_, n) => {
      const pos = gap ? `(select coalesce(max(pos), 0) + ${1 + gap} from events)` : 'null'
      return `insert into events (pos, stream, seq, action, actor_id, at, community_id, data)
        values (${pos}, '${stream}', ${n + 1}, 'hours-stated', 'person-${n}', 1793588400, 'c', '{"n":${n}}')`
    })
    await store.exec(rows)
  }
  const rootOfRows = async (store: RawStore, seed: string) => {
    const all = await eventsAfter(store.db, 0, 10_000)
    const saltOf = saltsOf(seed)
    return rootOver(
      sha256Bytes,
      all.map((event) => leafHash(sha256Bytes, sealEvent(sha256Bytes, saltOf, event))),
    )
  }

  test('the log has every event in its order, whatever gaps their positions have, and each state is signed', async () => {
    const { store, services } = await place()
    expect(await sequenceLog(services)).toBeNull()
    await write(store, 3, 'a', 4)
    const first = await sequenceLog(services)
    await write(store, 300, 'b')
    const second = await sequenceLog(services)

    expect([first?.size, first?.prev, second?.size, second?.prev]).toEqual([3, 0, 303, 3])
    expect(toHex(await rootOfSize(services, 303))).toBe(toHex(await rootOfRows(store, services.config.logSeed)))
    const { publicKey } = await signerOf(services.config.logSeed, 'log')
    for (const head of await headsAfter(store.db, 0, 10)) {
      const note = readNote(head.note)
      expect(toHex(checkpointOf(head).root)).toBe(toHex(await rootOfSize(services, head.size)))
      expect(note?.text.startsWith('wish.example.cn/log\n')).toBe(true)
      expect(await isSignedBy(publicKey, note?.text ?? '', note?.signatures[0]?.signature ?? new Uint8Array())).toBe(
        true,
      )
    }
  })

  test('its proofs are accepted, of an entry and of the state before', async () => {
    const { store, services } = await place()
    await write(store, 2, 'a')
    await sequenceLog(services)
    const older = { size: 2, root: await rootOfSize(services, 2) }
    await write(store, 600, 'b')
    const head = await sequenceLog(services)
    if (!head) throw new Error('there are events')
    const newer = checkpointOf(head)

    const proof = await consistencyProof(services, 2, newer.size)
    expect(isContinued(sha256Bytes, { older, newer, proof })).toBe(true)
    const all = await eventsAfter(store.db, 0, 1000)
    for (const index of [0, 255, 256, 601]) {
      const leaf = leafHash(sha256Bytes, sealEvent(sha256Bytes, saltsOf(services.config.logSeed), all[index] as never))
      const included = await inclusionProof(services, index, newer.size)
      expect([index, isIncluded(sha256Bytes, { leaf, index, ...newer, proof: included })]).toEqual([index, true])
    }
  })

  test('many who sequence at once make one log: nothing twice, nothing missing', async () => {
    const { store, services } = await place()
    await write(store, 20, 'a')
    // Without the turns of one process, as if each were a process of its own.
    const others = Array.from({ length: 6 }, () => ({
      ...services,
      store: { ...store, inTurn: <T>(_: string, work: () => Promise<T>) => work() },
    }))
    await Promise.all(others.map((one) => sequenceLog(one)))

    const heads = await headsAfter(store.db, 0, 10)
    expect(heads.map(({ size }) => size)).toEqual([20])
    expect(toHex(await rootOfSize(services, 20))).toBe(toHex(await rootOfRows(store, services.config.logSeed)))
  })

  test('a signed state can be neither changed nor removed nor replaced', async () => {
    const { store, services } = await place()
    await write(store, 1, 'a')
    const head = await sequenceLog(services)
    if (!head) throw new Error('there is an event')

    await expect(store.exec(["update log_heads set note = 'x'"])).rejects.toThrow(/never changed/)
    await expect(store.exec(['delete from log_heads'])).rejects.toThrow(/never removed/)
    await expect(
      store.exec(["insert or replace into log_heads (size, prev, pos, note, at) values (1, 9, 9, 'x', 1)"]),
    ).rejects.toThrow(/UNIQUE/)
    await expect(
      store.exec(["insert into log_heads (size, prev, pos, note, at) values (7, 0, 7, 'x', 1)"]),
    ).rejects.toThrow(/UNIQUE/)
    expect(await store.db.select().from(logHeads)).toEqual([head])
  })

  test('with another seed nothing is added, and the reason is in the name of the error; another address changes nothing', async () => {
    const { store, services } = await place()
    await write(store, 1, 'a')
    await sequenceLog(services)
    await write(store, 1, 'b')
    const other = {
      ...services,
      config: { ...services.config, logSeed: 'a seed that nobody has ever seen before this' },
    }

    await expect(sequenceLog(other)).rejects.toThrow(LogSeedChanged)
    await expect(sequenceLog(other)).rejects.toMatchObject({ name: expect.stringContaining('LOG_SEED') })
    const moved = { ...services, config: { ...services.config, publicUrl: 'https://xinyuan.example.cn' } }
    const head = await sequenceLog(moved)
    expect([head?.size, checkpointOf(head as never).origin]).toEqual([2, 'xinyuan.example.cn/log'])
    expect(await store.db.$count(events)).toBe(2)
  })

  test('an append writes two rows, and a third where a tile is full', async () => {
    const { store, services } = await place()
    await write(store, 254, 'a')
    await sequenceLog(services)
    const writes: number[] = []
    const counting = {
      ...services,
      store: {
        ...store,
        commit: (statements: Parameters<typeof store.commit>[0]) => {
          writes.push(statements.length)
          return store.commit(statements)
        },
      },
    }
    for (const stream of ['b', 'c', 'd']) {
      await write(store, 1, stream)
      await sequenceLog(counting)
    }

    expect(writes).toEqual([2, 3, 2])
  })
})
