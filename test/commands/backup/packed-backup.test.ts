import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isCopying } from '#src/commands/backup/backup-copies.ts'
import { pack, unpack } from '#src/commands/backup/packed-backup.ts'
import { BrokenArchive, tarOf, untar } from '#src/commands/backup/tar.ts'

const at = new Date('2026-11-28T10:15:02Z')
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'micro-wish-packed-'))
  mkdirSync(join(folder, 'copy'))
  mkdirSync(join(folder, 'data/photos'), { recursive: true })
  writeFileSync(join(folder, 'copy/micro-wish.db'), Buffer.alloc(200_000, 'the database '))
  writeFileSync(join(folder, 'data/photos/photo-one'), 'the bytes of a photo')
  writeFileSync(join(folder, 'data/photos/photo-empty'), '')
  writeFileSync(join(folder, 'data/photos/photo-two.half'), 'half a photo')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const within = (...names: readonly string[]) => join(folder, ...names)
const packed = async (name: string, recipients: readonly string[] = []) => {
  await pack({ copy: within('copy'), dataDir: within('data'), file: within(name), at }, recipients)
  return within(name)
}
const isHere = (...programs: readonly string[]) =>
  programs.every((program) => {
    try {
      execFileSync('which', [program])
      return true
    } catch {
      return false
    }
  })

test('what was packed is unpacked again, byte for byte, and nothing that was not finished', async () => {
  expect(await unpack(await packed('b.tar.zst'), within('out'), [])).toEqual({ ok: true })

  expect(readFileSync(within('out/micro-wish.db')).equals(readFileSync(within('copy/micro-wish.db')))).toBe(true)
  expect(readdirSync(within('out/photos')).sort()).toEqual(['photo-empty', 'photo-one'])
  expect(readFileSync(within('out/photos/photo-one'), 'utf8')).toBe('the bytes of a photo')
})

test('an encrypted one opens with its key alone', async () => {
  const key = await generateX25519Identity()
  const file = await packed('b.tar.zst.age', [await identityToRecipient(key)])

  expect(readFileSync(file).includes('micro-wish.db')).toBe(false)
  expect(await unpack(file, within('none'), [])).toEqual({ ok: false, why: 'locked', what: 'age' })
  expect(await unpack(file, within('other'), [await generateX25519Identity()])).toMatchObject({ why: 'locked' })
  expect(await unpack(file, within('out'), [key])).toEqual({ ok: true })
})

test('one that is cut off or changed is damaged, with and without encryption', async () => {
  const key = await generateX25519Identity()
  for (const [name, recipients] of [
    ['a.tar.zst', []],
    ['b.tar.zst.age', [await identityToRecipient(key)]],
  ] as const) {
    const file = await packed(name, recipients)
    const bytes = readFileSync(file)
    const changed = Buffer.from(bytes)
    changed[bytes.length - 40] = (changed[bytes.length - 40] ?? 0) ^ 1
    writeFileSync(file, changed)
    expect([name, await unpack(file, within(`${name}-changed`), [key])]).toMatchObject([name, { why: 'damaged' }])
    writeFileSync(file, bytes)
    truncateSync(file, bytes.length - 30)
    expect([name, await unpack(file, within(`${name}-cut`), [key])]).toMatchObject([name, { why: 'damaged' }])
  }
})

test('an archive cannot write anywhere but into its folder', async () => {
  const archive = tarOf([{ name: '../outside', path: within('data/photos/photo-one') }], at)
  const asked: string[] = []

  await expect(
    untar(archive, (name) => {
      asked.push(name)
      return null
    }),
  ).rejects.toThrow(BrokenArchive)
  expect(asked).toEqual(['../outside'])
})

test('age, zstd and tar of the system open it where they are installed', async (context) => {
  if (!isHere('age', 'age-keygen', 'zstd', 'tar')) return context.skip('age, zstd or tar is not installed here')
  execFileSync('age-keygen', ['-o', within('key')], { stdio: 'pipe' })
  const recipient = execFileSync('age-keygen', ['-y', within('key')], { encoding: 'utf8' }).trim()
  const file = await packed('b.tar.zst.age', [recipient])
  mkdirSync(within('out'))
  execFileSync('sh', ['-c', 'age -d -i key b.tar.zst.age | zstd -d | tar -x -C out'], { cwd: folder })

  expect(readFileSync(within('out/micro-wish.db')).equals(readFileSync(within('copy/micro-wish.db')))).toBe(true)
  expect(readFileSync(within('out/photos/photo-one'), 'utf8')).toBe('the bytes of a photo')
  expect(file).toBe(within('b.tar.zst.age'))
})

test('another process copies only as long as it is alive', () => {
  const { pid } = spawnSync(process.execPath, ['--version'])
  const left = (number: number) => mkdirSync(within('data', `copy.unfinished-${number}`))
  left(pid)
  left(process.pid)
  expect(isCopying(within('data'))).toBe(false)
  left(process.ppid)
  expect(isCopying(within('data'))).toBe(true)
})
