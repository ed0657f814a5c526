import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { saltsOf, sha256Bytes } from '#auth/log-keys.ts'
import { toHex } from '#domain/log/byte-strings.ts'
import { entryOfOpening, isSealedAs, type LoggedEvent, openEvent, sealEvent } from '#domain/log/event-seal.ts'
import { readProof, writeProof } from '#domain/log/proof-file.ts'

const event: LoggedEvent = {
  pos: 7,
  stream: 'wish-1',
  seq: 3,
  action: 'claim',
  state: 'claimed',
  actorId: 'person-of-ben',
  at: new Date('2026-11-02T03:00:00Z'),
  communityId: 'hongqi',
  gridId: 'grid1',
  category: 'goods',
  urgency: 'yellow',
  source: 'visit',
  unitId: 'water-works',
  round: 1,
  dueAt: new Date('2026-11-05T16:00:00Z'),
  promiseAt: new Date('2026-11-05T16:00:00Z'),
  ruleVersion: 'v1',
  data: { claimId: 'c1', hashes: { reason: 'ab' }, by: ['b', 'a'], claimant: 'person-of-ben' },
}
const saltOf = saltsOf('a seed that only this test knows, long enough')

test('an entry follows from the row alone, as docs/log.md writes it down', () => {
  // Written a second time, with node:crypto and the text of every field by hand.
  const values = [
    'stream="wish-1"',
    'seq=3',
    'action="claim"',
    'state="claimed"',
    'actor="person-of-ben"',
    'at=1793588400',
    'community="hongqi"',
    'grid="grid1"',
    'category="goods"',
    'urgency="yellow"',
    'source="visit"',
    'unit="water-works"',
    'round=1',
    'due=1793894400',
    'promise=1793894400',
    'rules="v1"',
    'data={"by":["b","a"],"claimId":"c1","claimant":"person-of-ben","hashes":{"reason":"ab"}}',
  ]
  const whole = createHash('sha256').update('micro-wish event v1\n')
  for (const value of values) {
    const field = value.slice(0, value.indexOf('=')) as Parameters<typeof saltOf>[1]
    whole.update(createHash('sha256').update(saltOf(7, field)).update(value).digest())
  }

  expect(toHex(sealEvent(sha256Bytes, saltOf, event))).toBe(whole.digest('hex'))
})

test('a value too long for the shared buffer is sealed like a short one, in whichever order they come', () => {
  const words = '长'.repeat(400)
  const long = { ...event, data: { words } }
  const sealed = (salt: Uint8Array, text: string) => createHash('sha256').update(salt).update(text).digest('base64')
  const shutOf = (one: LoggedEvent) => openEvent(sha256Bytes, saltOf, one).at(-1)

  expect(shutOf(event)).not.toEqual(shutOf(long))
  expect(shutOf(long)).toEqual({ shut: sealed(saltOf(7, 'data'), `data={"words":"${words}"}`) })
  expect(shutOf({ ...event, data: { n: 1 } })).toEqual({ shut: sealed(saltOf(7, 'data'), 'data={"n":1}') })
})

test('every field is sealed: a change of any one leads to another entry, and the order of keys to none', () => {
  const entry = sealEvent(sha256Bytes, saltOf, event)
  const changes: readonly Partial<LoggedEvent>[] = [
    { stream: 'wish-2' },
    { seq: 4 },
    { action: 'release' },
    { state: 'open' },
    { actorId: 'person-of-cleo' },
    { at: new Date('2026-11-02T03:00:01Z') },
    { communityId: 'nanyuan' },
    { gridId: null },
    { category: 'services' },
    { urgency: 'red' },
    { source: 'phone' },
    { unitId: null },
    { round: 2 },
    { dueAt: null },
    { promiseAt: null },
    { ruleVersion: 'v2' },
    { data: {} },
    { pos: 8 },
  ]

  expect(Object.keys(event).filter((key) => !changes.some((change) => key in change))).toEqual([])
  for (const change of changes)
    expect([change, isSealedAs(sha256Bytes, saltOf, { ...event, ...change }, entry)]).toEqual([change, false])
  const reordered = { claimant: 'person-of-ben', by: ['b', 'a'], hashes: { reason: 'ab' }, claimId: 'c1' }
  expect(isSealedAs(sha256Bytes, saltOf, { ...event, data: reordered }, entry)).toBe(true)
})

test('a proof opens what the ledger says and keeps the person, the unit and the details shut', () => {
  const opening = openEvent(sha256Bytes, saltOf, event)
  const led = entryOfOpening(sha256Bytes, opening)

  expect(toHex(led?.entry ?? new Uint8Array())).toBe(toHex(sealEvent(sha256Bytes, saltOf, event)))
  expect(led?.says).toEqual({
    stream: '"wish-1"',
    seq: '3',
    action: '"claim"',
    state: '"claimed"',
    at: '1793588400',
    community: '"hongqi"',
    grid: '"grid1"',
    category: '"goods"',
    urgency: '"yellow"',
    round: '1',
    due: '1793894400',
    promise: '1793894400',
    rules: '"v1"',
  })
  expect(JSON.stringify(opening)).not.toMatch(/person-of|water-works|claimId/)
})

test('no two salts are the same, and one seed’s are not another’s', () => {
  const salts = [
    saltOf(7, 'actor'),
    saltOf(7, 'data'),
    saltOf(8, 'actor'),
    saltsOf('another seed, just as long as the one above it')(7, 'actor'),
  ].map(toHex)

  expect(new Set(salts).size).toBe(4)
  expect(toHex(saltOf(7, 'actor'))).toBe(salts[0])
})

test('what a proof says cannot be changed: another value no longer leads to the entry', () => {
  const opening = openEvent(sha256Bytes, saltOf, event)
  const forged = opening.map((part) =>
    'field' in part && part.field === 'at' ? { ...part, value: '1793588401' } : part,
  )

  expect(toHex(entryOfOpening(sha256Bytes, forged)?.entry ?? new Uint8Array())).not.toBe(
    toHex(sealEvent(sha256Bytes, saltOf, event)),
  )
  expect(entryOfOpening(sha256Bytes, [{ shut: 'AAAA' }])).toBeNull()
})

test('a proof is a file of C2SP tlog-proof, and what is none is not read as one', () => {
  const opening = openEvent(sha256Bytes, saltOf, event)
  const checkpoint = 'wish.example.cn/log\n9\nroot\n\n— wish.example.cn/log c2ln\n'
  const proof = [sha256Bytes(Uint8Array.of(1)), sha256Bytes(Uint8Array.of(2))]
  const file = writeProof({ opening, index: 7, proof, checkpoint })
  const lines = file.split('\n')

  expect(lines[0]).toBe('c2sp.org/tlog-proof@v1')
  // SHA-256 of the byte 1 and of the byte 2.
  expect(lines.slice(2, 6)).toEqual([
    'index 7',
    'S/USLzRFVMU73i67jNK349FgCtYxw4Wl18ziPHeFRZo=',
    '28G0yQD/5I1XW12lxjgEASX2XbD+PiRJS3bqmGRX2YY=',
    '',
  ])
  expect(file.endsWith(`\n\n${checkpoint}`)).toBe(true)
  expect(readProof(file)).toEqual({ opening, index: 7, proof: proof.map((one) => new Uint8Array(one)), checkpoint })
  for (const bad of [
    '',
    'c2sp.org/tlog-proof@v2',
    file.replace('index 7', 'index 07'),
    file.replace('extra ', 'extra !'),
  ])
    expect(readProof(bad)).toBeNull()
})
