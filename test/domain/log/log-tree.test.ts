import { hash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concat, fromHex, toHex } from '#domain/log/byte-strings.ts'
import { grow, growingFrom } from '#domain/log/log-growth.ts'
import {
  consistencyRanges,
  hashesOf,
  inclusionRanges,
  isContinued,
  isIncluded,
  tilesFor,
} from '#domain/log/log-proofs.ts'
import {
  bundleLevel,
  edgeOf,
  leavesOf,
  pathOfNumber,
  readTilePath,
  rootAt,
  type Tiles,
  tileKey,
} from '#domain/log/log-tiles.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer')
const one = Uint8Array.of(1)

/** The definition of RFC 6962, section 2.1, as it is written there: slow, and without tiles. */
function slowRoot(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length === 0) return sha256(new Uint8Array())
  if (entries.length === 1) return sha256(concat([Uint8Array.of(0), entries[0] as Uint8Array]))
  const k = 2 ** Math.floor(Math.log2(entries.length - 1))
  return sha256(concat([one, slowRoot(entries.slice(0, k)), slowRoot(entries.slice(k))]))
}

/** PATH(m, D[n]) of section 2.1.1. */
function slowPath(m: number, entries: readonly Uint8Array[]): readonly Uint8Array[] {
  if (entries.length <= 1) return []
  const k = 2 ** Math.floor(Math.log2(entries.length - 1))
  return m < k
    ? [...slowPath(m, entries.slice(0, k)), slowRoot(entries.slice(k))]
    : [...slowPath(m - k, entries.slice(k)), slowRoot(entries.slice(0, k))]
}

/** PROOF(m, D[n]) of section 2.1.2. */
function slowProof(m: number, entries: readonly Uint8Array[]): readonly Uint8Array[] {
  return sub(m, entries, true)

  function sub(of: number, some: readonly Uint8Array[], isWhole: boolean): readonly Uint8Array[] {
    if (of === some.length) return isWhole ? [] : [slowRoot(some)]
    const k = 2 ** Math.floor(Math.log2(some.length - 1))
    return of <= k
      ? [...sub(of, some.slice(0, k), isWhole), slowRoot(some.slice(k))]
      : [...sub(of - k, some.slice(k), false), slowRoot(some.slice(0, k))]
  }
}

const entryOf = (n: number) => sha256(new TextEncoder().encode(`entry ${n}`))
const entriesUpTo = (size: number) => Array.from({ length: size }, (_, n) => entryOf(n))

/** Grown in steps of these sizes. */
function logOf(steps: readonly number[]): { readonly tiles: Tiles; readonly size: number } {
  const stored = new Map<string, Uint8Array>()
  let size = 0
  for (const step of steps) {
    const needed = growingFrom(size)
    const before = new Map([...stored].filter(([key]) => needed.some((at) => tileKey(at) === key)))
    const grown = grow(
      sha256,
      before,
      size,
      Array.from({ length: step }, (_, n) => entryOf(size + n)),
    )
    for (const tile of grown.changed) stored.set(tileKey(tile), tile.bytes)
    size = grown.size
  }
  const leaves = [...stored].flatMap(([key, bytes]) =>
    key.startsWith(`${bundleLevel}/`) ? [[key.replace('-1/', '0/'), leavesOf(sha256, bytes)] as const] : [],
  )
  return { tiles: new Map([...stored, ...leaves]), size }
}

const hex = (hashes: readonly Uint8Array[]) => hashes.map(toHex)

describe('known answers', () => {
  // The eight entries and their roots with which implementations of RFC 6962 are compared.
  const entries = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ].map(fromHex)
  test.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('the root of the first %i', (size, root) => {
    expect(toHex(slowRoot(entries.slice(0, size)))).toBe(root)
  })

  test('the numbers of tiles are written in groups of three', () => {
    expect([0, 67, 999, 1000, 1_234_067].map(pathOfNumber)).toEqual(['000', '067', '999', 'x001/000', 'x001/x234/067'])
    expect(readTilePath('x001/x234/067')).toEqual({ n: 1_234_067, width: 256 })
    expect(readTilePath('x001/x234/067.p/12')).toEqual({ n: 1_234_067, width: 12 })
    for (const bad of ['', '67', 'x000/067', '067/', '067.p/0', '067.p/256', '067.p/012', '../000', '000.p/1/000'])
      expect([bad, readTilePath(bad)]).toEqual([bad, null])
  })

  test('a log of 70,000 entries has the partial tiles that tlog-tiles names for it', () => {
    expect(edgeOf(70_000)).toEqual([
      { level: 0, n: 273, width: 112 },
      { level: 1, n: 1, width: 17 },
      { level: 2, n: 0, width: 1 },
    ])
    expect(edgeOf(256)).toEqual([{ level: 1, n: 0, width: 1 }])
  })
})

