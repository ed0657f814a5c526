import { beforeAll, describe, expect, test } from 'vitest'
import { isSignedBy, sha256Bytes } from '#auth/log-keys.ts'
import { toHex } from '#domain/log/byte-strings.ts'
import { entryOfOpening } from '#domain/log/event-seal.ts'
import { isIncluded } from '#domain/log/log-proofs.ts'
import { entriesIn, hashesIn } from '#domain/log/log-tiles.ts'
import { readProof } from '#domain/log/proof-file.ts'
import { readCheckpoint, readNote, readVerifierKey } from '#domain/log/signed-note.ts'
import { leafHash, rootOver } from '#domain/log/tree-hash.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'

let app: TestApp
let wish: string
let draft: string
beforeAll(async () => {
  app = await testApp()
  const life = living(app)
  wish = await life.delivered('cleo')
  draft = await life.post({})
})

const bytes = async (path: string) => {
  const answer = await app.app.request(path)
  return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) }
}
const checkpoint = async () => {
  const { html } = await app.anyone.get('/log/checkpoint')
  const note = readNote(html)
  const read = note && readCheckpoint(note.text)
  if (!note || !read) throw new Error(`no checkpoint: ${html}`)
  return { note, ...read }
}

describe('the log', () => {
  test('is signed with the key it names, and has every event up to now', async () => {
    const { note, origin, size } = await checkpoint()
    const { name, publicKey } = readVerifierKey((await app.anyone.get('/log/key')).html) as {
      name: string
      publicKey: Uint8Array
    }

    expect([name, origin]).toEqual(['localhost/log', 'localhost/log'])
    expect(await isSignedBy(publicKey, note.text, note.signatures[0]?.signature as Uint8Array)).toBe(true)
    const [{ count }] = (await app.services.store.db.all('select count(*) as count from events')) as [{ count: number }]
    expect(size).toBe(count)
  })

  test('serves bundles and tiles that lead to its root, may be cached for ever and be read by any page', async () => {
    const { size, root } = await checkpoint()
    const entries = await bytes(`/log/tile/entries/000.p/${size}`)
    const leaves = await bytes(`/log/tile/0/000.p/${size}`)

    expect(entriesIn(entries.bytes).map((entry) => toHex(leafHash(sha256Bytes, entry)))).toEqual(
      hashesIn(leaves.bytes).map(toHex),
    )
    expect(toHex(rootOver(sha256Bytes, hashesIn(leaves.bytes)))).toBe(toHex(root))
    expect(leaves.answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(leaves.answer.headers.get('content-type')).toBe('application/octet-stream')
    for (const { answer } of [entries, leaves]) expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  })

  test('serves a partial tile in each earlier width, and nothing that it does not have', async () => {
    const { size } = await checkpoint()
    const whole = await bytes(`/log/tile/0/000.p/${size}`)

    expect((await bytes('/log/tile/0/000.p/2')).bytes).toEqual(whole.bytes.subarray(0, 64))
    expect((await bytes('/log/tile/entries/000.p/1')).bytes).toHaveLength(34)
    for (const path of [
      '/log/tile/0/000',
      `/log/tile/0/000.p/${size + 1}`,
      '/log/tile/0/001.p/1',
      '/log/tile/1/000.p/1',
      '/log/tile/64/000',
      '/log/tile/00/000',
      '/log/tile/0/0',
      '/log/tile/entries/x000/000.p/1',
      '/log/tile/-1/000.p/1',
    ])
      expect([path, (await bytes(path)).answer.status]).toEqual([path, 404])
  })
})

describe('the proof of a wish', () => {
  test.each(['', '/2'])('opens a step as the ledger shows it, and leads to the signed root: %s', async (step) => {
    const { html, headers } = await app.anyone.get(`/log/proof/wishes/${wish}${step}`)
    const file = readProof(html)
    const note = readNote(file?.checkpoint ?? '')
    const head = note && readCheckpoint(note.text)
    const led = file && entryOfOpening(sha256Bytes, file.opening)
    if (!file || !head || !led) throw new Error(`no proof: ${html}`)

    expect(led.says.action).toBe(step === '' ? '"deliver"' : '"publish"')
    const leaf = leafHash(sha256Bytes, led.entry)
    expect(isIncluded(sha256Bytes, { leaf, index: file.index, ...head, proof: file.proof })).toBe(true)
    expect(headers.get('access-control-allow-origin')).toBe('*')
  })

  test('has no id of a person, of a resident or of the details, opened or shut', async () => {
    const { html } = await app.anyone.get(`/log/proof/wishes/${wish}`)
    const opening = atob(/^extra (\S+)$/m.exec(html)?.[1] ?? '')

    expect(opening).toContain('"action"')
    const known = [...Object.values(app.people).map(({ id }) => id), ...Object.values(app.residents)]
    expect(known.filter((id) => `${html}${opening}`.includes(id))).toEqual([])
  })

  test('is of the steps that anyone may read alone', async () => {
    for (const path of [
      `/log/proof/wishes/${wish}/1`,
      `/log/proof/wishes/${wish}/99`,
      `/log/proof/wishes/${wish}/9999999999`,
      `/log/proof/wishes/${draft}`,
      '/log/proof/wishes/1234-5674',
    ])
      expect([path, (await app.anyone.get(path)).status]).toEqual([path, 404])
  })

  test('of a row that was changed behind the program says so and proves nothing', async () => {
    const own = await testApp()
    const code = await living(own).delivered('cleo')
    await own.anyone.get('/log/checkpoint')
    const { raw } = own.services.store as unknown as { raw: { exec(sql: string): void } }
    raw.exec(`drop trigger events_no_update; update events set at = at - 86400 where action = 'deliver'`)
    const answer = await own.anyone.get(`/log/proof/wishes/${code}`)

    expect([answer.status, answer.html.startsWith('c2sp.org')]).toEqual([409, false])
    expect((await own.anyone.get(`/log/proof/wishes/${code}/2`)).status).toBe(200)
  })
})
