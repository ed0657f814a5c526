import type { Child } from 'hono/jsx'

/** Content that most readers do not need, one tap away; works without scripts. */
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
