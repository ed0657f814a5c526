import type { Status } from '#db/desk/status-rows.ts'
import type { BackupState } from '#domain/backups/backup-state.ts'
import type { StorageFault } from '#domain/storage-fault.ts'
import { minute } from '#domain/time/durations.ts'
import { exact } from '#text/days.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Button } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'

/** Of a server of one's own. */
type Machine = {
  readonly version: string
  readonly startedAt: Date
  readonly migrations: number
  readonly databaseBytes: number
  readonly freeBytes: number
  readonly diskBytes: number
}
type Props = {
  readonly page: Page
  readonly status: Status
  readonly machine: Machine | null
  /** Why nothing can be saved, and since when. */
  readonly storage: { readonly kind: StorageFault; readonly since: Date } | null
  /** What the machine's clock shows where it has jumped. */
  readonly time: Date | null
  /** Null where the runtime makes none itself. */
  readonly backups: BackupState | null
  readonly errors: readonly { readonly what: string; readonly count: number; readonly lastAt: Date }[]
}

/** The clock runs every minute; later than this, something keeps it. */
const clockMayWait = 5 * minute
/** Rewriting the file after erasures needs as much again. */
const sizesFree = 2

export const StatusPage = ({ page, status, machine, storage, time, backups, errors }: Props) => {
  const { text, now, community } = page
  const words = text.status
  const at = (when: Date | null) => (when ? exact(when, community?.zone ?? 'Asia/Shanghai') : words.never)
  const isClockLate = !status.clockAt || now.getTime() - status.clockAt.getTime() > clockMayWait
  const isDiskShort = machine !== null && machine.freeBytes < machine.databaseBytes * sizesFree
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      {storage && (
        <Banner tone="red" role="alert" title={text.errors.storage[storage.kind].title}>
          <p>{words.storageSince(at(storage.since))}</p>
        </Banner>
      )}
      {time && (
        <Banner tone="red" role="alert" title={words.time.title}>
          <p>{words.time.body(at(time), at(now))}</p>
          <form method="post" action="/status/time">
            <Button kind="second">{words.time.button(at(time))}</Button>
          </form>
        </Banner>
      )}
      {isClockLate && (
        <Banner tone="red" role="alert">
          <p>{words.clockLate}</p>
        </Banner>
      )}
      {isDiskShort && (
        <Banner tone="red" role="alert">
          <p>{words.diskShort}</p>
        </Banner>
      )}
      <Panel title={words.program} id="program">
        <Facts
          rows={[
            ...(machine
              ? [
                  { term: words.version, value: machine.version },
                  { term: words.started, value: at(machine.startedAt) },
                  { term: words.migrations, value: String(machine.migrations) },
                ]
              : [{ term: words.machine, value: words.noMachine }]),
            { term: words.clock, value: at(status.clockAt) },
            { term: words.sessions, value: String(status.sessions) },
            { term: words.outbox, value: String(status.outbox) },
          ]}
        />
      </Panel>
      <Panel title={words.data} id="data">
        <Facts
          rows={[
            { term: words.log, value: words.logOf(status.logged, at(status.loggedAt)) },
            { term: words.lastEvent, value: String(status.lastEvent) },
            ...(backups
              ? [
                  { term: text.backups.lastGood, value: at(backups.lastGood) },
                  { term: text.backups.lastDrill, value: at(backups.lastDrill) },
                ]
              : []),
            ...(machine
              ? [
                  { term: words.database, value: sizeWords(machine.databaseBytes) },
                  { term: words.disk, value: words.freeOf(sizeWords(machine.freeBytes), sizeWords(machine.diskBytes)) },
                ]
              : []),
          ]}
        />
      </Panel>
      <Panel title={words.errors} id="errors">
        {errors.length ? (
          <Table
            caption={words.errorsSince}
            head={[words.what, words.count, words.last]}
            numeric={[1]}
            rows={errors.map(({ what, count, lastAt }) => [what, String(count), at(lastAt)])}
          />
        ) : (
          <p>{words.noErrors}</p>
        )}
      </Panel>
      <p>
        <a href="/desk">{text.desk.back}</a>
      </p>
    </div>
  )
}

/** Bytes in the unit in which the number is easy to read. */
const sizeWords = (bytes: number): string =>
  bytes >= 1_000_000_000 ? `${(bytes / 1_000_000_000).toFixed(1)} GB` : `${(bytes / 1_000_000).toFixed(1)} MB`
