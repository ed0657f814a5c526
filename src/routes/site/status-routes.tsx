import { Hono } from 'hono'
import { acceptTime } from '#actions/machine/accept-time.ts'
import { latestBackupRuns } from '#db/backups/backup-runs.ts'
import { statusOf } from '#db/desk/status-rows.ts'
import { backupStateOf } from '#domain/backups/backup-state.ts'
import { readersPlace } from '#http/community/readers-community.ts'
import type { Env } from '#http/context.ts'
import { errorCounts } from '#http/error-counts.ts'
import { readForm } from '#http/form/read-form.ts'
import { holder } from '#http/guards.ts'
import { pageOf, show } from '#http/respond.tsx'
import type { Services } from '#src/services.ts'
import { StatusPage } from '#views/site/status-page.tsx'

/** How the program runs, for the administrator; /healthz is for machines. Neither says anything about a person. */
export const status = new Hono<Env>()

const backupsNow = async ({ backups, store, now }: Services) =>
  backupStateOf(backups?.make !== null, await latestBackupRuns(store.db), now())

/** What the machine's clock shows where it has jumped; null while it has not. */
const clockNow = ({ time }: Services) => (time?.fault() ? time.machineSays() : null)

status.get('/status', holder('administrator'), async (c) => {
  const services = c.get('services')
  const here = pageOf(c, await readersPlace(c))
  const body = (
    <StatusPage
      page={here}
      status={await statusOf(services.store.db, services.now())}
      machine={services.machine?.() ?? null}
      storage={services.storage?.fault() ?? null}
      time={clockNow(services)}
      backups={services.backups ? await backupsNow(services) : null}
      errors={errorCounts(services)}
    />
  )
  return show(c, here, here.text.status.title, body)
})

status.post('/status/time', holder('administrator'), async (c) => {
  await readForm(c)
  await acceptTime(c.get('services'), c.get('person').id)
  return c.redirect('/status', 303)
})
