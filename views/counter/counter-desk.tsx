import type { Community } from '#db/community/area-rows.ts'
import type { CounterCounts, DayRow } from '#db/counter/booking-rows.ts'
import { clockOf } from '#domain/counter/counter-slots.ts'
import type { Day } from '#domain/time/workdays.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Chips } from '#views/parts/chips.tsx'
import { Empty } from '#views/parts/empty.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Facts } from '#views/parts/panel.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { dayWords } from './choose-time.tsx'

type Props = {
  readonly page: Page
  readonly community: Community
  readonly days: readonly CounterCounts[]
  readonly day: Day | null
  readonly rows: readonly DayRow[]
  readonly month: string
  readonly figures: Readonly<
    Record<'booked' | 'served' | 'done' | 'absent' | 'cancelled' | 'called' | 'content', number>
  >
}

/** The day's list in the order of the times, to work through and to print; the next one is marked. */
export const CounterDesk = ({ page, community, days, day, rows, month, figures }: Props) => {
  const { counter } = page.text
  const { desk } = counter
  const next = rows.find(({ booking }) => booking.state === 'booked' || booking.state === 'came')
  return (
    <div class="wide stack">
      <h1>{desk.title}</h1>
      <p class="go">
        <LinkButton kind="second" href={`/counter/new?c=${community.slug}`}>
          {desk.book}
        </LinkButton>
        <LinkButton kind="quiet" href={`/counter/matters?c=${community.slug}`}>
          {desk.matters}
        </LinkButton>
      </p>
      {days.length > 0 ? (
        <Chips
          label={desk.days}
          items={days.map((one) => ({
            href: `/counter?c=${community.slug}&day=${one.day}`,
            label: `${dayWords(one.day, page.text, community.zone)} ${desk.count(one.booked)}${
              one.toTell ? ` · ${desk.toTell(one.toTell)}` : ''
            }`,
            current: one.day === day,
          }))}
        />
      ) : (
        <Empty icon="calendar" title={desk.none} />
      )}
      {day && (
        <Table
          caption={dayWords(day, page.text, community.zone)}
          head={[desk.time, desk.who, desk.what, desk.how]}
          rows={rows.map(({ booking, title, name, phone }) => [
            <a href={`/counter/${booking.code}`}>
              <b>{clockOf(booking.start)}</b> {counter.booked.desk(booking.desk)}
            </a>,
            <>
              {name} {phone}
            </>,
            title,
            <>
              {counter.state[booking.state]}{' '}
              {booking.code === next?.booking.code && <Tag tone="green">{desk.next}</Tag>}{' '}
              {booking.isToTell && <Tag tone="yellow">{desk.toTell(1)}</Tag>}
              {booking.prepared === 'lacking' && <Tag tone="yellow">{counter.act.lacking}</Tag>}
            </>,
          ])}
        />
      )}
      {day && !rows.length && <p>{desk.empty}</p>}
      <h2>{desk.figures(month)}</h2>
      <Facts
        rows={Object.entries(figures).map(([name, value]) => ({
          term: desk.figure[name as keyof typeof desk.figure],
          value,
        }))}
      />
    </div>
  )
}
