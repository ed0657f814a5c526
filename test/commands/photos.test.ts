import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { photosOnDisk } from '#src/commands/running/photos-on-disk.ts'

const folder = mkdtempSync(join(tmpdir(), 'micro-wish-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const photos = photosOnDisk(folder)

test('a photo is accessible only to the owner of the folder, and is deleted without a trace', async () => {
  await photos.put('0123456789abcdef', Uint8Array.of(1, 2, 3), 'image/jpeg')

  expect(await photos.get('0123456789abcdef')).toEqual(Uint8Array.of(1, 2, 3))
  expect(statSync(join(folder, 'photos')).mode & 0o777).toBe(0o700)
  expect(statSync(join(folder, 'photos/0123456789abcdef')).mode & 0o777).toBe(0o600)

  await photos.remove('0123456789abcdef')
  await photos.remove('0123456789abcdef')
  expect(await photos.get('0123456789abcdef')).toBeNull()
  expect(readdirSync(join(folder, 'photos'))).toEqual([])
})

test('no key leads out of the folder', async () => {
  for (const key of ['../secret', '..', '', '/etc/passwd', 'a/b-c-d-e-f']) {
    await expect(photos.put(key, Uint8Array.of(1), 'image/png')).rejects.toThrow('no key')
    await expect(photos.get(key)).rejects.toThrow('no key')
  }
})
