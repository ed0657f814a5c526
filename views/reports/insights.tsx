import type { Child } from 'hono/jsx'
import type { Activity } from '#db/wishes/activity-rows.ts'
import { isItemId } from '#domain/catalogue/catalogue.ts'
import type { AskedThing, Insight } from '#domain/month/insight.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Hidden } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { behind, type Report, type Review, without } from './report-shape.ts'

type Props = {
  readonly page: Page
  readonly report: Report
  readonly review: Review
  /** Null for readers without lists. */
  readonly activities: readonly Activity[] | null
  readonly mayPlan: boolean
}

/** What residents wish for, and what could be organised for many at once. */
export const Insights = ({ page, report, review: { insight, recurring }, activities, mayPlan }: Props) => {
  const words = page.text.review
  const { most, rose } = insight
  const shared = { page, report, mayPlan }
  return (
    <Panel title={words.insight} id="insight">
      {most.length === 0 && <p>{words.noInsight}</p>}
      {most.length > 0 && <h3>{words.most}</h3>}
      {most.length > 0 && <Things {...shared} things={most} line={(name, { count }) => words.mostLine(name, count)} />}
      {rose.length > 0 && <h3>{words.rose}</h3>}
      {rose.length > 0 && (
        <Things
          {...shared}
          things={rose}
          line={(name, { count, before }) => words.roseLine(name, count, before)}
          suggests
        />
      )}
      {recurring.length > 0 && (
        <>
          <h3>{words.recurring}</h3>
          <ul class="links">
            {recurring.map((thing) => (
              <li>
                <ListLink report={report} thing={thing} list="recurring">
                  {words.mostLine(thingName(thing, page), thing.count)}
                </ListLink>
              </li>
            ))}
          </ul>
        </>
      )}
      {activities && <Activities page={page} report={report} activities={activities} mayEnd={mayPlan} />}
    </Panel>
  )
}

type ThingsProps = {
  readonly page: Page
  readonly report: Report
  readonly mayPlan: boolean
  readonly things: readonly Insight[]
  readonly line: (name: string, thing: Insight) => string
  readonly suggests?: boolean
}

const Things = ({ page, report, mayPlan, things, line, suggests }: ThingsProps) => {
  const { review, activities } = page.text
  const { place, period } = report
  return (
    <ul class="work">
      {things.map((thing) => {
        const { itemId, category, kind } = thing
        const words = line(thingName(thing, page), thing)
        const plan = new URLSearchParams({ c: place.slug, ...(itemId ? { item: itemId } : {}), category })
        return (
          <li>
            <div>
              <ListLink report={report} thing={thing} list="wished">
                {words}
              </ListLink>
              {suggests && <small>{review.suggest(review.activities[kind])}</small>}
            </div>
            {suggests && mayPlan && (
              <LinkButton kind="second" href={`/reports/${period.month}/activities/new?${plan}`}>
                {activities.turn}
              </LinkButton>
            )}
          </li>
        )
      })}
    </ul>
  )
}

type ListLinkProps = {
  readonly report: Report
  readonly thing: AskedThing
  readonly list: 'wished' | 'recurring'
  readonly children: Child
}

/** A line that links to the wishes it counts. */
const ListLink = ({ report, thing: { itemId, category }, list, children }: ListLinkProps) => {
  const href = behind(report, list, false, { item: itemId ?? without, category })
  return href ? <a href={href}>{children}</a> : <span>{children}</span>
}

export const thingName = ({ itemId, category }: Pick<Insight, 'itemId' | 'category'>, { text }: Page): string =>
  isItemId(itemId) ? text.catalogue.items[itemId].name : text.review.freeWords(text.catalogue.categories[category])

type ActivitiesProps = {
  readonly page: Page
  readonly report: Report
  readonly activities: readonly Activity[]
  readonly mayEnd: boolean
}

const Activities = ({ page, report, activities, mayEnd }: ActivitiesProps) => {
  const words = page.text.activities
  if (!activities.length) return <p>{words.none}</p>
  const { place, period } = report
  return (
    <Table
      caption={words.planned}
      head={[words.activity, words.when, words.state]}
      rows={activities.map(({ id, title, day, note, state }) => [
        <span>
          {title}
          {note && <small> {note}</small>}
        </span>,
        <span>{day}</span>,
        <span>
          {words.states[state]}
          {mayEnd && state === 'planned' && (
            <form method="post" action={`/reports/${period.month}/activities/${id}?c=${place.slug}`} class="actions">
              <Hidden name="from" value="report" />
              {(['held', 'dropped'] as const).map((end) => (
                <Button
                  kind="quiet"
                  name="state"
                  value={end}
                  aria-label={words.say(end === 'held' ? words.hold : words.drop, title)}
                >
                  {end === 'held' ? words.hold : words.drop}
                </Button>
              ))}
            </form>
          )}
        </span>,
      ])}
    />
  )
}
