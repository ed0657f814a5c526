import { LinkButton } from '#views/parts/form/button.tsx'
import { Icon } from './icon.tsx'

type Props = {
  /** Null on the last page, and on the first one. */
  readonly next: string | null
  readonly first: string | null
  readonly labels: { readonly next: string; readonly first: string }
}

/** Cursor paging only goes forward; the way back is the first page. */
export const Pager = ({ labels, next, first }: Props) =>
  (next || first) && (
    <div class="actions">
      {first && (
        <LinkButton kind="quiet" href={first}>
          <Icon name="arrow-left" />
          {labels.first}
        </LinkButton>
      )}
      {next && (
        <LinkButton kind="second" href={next} rel="next">
          {labels.next}
          <Icon name="arrow-right" />
        </LinkButton>
      )}
    </div>
  )
