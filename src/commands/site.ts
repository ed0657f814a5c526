import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { createApp } from '../app.tsx'
import type { Services } from '../services.ts'
import { publicFolder } from './root.ts'

/** The whole site on Node: the files of public/ first, then the app. On Workers, wrangler.toml and public/_headers say the same. */
export function siteOf(services: Services): Hono {
  const site = new Hono()
  site.use(compress())
  site.use(
    '/:file{.+\\.(css|js|svg|png|woff2|webmanifest|xlsx|csv)}',
    serveStatic({
      root: publicFolder,
      onFound: (_path, c) => {
        c.header('cache-control', 'public, max-age=3600')
        c.header('x-content-type-options', 'nosniff')
      },
    }),
  )
  site.route('/', createApp(services))
  return site
}
