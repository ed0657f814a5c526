import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { serveApp } from '#src/commands/running/serve.ts'
import { config } from './bench-config.ts'
import { lookedAt } from './fill.ts'

/** The work of the forked process. */
export async function beChild(kind: string, path: string): Promise<void> {
  const port = kind === '--bare' ? await bare(path) : await whole(path)
  // The measuring process may be interrupted: its children must then end too.
  process.on('disconnect', () => process.exit(0))
  process.on('message', () => process.send?.(process.memoryUsage().rss))
  process.send?.(port)
}

async function whole(dataDir: string): Promise<number> {
  const backup = { folder: null, recipients: [], offSite: null }
  const machine = { ok: true, config, host: '127.0.0.1', port: 0, dataDir, backup } as const
  const { address } = await serveApp(machine, { now: () => lookedAt })
  return Number(new URL(address).port)
}

async function bare(file: string): Promise<number> {
  const { headers, body } = JSON.parse(readFileSync(file, 'utf8')) as { headers: Record<string, string>; body: string }
  const app = new Hono()
  app.get('*', (c) => c.body(body, 200, headers))
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise<void>((resolve) => server.once('listening', resolve))
  const bound = server.address()
  return typeof bound === 'object' && bound ? bound.port : 0
}
