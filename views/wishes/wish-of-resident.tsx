import type { Child } from 'hono/jsx'
import type { Page } from '#views/page.ts'
import { titleOf } from './wish-title.ts'

type Props = {
  readonly page: Page
  readonly row: Parameters<typeof titleOf>[0] & {
    readonly code: string
    readonly gridName: string
    readonly residentName: string
  }
  /** What the list says of it, after the resident's name. */
  readonly children?: Child
}

/** In the work lists of staff: the wish with a link to it, and whose it is. */
export const WishOfResident = ({ page, row, children }: Props) => (
  <>
    <a href={`/wishes/${row.code}`}>{titleOf(row, page.text)}</a>
    <small>
      <span>
        {row.gridName} · {row.residentName}
      </span>
      {children}
    </small>
  </>
)
