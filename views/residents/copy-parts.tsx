import type { Child } from 'hono/jsx'
import type { ResidentCopy } from '#db/residents/copy-rows.ts'
import type { Page } from '#views/page.ts'

export type CopyPart = {
  readonly page: Page
  readonly copy: ResidentCopy
  readonly day: (at: Date) => string
}

/** A date that is never broken over two lines. */
export const Day = ({ on }: { readonly on: string }) => <time datetime={on}>{on}</time>

/** A part of the copy without any data, which says so. */
export const Nothing = ({ title, children }: { readonly title: string; readonly children?: Child }) => (
  <>
    <h2>{title}</h2>
    <p>{children}</p>
  </>
)

/**
 * A cell with smaller lines below the first. It is one element, because on a phone a cell puts its children side by
 * side.
 */
export const Lines = ({ first, more }: { readonly first: Child; readonly more: readonly string[] }) => (
  <div>
    {first}
    {more.map((line) => (
      <small>{line}</small>
    ))}
  </div>
)
