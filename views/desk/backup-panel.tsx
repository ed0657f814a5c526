import type { BackupState } from '#domain/backups/backup-state.ts'
import { day, hour } from '#domain/time/durations.ts'
import type { Page } from '#views/page.ts'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'

export type Backed = { readonly state: BackupState; readonly days: number }

/** What the administrator has to know of the backups; in red where there is something to do. */
export const BackupPanel = ({ page, backed: { state, days } }: { readonly page: Page; readonly backed: Backed }) => {
  const { backups } = page.text
  const alarm = alarmOf(state, page)
  return (
    <Panel id="backups" title={backups.title}>
      {alarm && (
        <Banner tone="red" role="alert" title={alarm.title}>
          <p>{alarm.body}</p>
        </Banner>
      )}
      {state.isSetUp && (
        <Facts
          rows={[
            { term: backups.lastGood, value: ago(state.lastGood, page) ?? '—' },
            { term: backups.lastDrill, value: ago(state.lastDrill, page) ?? backups.noDrill },
            { term: backups.kept, value: backups.keptFor(days) },
          ]}
        />
      )}
    </Panel>
  )
}

function alarmOf(
  state: BackupState,
  { text: { backups } }: Page,
): { readonly title: string; readonly body: string } | null {
  if (!state.isAlarming) return null
  if (!state.isSetUp) return backups.notSetUp
  if (state.fault) return { title: backups.failed.title, body: `${backups.fault[state.fault]} ${backups.failed.body}` }
  if (!state.lastGood) return backups.none
  return state.isOnlyHere ? backups.onlyHere : backups.old
}

function ago(at: Date | null, { now, text: { backups } }: Page): string | null {
  if (!at) return null
  const passed = Math.max(0, now.getTime() - at.getTime())
  return passed < 2 * day ? backups.hoursAgo(Math.floor(passed / hour)) : backups.daysAgo(Math.floor(passed / day))
}
