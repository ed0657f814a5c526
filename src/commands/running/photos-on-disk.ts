import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Photos } from '#src/services.ts'

/** Photos as files in `photos` of the data folder, readable by its owner only. Their types are in the database. */
export function photosOnDisk(dataDir: string): Photos {
  const folder = join(dataDir, 'photos')
  return {
    async put(key, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      // Under another name until it is complete, so that a power cut leaves no partial picture.
      const half = `${fileOf(folder, key)}.${randomBytes(4).toString('hex')}`
      await writeFile(half, bytes, { mode: 0o600, flag: 'wx' })
      await rename(half, fileOf(folder, key))
    },
    async get(key) {
      try {
        return new Uint8Array(await readFile(fileOf(folder, key)))
      } catch (error) {
        if ((error as { code?: string }).code === 'ENOENT') return null
        throw error
      }
    },
    remove: async (key) => rm(fileOf(folder, key), { force: true }),
  }
}

function fileOf(folder: string, key: string): string {
  if (!/^[\w-]{8,64}$/.test(key)) throw new Error('no key of a photo')
  return join(folder, key)
}
