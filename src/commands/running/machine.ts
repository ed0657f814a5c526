import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BackupSettings, readBackupSettings } from '#src/commands/backup/backup-settings.ts'
import { type Config, readConfig } from '#src/config.ts'
import { root } from './root.ts'

export type Machine = {
  readonly ok: true
  readonly config: Config
  readonly host: string
  readonly port: number
  readonly dataDir: string
  readonly backup: BackupSettings
}

/** Reads the environment and, where they are not set there, the secret and the log's seed from the data folder. */
export function readConfigFromMachine(
  env: NodeJS.ProcessEnv,
): Machine | { readonly ok: false; readonly faults: readonly string[] } {
  const dataDir = dataFolder(env)
  const path = secretFile(dataDir)
  const secret = env.SECRET ?? (existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined)
  // Installations from before the log existed have no seed yet. A lost seed is noticed when the log is to be extended.
  const logSeed = env.LOG_SEED ?? (existsSync(databaseFile(dataDir)) ? keepLogSeed(dataDir) : undefined)
  const read = readConfig({ ...env, SECRET: secret ?? '', LOG_SEED: logSeed ?? '' })
  const port = Number(env.PORT ?? 3000)
  const backup = readBackupSettings(env, dataDir)
  const faults = [
    ...(read.ok ? [] : read.faults),
    ...backup.faults,
    ...(Number.isInteger(port) && port >= 0 && port < 65536 ? [] : ['PORT must be a number from 0 to 65535']),
    ...(existsSync(databaseFile(dataDir)) || env.DEMO === '1'
      ? []
      : [`there is no community in ${dataDir} yet; run bin/setup first`]),
  ]
  if (!read.ok || faults.length) return { ok: false, faults }
  return { ok: true, config: read.config, host: env.HOST ?? '127.0.0.1', port, dataDir, backup: backup.settings }
}

/** Makes the secret of an installation once; only the folder's owner can read it. */
export const keepSecret = (dataDir: string): string => keepRandom(dataDir, secretFile(dataDir))
/** The same for the seed of the log's key. */
export const keepLogSeed = (dataDir: string): string => keepRandom(dataDir, logSeedFile(dataDir))

/** Of a witness, in the folder of what it has seen. */
export const keepWitnessSeed = (folder: string): string => keepRandom(folder, join(folder, 'witness-seed'))

function keepRandom(dataDir: string, file: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}

/** The folder of the database and the secrets: DATA_DIR, or `data` next to the program. */
export const dataFolder = (env: NodeJS.ProcessEnv): string => env.DATA_DIR || join(root, 'data')
export const secretFile = (dataDir: string): string => join(dataDir, 'secret')
export const logSeedFile = (dataDir: string): string => join(dataDir, 'log-seed')
/** The stored seed of the log; null where there is none. */
export const seedIn = (dataDir: string): string | null =>
  existsSync(logSeedFile(dataDir)) ? readFileSync(logSeedFile(dataDir), 'utf8').trim() : null
export const databaseFile = (dataDir: string): string => join(dataDir, 'micro-wish.db')
