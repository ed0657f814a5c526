import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import type { Review } from './report-shape.ts'

type Props = { readonly page: Page; readonly invited: NonNullable<Review['invited']> }

/** How many volunteers were not invited in the month: a number of people, never who. */
export const InvitedVolunteers = ({ page, invited: { all, never } }: Props) => {
  const { invited: words } = page.text.review
  return (
    <>
      <Table
        caption={words.title}
        head={[words.what, words.people]}
        numeric={[1]}
        rows={[[words.never, words.of(never, all)]]}
      />
      <p class="hint">{words.how}</p>
    </>
  )
}
