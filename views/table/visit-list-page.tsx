import type { DoorRow } from '#db/table/visit-list-rows.ts'
import { midnight } from '#domain/time/workdays.ts'
import { exact } from '#text/days.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Chips } from '#views/parts/chips.tsx'
import { CommunityChips } from '#views/parts/community-chips.tsx'
import { Empty } from '#views/parts/empty.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Paper } from '#views/parts/paper/paper.tsx'
import { dayWords, saidWords } from '#views/parts/when.tsx'
import { doorOf } from '#views/residents/resident-labels.ts'
import { dayName } from '#views/rules/rule-days.ts'
import { titleOf } from '#views/wishes/wish-title.ts'

type Props = {
  readonly page: Page
  readonly rows: readonly DoorRow[]
  /** A local day; null for a list of wishes that were chosen in the working table. */
  readonly day: string | null
  readonly days: readonly string[]
  readonly communities: readonly { readonly slug: string; readonly name: string }[]
}

/** The doors to go to, grid by grid and in the order of the houses, with a box to tick on paper. */
export const VisitListPage = ({ page, rows, day, days, communities }: Props) => {
  const { text, community, actor, now } = page
  const { visits } = text.table
  const slug = community?.slug ?? ''
  const zone = community?.zone ?? 'UTC'
  const name = actor.kind === 'person' ? actor.name : ''
  const grids = [...new Set(rows.map(({ gridName }) => gridName))]
  return (
    <>
      {day && <CommunityChips page={page} path="/visits" communities={communities} />}
      {day && (
        <Chips
          label={visits.days}
          items={days.map((one) => ({
            href: `/visits?c=${slug}&day=${one}`,
            label: dayWords(midnight(one, zone), now, text, zone),
            current: one === day,
          }))}
        />
      )}
      {rows.length ? (
        <Paper
          text={text}
          head={community?.name ?? ''}
          title={day ? visits.ofDay(dayName(day, text)) : visits.title}
          basis={visits.basis(name, exact(now, zone))}
          back={day ? { href: '/desk', label: text.desk.back } : { href: `/wishes?c=${slug}`, label: visits.toTable }}
        >
          {grids.map((grid) => (
            <Table
              caption={grid}
              head={[visits.door, visits.resident, visits.task, visits.volunteer, visits.done]}
              rows={rows.filter(({ gridName }) => gridName === grid).map((row) => cellsOf(page, row, zone))}
            />
          ))}
        </Paper>
      ) : (
        <>
          <h1>{day ? visits.ofDay(dayName(day, text)) : visits.title}</h1>
          <Empty icon="house" title={visits.none}>
            <p>{visits.noneHelp}</p>
            <LinkButton kind="second" href={`/wishes?c=${slug}`}>
              {visits.toTable}
            </LinkButton>
          </Empty>
        </>
      )}
    </>
  )
}

function cellsOf(page: Page, row: DoorRow, zone: string) {
  const { text } = page
  const { visits } = text.table
  const [phone] = row.phones ?? []
  const title = titleOf(row, text)
  return [
    doorOf(text, row),
    <span>
      {row.residentName} {phone && <span class="phone">{phone}</span>}
    </span>,
    <span>
      {taskOf(row, visits)} <a href={`/wishes/${row.code}`}>{title}</a> <span class="which">{row.code}</span>
    </span>,
    row.state === 'claimed' && row.visitAt
      ? `${saidWords(row.visitAt, page.now, text, zone)} ${row.claimantName}`
      : row.claimantName,
    '☐',
  ]
}

/** What to do at the door. */
function taskOf(row: DoorRow, { tasks }: Page['text']['table']['visits']): string {
  if (row.informSince) return tasks.inform
  if (row.state === 'draft') return tasks.complete
  return row.state === 'claimed' && row.visitAt ? tasks.visit : tasks.ask
}
