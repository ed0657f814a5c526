import type { Child } from 'hono/jsx'

/** What most readers can pass over, one tap away; works without scripts. */
export const Fold = ({
  summary,
  open,
  children,
}: {
  readonly summary: Child
  readonly open?: boolean
  readonly children?: Child
}) => (
  <details class="fold" open={open}>
    <summary>{summary}</summary>
    <div>{children}</div>
  </details>
)
