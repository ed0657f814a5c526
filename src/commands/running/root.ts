import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json, wherever the bundler put this file and from wherever the command was called. */
export const root = rootAbove(dirname(fileURLToPath(import.meta.url)))

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const above = dirname(folder)
  if (above === folder) throw new Error('package.json is gone from above the program')
  return rootAbove(above)
}

export const migrationsFolder = join(root, 'migrations')
export const publicFolder = join(root, 'public')
