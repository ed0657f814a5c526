import * as z from 'zod'

const schema = z.object({
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin),
  SECRET: z.string().min(32),
  LOG_SEED: z.string().min(32),
  DEMO: z.enum(['0', '1']).default('0'),
})

/** The settings that the environment gives to the app; both runtimes use the same names. */
export type Config = {
  /** The origin at which people reach the site; decides about Secure cookies and HSTS. */
  readonly publicUrl: string
  /** At least 32 characters; keys receipt codes, access codes and fingerprints. */
  readonly secret: string
  /** At least 32 characters; the log's signing key and the salts of its entries are derived from it. Never replaced. */
  readonly logSeed: string
  readonly isDemo: boolean
}

/** Reads the configuration, or says what is wrong and how to correct it, in one sentence for each setting. */
export function readConfig(
  env: Record<string, unknown>,
): { ok: true; config: Config } | { ok: false; faults: string[] } {
  const parsed = schema.safeParse(env)
  if (!parsed.success)
    return { ok: false, faults: [...new Set(parsed.error.issues.map((i) => faults[String(i.path[0])] ?? i.message))] }
  const { PUBLIC_URL, SECRET, LOG_SEED, DEMO } = parsed.data
  const config = { publicUrl: PUBLIC_URL, secret: SECRET, logSeed: LOG_SEED, isDemo: DEMO === '1' }
  return { ok: true, config }
}

const faults: Record<string, string> = {
  PUBLIC_URL: 'PUBLIC_URL must be the address people open, such as https://wish.example.cn',
  SECRET: 'SECRET must have at least 32 characters; bin/setup makes one and keeps it in the data folder',
  LOG_SEED:
    'LOG_SEED must have at least 32 characters; bin/setup makes one and keeps it in the file log-seed of the data folder',
  DEMO: 'DEMO is 0 or 1',
}
