import { writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { events } from '#db/schema/tables.ts'
import type { Statement, Store } from '#db/store/store.ts'
import { createApp } from '#src/app.tsx'
import { witnessLog } from '#src/commands/witness/witness-log.ts'
import { type Community, community } from '#test/life/cast.ts'
import { migrated } from '#test/support/migrated.ts'
import { workerSite } from '#test/support/worker/worker.ts'
import { goClient } from './go-client.ts'

// The log as someone reads it who trusts neither us nor the server: with a client that none of us wrote, on both runtimes.

const now = new Date('2026-11-02T03:00:00Z')
type Fetch = (path: string) => Promise<Response>
type Runtime = { readonly store: () => Store; readonly fetch: Fetch; readonly place: () => Community }

describe('on node', () => {
  const store = migrated()
  let app: ReturnType<typeof createApp>
  let place: Community
  beforeAll(async () => {
    place = await community(store, now)
    app = createApp(place.services)
  })
  afterAll(() => store.close())
  tests({ store: () => store, fetch: async (path) => app.request(path), place: () => place })
})

describe('on workerd', () => {
  const site = workerSite()
  let place: Community
  beforeAll(async () => {
    place = await community(site.store, now)
  })
  tests({ store: () => site.store, fetch: (path) => site.fetch(path), place: () => place })
})

function tests({ store, fetch, place }: Runtime): void {
  const go = goClient()
  let server: Server
  let url = ''
  let key = ''
  /** What someone in the middle makes of an answer. */
  let changed: (path: string, bytes: Uint8Array) => Uint8Array = (_, bytes) => bytes

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const path = request.url ?? ''
      const answer = await fetch(path)
      const bytes = changed(path, new Uint8Array(await answer.arrayBuffer()))
      response.writeHead(answer.status, { 'content-type': 'application/octet-stream' }).end(bytes)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    await write(300)
    key = (await (await fetch('/log/key')).text()).trim()
  })
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  const write = async (count: number, stream = `stream-${count}`) => {
    const { db, commit } = store()
    const row = (n: number): Statement =>
      db.insert(events).values({
        stream,
        seq: n + 1,
        action: 'hours-stated',
        actorId: `p${n}`,
        at: now,
        communityId: 'c',
        data: { n },
      })
    await commit(Array.from({ length: count }, (_, n) => row(n)))
  }
  const raw = (text: string): Statement => ({ toSQL: () => ({ sql: text, params: [] }) })
  const checkpoint = async (name: string): Promise<string> => {
    const file = join(go.folder, name)
    writeFileSync(file, await (await fetch('/log/checkpoint')).text())
    return file
  }
  const flip = (at: number) => (bytes: Uint8Array) => bytes.map((byte, n) => (n === at ? byte ^ 4 : byte))

  test('the Go client accepts the signature, every entry, a proof of each, and that it continues an older state', async (context) => {
    go.isHere(context)
    const older = await checkpoint('older')
    await write(250, 'later')

    expect(await go.run(url, key, older)).toEqual({ code: 0, out: '550 records' })
  })

  test('the Go client reads from a proof what was done with a wish, and refuses it with another word in it', async (context) => {
    const anna = await place().staff('anna', 'gridWorker')
    const dora = await place().staff('dora', 'secretary')
    const wish = await place().post(anna)
    await place().move(dora, wish, { action: 'publish', publicText: '', approvesValue: false })
    const proof = await (await fetch(`/log/proof/wishes/${wish.code}`)).text()
    go.isHere(context)
    const check = (name: string, text: string) => {
      const file = join(go.folder, name)
      writeFileSync(file, text)
      return go.run('proof', key, file)
    }

    expect(await check('proof', proof)).toEqual({ code: 0, out: '"publish"' })
    const [, extra = ''] = /^extra (\S+)$/m.exec(proof) ?? []
    const said = Buffer.from(extra, 'base64').toString()
    const other = Buffer.from(said.replace('\\"publish\\"', '\\"withdraw\\"')).toString('base64')
    expect(other).not.toBe(extra)
    expect(await check('other-word', proof.replace(extra, other))).toEqual({
      code: 1,
      out: expect.stringMatching(/^proof: /),
    })
    expect(await check('other-place', proof.replace(/^index \d+$/m, 'index 0'))).toEqual({
      code: 1,
      out: expect.stringMatching(/^proof: /),
    })
    const signed = proof.indexOf('\n\n') + 2
    const grown =
      proof.slice(0, signed) + proof.slice(signed).replace(/\n(\d+)\n/, (_, size) => `\n${Number(size) + 1}\n`)
    expect(await check('other-state', grown)).toEqual({ code: 1, out: expect.stringMatching(/^signature: /) })
  })

  test.for([
    ['an entry', '/log/tile/entries/001', 40, /^entries: /],
    ['a leaf', '/log/tile/0/001', 33, /^(tiles|record 25[67]): /],
    ['an inner tile', '/log/tile/1/000.p/2', 33, /^tiles: /],
    ['the signed state', '/log/checkpoint', 30, /^(signature|checkpoint): /],
  ] as const)('the Go client finds one bit that was flipped in %s', async ([, path, at, says], context) => {
    go.isHere(context)
    changed = (asked, bytes) => (asked === path ? flip(at)(bytes) : bytes)
    const found = await go.run(url, key)
    changed = (_, bytes) => bytes

    expect(found.out).toMatch(says)
    expect(found.code).toBe(1)
  })

  test('a witness notices a history that was rewritten and signed again; so do the Go client and twelve letters on paper', async (context) => {
    const told: string[] = []
    const look = () =>
      witnessLog(
        [url, '--folder', join(go.folder || '/nowhere', 'witness'), '--name', 'street.example.cn', '--lang', 'en'],
        {},
        {
          out: (line) => told.push(line),
          error: (line) => told.push(line),
          now,
        },
      )
    const sheet = await (await fetch('/c/hongqi/ledger')).text()
    const [, records, letters] = /(\d+) (?:records|条记录)[^<]*<b[^>]*>([0-9A-Z-]{14})</.exec(sheet) ?? []
    const verify = async () =>
      (await (await fetch(`/verify?records=${records}&letters=${letters}`)).text()).includes('对得上。')
    const older = await checkpoint('before')
    await write(3, 'seen')
    expect([await look(), await look(), told]).toEqual([0, 0, told])
    expect(told.at(-1)).toMatch(/^It continues/)
    expect(await verify()).toBe(true)

    // With the file and every key: one row is changed, the whole log is made again and signed with the right key.
    await store().commit([
      raw('drop trigger events_no_update'),
      raw('drop trigger log_heads_no_delete'),
      raw("update events set actor_id = 'somebody else' where stream = 'stream-300' and seq = 7"),
      raw('delete from log_heads'),
      raw('delete from log_tiles'),
    ])
    await write(5, 'covering up')

    expect(await verify()).toBe(false)
    expect(await look()).toBe(1)
    expect(told.at(-1)).toMatch(/^IT DOES NOT CONTINUE/)
    go.isHere(context)
    expect((await go.run(url, key)).code).toBe(0)
    expect((await go.run(url, key, older)).out).toMatch(/^consistency: /)
  })
}
