import type { FigureName } from '#domain/month/figures.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Corrections, Count, Share } from './count.tsx'
import { behind, type PartName, type Report, type Review, without } from './report-shape.ts'

type Props = { readonly page: Page; readonly report: Report; readonly review: Review }

const ofWishes = ['published', 'claimed', 'on-time', 'fulfilled', 'closed'] as const satisfies readonly FigureName[]
/** A unit is responsible for its members' deliveries; unclaimed wishes have no unit. */
const ofDeliveries = [
  'deliveries',
  'called',
  'reached',
  'satisfied',
  'reopened',
] as const satisfies readonly FigureName[]

/** The month by category, source and work unit: a row for each, and never one for a person. */
export const Breakdowns = ({ page, report, review }: Props) => {
  const words = page.text.review
  return (
    <>
      <p>
        {words.partsLead} {review.isPartial && report.isSigned && words.today}
      </p>
      <Part
        page={page}
        report={report}
        review={review}
        by="category"
        caption={words.byCategory}
        head={words.category}
        figures={ofWishes}
      />
      <Part
        page={page}
        report={report}
        review={review}
        by="source"
        caption={words.bySource}
        head={words.source}
        figures={ofWishes}
      />
      <Part
        page={page}
        report={report}
        review={review}
        by="unit"
        caption={words.byUnit}
        head={words.unit}
        figures={ofDeliveries}
      />
    </>
  )
}

type PartProps = Props & {
  readonly by: PartName
  readonly caption: string
  readonly head: string
  readonly figures: readonly FigureName[]
}

const Part = ({ page, report, review, by, caption, head, figures }: PartProps) => {
  const { reports } = page.text
  return (
    <Table
      caption={caption}
      head={[head, ...figures.map((figure) => reports.names[figure])]}
      numeric={figures.map((_, column) => column + 1)}
      rows={review.parts[by].map(({ value, name, counts }) => [
        name,
        ...figures.map((figure) => (
          <Share
            page={page}
            of={report}
            figure={figure}
            counts={counts}
            name={name}
            notes={report.corrected}
            cell={{ [by]: value ?? without }}
            hasRate
          />
        )),
      ])}
    />
  )
}

/** Wishes closed without being fulfilled: a separate column, by reason. */
export const Reasons = ({ page, report, review }: Props) => {
  const { text } = page
  if (!review.reasons.length) return null
  return (
    <Table
      caption={text.review.reasons}
      head={[text.review.reason, text.reports.count]}
      numeric={[1]}
      rows={review.reasons.map(({ reason, count }) => {
        const name = reasonName(reason, text.words)
        return [
          name,
          <span>
            <Count page={page} figure={name} count={count} href={behind(report, 'closed', false, { reason })} />
            <Corrections page={page} figure="closed" notes={report.corrected} cell={{ reason }} />
          </span>,
        ]
      })}
    />
  )
}

type Words = Page['text']['words']

export const reasonName = (code: string, { withdrawReason, referReason, state }: Words): string =>
  ({ ...withdrawReason, ...referReason, answered: state.answered })[
    code as keyof (typeof withdrawReason & typeof referReason)
  ] ?? code
