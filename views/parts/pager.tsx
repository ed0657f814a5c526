import type { Child } from 'hono/jsx'
import { LinkButton } from './button.tsx'
import { Icon } from './icon.tsx'

/** Cursor paging only goes forward; the way back is the first page. */
export const Pager = ({
  next,
  nextLabel,
  first,
  firstLabel,
}: {
  readonly next?: string
  readonly nextLabel: Child
  readonly first?: string
  readonly firstLabel: Child
}) =>
  (next || first) && (
    <div class="actions">
      {first && (
        <LinkButton kind="quiet" href={first}>
          <Icon name="arrow-left" />
          {firstLabel}
        </LinkButton>
      )}
      {next && (
        <LinkButton kind="second" href={next} rel="next">
          {nextLabel}
          <Icon name="arrow-right" />
        </LinkButton>
      )}
    </div>
  )
