import { Hono } from 'hono'
import { statusOf } from '#db/desk/status-rows.ts'
import { readersPlace } from '#http/community/readers-community.ts'
import type { Env } from '#http/context.ts'
import { errorCounts } from '#http/error-counts.ts'
import { holder } from '#http/guards.ts'
import { pageOf, show } from '#http/respond.tsx'
import { StatusPage } from '#views/site/status-page.tsx'

/** How the program runs, for the administrator; /healthz is for machines. Neither says anything about a person. */
export const status = new Hono<Env>()

status.get('/status', holder('administrator'), async (c) => {
  const services = c.get('services')
  const here = pageOf(c, await readersPlace(c))
  const body = (
    <StatusPage
      page={here}
      status={await statusOf(services.store.db, services.now())}
      machine={services.machine?.() ?? null}
      errors={errorCounts(services)}
    />
  )
  return show(c, here, here.text.status.title, body)
})
