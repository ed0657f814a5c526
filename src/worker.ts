import type { D1Database, ExecutionContext, R2Bucket, ScheduledController } from '@cloudflare/workers-types'
import { openD1 } from '#db/store/d1.ts'
import { whatBroke } from '#http/on-error.ts'
import { postToRobot } from '#jobs/post-to-robot.ts'
import { tick } from '#jobs/run-clock.ts'
import { createApp } from './app.tsx'
import { readConfig } from './config.ts'
import { type Photos, type Services, wholeSeconds } from './services.ts'

type Bindings = { readonly DB: D1Database; readonly PHOTOS: R2Bucket } & Record<string, unknown>
type App = ReturnType<typeof createApp>

export default {
  fetch(request: Request, env: Bindings, context: ExecutionContext): Response | Promise<Response> {
    const app = appOf(env)
    return app ? app.fetch(request, env, context as never) : new Response(null, { status: 500 })
  },
  async scheduled(_event: ScheduledController, env: Bindings): Promise<void> {
    const services = servicesOf(env)
    // The platform logs every exception, and a database error contains the values that were to be written.
    if (services) await tick(services).catch((error: Error) => Promise.reject(new Error(`tick: ${whatBroke(error)}`)))
  },
}

// The routes are assembled once, not for each request.
const apps = new WeakMap<Bindings, App>()

function appOf(env: Bindings): App | null {
  const known = apps.get(env)
  const services = known ? null : servicesOf(env)
  if (!services) return known ?? null
  const app = createApp(services)
  apps.set(env, app)
  return app
}

/** Null for a bad configuration; the reasons are in the log and not shown to visitors. */
function servicesOf(env: Bindings): Services | null {
  const read = readConfig(env)
  if (read.ok)
    return {
      store: openD1(env.DB),
      config: read.config,
      photos: photosIn(env.PHOTOS),
      postToRobot,
      now: () => wholeSeconds(Date.now()),
    }
  console.error(read.faults.join('; '))
  return null
}

const photosIn = (bucket: R2Bucket): Photos => ({
  async put(key, bytes, type) {
    await bucket.put(key, bytes, { httpMetadata: { contentType: type } })
  },
  async get(key) {
    const found = await bucket.get(key)
    return found && new Uint8Array(await found.arrayBuffer())
  },
  remove: (key) => bucket.delete(key),
})
