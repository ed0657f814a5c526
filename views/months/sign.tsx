import type { OpenGroup, StillOpen, StillOpenList } from '#db/month-open.ts'
import { type FigureName, figureNames } from '#domain/figures.ts'
import { countsFrom, type Facts, type NotSigned } from '#domain/month-facts.ts'
import type { Page } from '../layout.tsx'
import { monthName } from '../ledger/words.ts'
import { Button, LinkButton } from '../parts/button.tsx'
import { Notice } from '../parts/errors.tsx'
import { Checkbox, Hidden } from '../parts/field.tsx'
import { Icon } from '../parts/icons.tsx'
import { Panel } from '../parts/panel.tsx'
import { Table } from '../parts/table.tsx'
import { When } from '../parts/when.tsx'
import { rateWords } from '../reports/shape.ts'
import { titleOf } from '../wishes/title.ts'

export type Signing = {
  readonly month: string
  readonly slug: string
  readonly zone: string
  /** Null where the month cannot be signed: then there is nothing to check either. */
  readonly check: {
    readonly open: Readonly<Record<OpenGroup, StillOpenList>>
    readonly facts: Facts
    /** A mark of these figures, which the form sends back. */
    readonly mark: string
    readonly key: string
  } | null
  readonly refused: NotSigned | null
  readonly fault: string | null
}

const groups = ['open', 'claimed', 'uncalled'] as const satisfies readonly OpenGroup[]

/** What the secretary reads before signing: first what is still open, then the figures, then one button. */
export const Sign = ({ page, signing }: { readonly page: Page; readonly signing: Signing }) => {
  const { months } = page.text
  const { month, slug, check, refused, fault } = signing
  const { sign } = months
  return (
    <>
      <h1>{sign.title(monthName(month, page.text))}</h1>
      {refused && (
        <Notice tone="red" role="alert">
          <p>{sign.refused[refused]}</p>
        </Notice>
      )}
      {check && (
        <>
          <p class="lead">{sign.lead}</p>
          <Panel title={sign.openTitle} id="still-open">
            {groups.every((group) => check.open[group].count === 0) ? (
              <p>{sign.nothingOpen}</p>
            ) : (
              <>
                <p>{sign.openHint}</p>
                {groups.map((group) => (
                  <OpenList page={page} zone={signing.zone} group={group} list={check.open[group]} />
                ))}
              </>
            )}
          </Panel>
          <FiguresOf page={page} facts={check.facts} caption={sign.figures} />
          <form method="post" novalidate action={`/reports/${month}/sign?c=${slug}`} class="panel">
            <Hidden name="key" value={check.key} />
            <Hidden name="mark" value={check.mark} />
            <Checkbox name="checked" label={sign.statement} error={fault ?? undefined} required />
            <Button wide>{sign.button}</Button>
          </form>
        </>
      )}
      <p>
        <LinkButton kind="quiet" href={`/reports/${month}?c=${slug}`}>
          <Icon name="arrow-left" />
          {sign.back}
        </LinkButton>
      </p>
    </>
  )
}

type ListProps = {
  readonly page: Page
  readonly zone: string
  readonly group: OpenGroup
  readonly list: StillOpenList
}

const OpenList = ({ page, zone, group, list }: ListProps) => {
  const { sign } = page.text.months
  if (!list.count) return null
  const more = list.count - list.rows.length
  const isDelivered = group === 'uncalled'
  const day = (at: Date | null) => <When at={at} lang={page.lang} zone={zone} />
  return (
    <>
      <Table
        caption={sign.count(sign.groups[group], list.count)}
        head={[sign.wish, sign.grid, sign.since, isDelivered ? sign.delivered : sign.due]}
        rows={list.rows.map((row: StillOpen) => [
          <a href={`/wishes/${row.code}`}>{titleOf(row, page.text)}</a>,
          row.gridName,
          day(row.publishedAt),
          day(isDelivered ? row.deliveredAt : row.dueAt),
        ])}
      />
      {more > 0 && <p class="hint">{sign.more(more)}</p>}
    </>
  )
}

type FiguresProps = { readonly page: Page; readonly facts: Facts; readonly caption: string }

/** Every figure of the community's month with its rate, without links: to be checked, printed, signed. */
export const FiguresOf = ({ page, facts, caption }: FiguresProps) => {
  const { reports } = page.text
  const counts = countsFrom(facts)
  return (
    <Table
      caption={caption}
      head={[reports.figure, reports.count, reports.result]}
      numeric={[1, 2]}
      rows={figureNames.map((figure: FigureName) => [
        reports.names[figure],
        counts[figure],
        rateWords(figure, counts, page.text),
      ])}
    />
  )
}
