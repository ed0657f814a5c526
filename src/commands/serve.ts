import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { createApp } from '../app.tsx'
import { openSqlite } from '../db/sqlite.ts'
import { tick } from '../jobs/tick.ts'
import { type Services, wholeSeconds } from '../services.ts'
import { databaseFile, type Machine } from './machine.ts'

const everyMinute = 60_000

/** Migrates, serves, and runs the clock every minute until the process is asked to stop. */
export async function serveApp({ config, host, port, dataDir }: Machine): Promise<{ address: string }> {
  const store = openSqlite(databaseFile(dataDir))
  store.migrate('migrations')
  const services: Services = { store, config, now: () => wholeSeconds(Date.now()) }

  const root = new Hono()
  root.use(compress())
  root.use(
    '/:file{.+\\.(css|js|svg)}',
    serveStatic({
      root: './public',
      onFound: (_path, c) => {
        c.header('cache-control', 'public, max-age=3600')
        c.header('x-content-type-options', 'nosniff')
      },
    }),
  )
  root.route('/', createApp(services))

  const server = serve({ fetch: root.fetch, hostname: host, port })
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject))
  const bound = server.address()
  const address = `http://${host}:${typeof bound === 'object' && bound ? bound.port : port}`

  const timer = setInterval(
    () => tick(services).catch((error: Error) => console.error(`tick: ${error.name}`)),
    everyMinute,
  )
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      clearInterval(timer)
      server.close(() => {
        store.close()
        process.exit(0)
      })
    })
  console.log(`micro-wish listens on ${address}`)
  return { address }
}
