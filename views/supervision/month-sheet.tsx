import type { Supervised } from '#db/months/supervised.ts'
import type { MonthCards, StepCards } from '#db/supervision/card-rows.ts'
import type { InquiryCounts } from '#db/supervision/inquiry-rows.ts'
import type { CheckWords } from '#domain/log/check-words-shown.ts'
import { cardSteps } from '#domain/supervision/card-steps.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Paper, Stamps } from '#views/parts/paper/paper.tsx'

type Props = {
  readonly page: Page
  readonly month: string
  readonly area: string
  readonly address: string
  readonly madeAt: string
  readonly check: CheckWords | null
  readonly communities: readonly Supervised[]
  readonly cards: ReadonlyMap<string, MonthCards>
  readonly steps: readonly StepCards[]
  readonly inquiries: ReadonlyMap<string, InquiryCounts>
  readonly looks: ReadonlyMap<string, number>
}

/** A month of the supervision on A4. Communities are in their own order. */
export const SupervisionSheet = (props: Props) => {
  const { page, month, area, address, madeAt, check, communities, cards, steps, inquiries, looks } = props
  const { supervision: words, sheets } = page.text
  return (
    <Paper
      text={page.text}
      head={area}
      title={words.month.sheetTitle(month)}
      basis={words.month.madeAt(madeAt)}
      check={check}
      back={{ href: address, label: words.rows.back }}
    >
      <Table
        caption={words.month.title(month)}
        head={[
          words.community,
          words.month.all,
          words.month.inTime,
          words.month.red,
          words.inquiry.set.month,
          words.case.count,
        ]}
        numeric={[1, 2, 3, 4, 5]}
        rows={communities.map(({ id, name }) => {
          const own = cards.get(id)
          return [
            name,
            own?.all ?? 0,
            own?.inTime ?? 0,
            own?.red ?? 0,
            inquiries.get(id)?.month ?? 0,
            looks.get(id) ?? 0,
          ]
        })}
      />
      <Table
        caption={words.month.bySteps}
        head={[words.stepHead, words.month.all, words.month.inTime, words.month.red]}
        numeric={[1, 2, 3]}
        rows={cardSteps.map((step) => {
          const found = steps.find((one) => one.step === step)
          return [words.step[step], found?.all ?? 0, found?.inTime ?? 0, found?.red ?? 0]
        })}
      />
      <p class="hint">{words.month.how}</p>
      <Stamps places={[sheets.report.maker, sheets.report.checker]} stamp={sheets.stamp} />
    </Paper>
  )
}
