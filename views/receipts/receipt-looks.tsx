import type { LookLine } from '#domain/people/resident-copy.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'

type Props = { readonly page: Page; readonly lines: readonly LookLine[]; readonly back: string }

/** Who has handled the resident's data: the role and the day, never a name. */
export const ReceiptLooks = ({ page, lines, back }: Props) => {
  const { copy, receipts } = page.text
  const { day, who, what, times } = copy.lookHead
  return (
    <>
      <h1>{receipts.looks.title}</h1>
      {lines.length ? (
        <>
          <Table
            caption={copy.looks}
            head={[day, who, what, times]}
            rows={lines.map((line) => [line.day, copy.role[line.role], copy.page[line.page], line.times])}
            numeric={[3]}
          />
          <p>{copy.looksLead}</p>
        </>
      ) : (
        <p>{copy.noLooks}</p>
      )}
      <p class="actions">
        <LinkButton kind="second" href={back}>
          {receipts.looks.back}
        </LinkButton>
      </p>
    </>
  )
}
