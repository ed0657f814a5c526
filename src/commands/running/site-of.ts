import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { createApp } from '#src/app.tsx'
import type { Services } from '#src/services.ts'
import { publicFolder } from './root.ts'

/**
 * The whole site on Node: the files of public/ first, then the app. On Workers, wrangler.toml and public/_headers do
 * the same.
 */
export function siteOf(services: Services): Hono {
  const site = new Hono()
  // Clients that accept no compression get the response unchanged.
  const squeeze = compress()
  site.use((c, next) => (c.req.header('accept-encoding') ? squeeze(c, next) : next()))
  site.use(
    '/:file{.+\\.(css|js|svg|png|jpg|woff2|webmanifest|xlsx|csv)}',
    serveStatic({
      root: publicFolder,
      onFound: (_path, c) => {
        c.header('cache-control', 'public, max-age=3600')
        c.header('x-content-type-options', 'nosniff')
      },
    }),
  )
  const app = createApp(services)
  site.all('*', (c) => app.fetch(c.req.raw, c.env))
  return site
}
