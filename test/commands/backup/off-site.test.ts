import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listOffSite, putOffSite, removeOffSite } from '#src/commands/backup/off-site.ts'
import { s3Stub } from './s3-stub.ts'

let store: Awaited<ReturnType<typeof s3Stub>>
let folder = ''
beforeEach(async () => {
  store = await s3Stub()
  folder = mkdtempSync(join(tmpdir(), 'micro-wish-off-site-'))
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})
const file = (bytes: string) => {
  const path = join(folder, 'file')
  writeFileSync(path, bytes)
  return path
}

test('a file is stored, listed over several pages and removed, each request signed', async () => {
  for (const name of ['a', 'b', 'c', 'd', 'e']) await putOffSite(store.offSite, file(`the bytes of ${name}`), name)
  store.objects.set('another-folder/f', Buffer.from('not ours'))
  await removeOffSite(store.offSite, 'c')

  expect(store.objects.get('micro-wish/e')?.toString()).toBe('the bytes of e')
  expect(await listOffSite(store.offSite)).toEqual(['a', 'b', 'd', 'e'].map((name) => ({ name, bytes: 14 })))
  expect(store.refused).toEqual([])
})

test('a wrong key is refused by the store, and the error names the number of the answer and no key', async () => {
  const wrong = { ...store.offSite, secret: 'another secret' }
  const error = await putOffSite(wrong, file('bytes'), 'a').catch((failed: Error) => failed)

  expect(String(error)).toBe('Error: the store outside answered 403')
  expect(store.objects.size).toBe(0)
  expect(store.refused).toEqual(['signature'])
})
