import type { Child } from 'hono/jsx'
import type { ResidentCopy } from '#db/residents/copy-rows.ts'
import type { Page } from '#views/page.ts'

export type CopyPart = {
  readonly page: Page
  readonly copy: ResidentCopy
  readonly day: (at: Date) => string
}

/** A day that is never broken over two lines. */
export const Day = ({ on }: { readonly on: string }) => <time datetime={on}>{on}</time>

/** A part of the copy in which nothing is held says so. */
export const Nothing = ({ title, children }: { readonly title: string; readonly children?: Child }) => (
  <>
    <h2>{title}</h2>
    <p>{children}</p>
  </>
)

/** One cell with smaller lines under its first; one element, for on a phone a cell lays its children side by side. */
export const Lines = ({ first, more }: { readonly first: Child; readonly more: readonly string[] }) => (
  <div>
    {first}
    {more.map((line) => (
      <small>{line}</small>
    ))}
  </div>
)