describe('tiles against the definition', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 4 })

  test('however it has grown, its root at every size is that of the definition', () => {
    fc.assert(
      fc.property(steps, fc.nat(), (some, pick) => {
        const { tiles, size } = logOf(some)
        for (const at of [size, pick % (size + 1)])
          expect(toHex(rootAt(sha256, tiles, at))).toBe(toHex(slowRoot(entriesUpTo(at))))
      }),
      { numRuns: 40 },
    )
  })

  test('proofs are those of the definition, and are accepted', () => {
    fc.assert(
      fc.property(steps, fc.nat(), fc.nat(), (some, first, second) => {
        const { tiles, size } = logOf(some)
        const entries = entriesUpTo(size)
        const root = slowRoot(entries)
        const index = first % size
        const included = inclusionRanges(index, size)
        const proof = hashesOf(sha256, tiles, included)
        expect(hex(proof)).toEqual(hex(slowPath(index, entries)))
        const leaf = sha256(concat([Uint8Array.of(0), entryOf(index)]))
        expect(isIncluded(sha256, { leaf, index, size, root, proof })).toBe(true)

        const older = 1 + (second % size)
        const continued = hashesOf(sha256, tiles, consistencyRanges(older, size))
        expect(hex(continued)).toEqual(hex(slowProof(older, entries)))
        const before = { size: older, root: slowRoot(entries.slice(0, older)) }
        expect(isContinued(sha256, { older: before, newer: { size, root }, proof: continued })).toBe(true)
        expect(tilesFor(included).length).toBeLessThanOrEqual(6)
      }),
      { numRuns: 40 },
    )
  })

  test('tiles of the third level are read as well', () => {
    const { tiles, size } = logOf([65_536, 300])
    const proof = hashesOf(sha256, tiles, inclusionRanges(65_600, size))
    const root = rootAt(sha256, tiles, size)
    const leaf = sha256(concat([Uint8Array.of(0), entryOf(65_600)]))

    expect(tiles.get('2/0')?.length).toBe(32)
    expect(isIncluded(sha256, { leaf, index: 65_600, size, root, proof })).toBe(true)
    const older = { size: 65_537, root: rootAt(sha256, tiles, 65_537) }
    const continued = hashesOf(sha256, tiles, consistencyRanges(older.size, size))
    expect(isContinued(sha256, { older, newer: { size, root }, proof: continued })).toBe(true)
  })
})

describe('what is not so is not proved', () => {
  const size = 300
  const { tiles } = logOf([size])
  const root = rootAt(sha256, tiles, size)
  const flipped = (hashes: readonly Uint8Array[], at: number) =>
    hashes.map((one, n) => (n === at ? Uint8Array.from(one, (byte, m) => (m === 3 ? byte ^ 1 : byte)) : one))

  test('one bit in any hash of a proof, another leaf, another place or a missing hash', () => {
    const index = 77
    const leaf = sha256(concat([Uint8Array.of(0), entryOf(index)]))
    const proof = hashesOf(sha256, tiles, inclusionRanges(index, size))
    const good = { leaf, index, size, root, proof }

    expect(isIncluded(sha256, good)).toBe(true)
    for (const at of proof.keys()) expect(isIncluded(sha256, { ...good, proof: flipped(proof, at) })).toBe(false)
    expect(isIncluded(sha256, { ...good, leaf: entryOf(index) })).toBe(false)
    expect(isIncluded(sha256, { ...good, index: index + 1 })).toBe(false)
    expect(isIncluded(sha256, { ...good, index: size })).toBe(false)
    expect(isIncluded(sha256, { ...good, index: -1 })).toBe(false)
    expect(isIncluded(sha256, { ...good, proof: proof.slice(1) })).toBe(false)
  })

  test.each([1, 3, 128, 255, 256, 257, 299, 300])('a beginning of %i entries of which one is another', (older) => {
    const proof = hashesOf(sha256, tiles, consistencyRanges(older, size))
    const newer = { size, root }
    const entries = entriesUpTo(older)
    const told = { size: older, root: slowRoot(entries) }
    const rewritten = { size: older, root: slowRoot([...entries.slice(0, -1), entryOf(9999)]) }

    expect(isContinued(sha256, { older: told, newer, proof })).toBe(true)
    expect(isContinued(sha256, { older: rewritten, newer, proof })).toBe(false)
    expect(isContinued(sha256, { older: told, newer: { size, root: rewritten.root }, proof })).toBe(false)
    for (const at of proof.keys())
      expect(isContinued(sha256, { older: told, newer, proof: flipped(proof, at) })).toBe(false)
    expect(isContinued(sha256, { older: { ...told, size: size + 1 }, newer, proof })).toBe(false)
  })
})
