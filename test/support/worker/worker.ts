import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { createTestHarness } from 'wrangler'
import { openD1 } from '#db/store/d1.ts'
import type { Store } from '#db/store/store.ts'
import { d1Through } from './d1-client.ts'
import { doorConfig } from './door-config.ts'

export const testSecret = 'a secret that only the tests know, long enough'
export const workerUrl = 'http://wish.example.cn'

type WorkerSite = {
  /** Asks the worker for a path of the site, redirects not followed. */
  fetch(
    path: string,
    init?: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> },
  ): Promise<Response>
  /** Lets the cron run once, as Cloudflare would. */
  tick(): Promise<{ readonly outcome: string }>
  /** The worker's own database. */
  readonly store: Store
}

/** The real worker of wrangler.toml in workerd, with its assets and a migrated, empty D1, for the tests of one file. */
export function workerSite(secrets: Record<string, string> = {}): WorkerSite {
  const root = join(import.meta.dirname, '../../..')
  const harness = createTestHarness({
    root,
    workers: [
      {
        configPath: 'wrangler.toml',
        vars: { PUBLIC_URL: workerUrl },
        secrets: { SECRET: testSecret, LOG_SEED: testSecret, ...secrets },
      },
      { config: doorConfig([{ binding: 'DB', id: '00000000-0000-0000-0000-000000000000' }]) },
    ],
  })
  beforeAll(async () => {
    await harness.listen()
    await harness.getWorker().applyD1Migrations('DB')
  })
  afterAll(() => harness.close())

  const send = async (body: string) => (await harness.getWorker('d1-door').fetch('/', { method: 'POST', body })).json()
  return {
    fetch: async (path, init = {}) =>
      (await harness.fetch(new URL(path, workerUrl).href, { redirect: 'manual', ...init })) as unknown as Response,
    tick: async () => harness.getWorker().scheduled({ cron: '*/5 * * * *' }),
    store: openD1(d1Through(send, 'DB')),
  }
}
