import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, readConfig } from '../config.ts'

export type Machine = {
  readonly ok: true
  readonly config: Config
  readonly host: string
  readonly port: number
  readonly dataDir: string
}

/** Reads the environment, and the secret that bin/setup keeps in the data folder where SECRET is not set. */
export function readConfigFromMachine(
  env: NodeJS.ProcessEnv,
): Machine | { readonly ok: false; readonly faults: readonly string[] } {
  const dataDir = env.DATA_DIR ?? 'data'
  const kept = join(dataDir, 'secret')
  const secret = env.SECRET ?? (existsSync(kept) ? readFileSync(kept, 'utf8').trim() : undefined)
  const read = readConfig({ ...env, SECRET: secret ?? '' })
  const port = Number(env.PORT ?? 3000)
  const faults = [
    ...(read.ok ? [] : read.faults),
    ...(Number.isInteger(port) && port >= 0 && port < 65536 ? [] : ['PORT must be a number from 0 to 65535']),
    ...(existsSync(join(dataDir, 'micro-wish.db')) || env.DEMO === '1'
      ? []
      : [`there is no community in ${dataDir} yet; run bin/setup first`]),
  ]
  if (!read.ok || faults.length) return { ok: false, faults }
  return { ok: true, config: read.config, host: env.HOST ?? '127.0.0.1', port, dataDir }
}

/** Makes the secret of an installation once; only the owner of the folder can read it. */
export function keepSecret(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}

export const databaseFile = (dataDir: string): string => join(dataDir, 'micro-wish.db')
