import type { Child } from 'hono/jsx'
import type { Tone } from '#views/parts/form/error-summary.tsx'

/** A titled box. A tone emphasises it: `green` for success, `yellow` for what needs care. */
export const Panel = ({
  title,
  id,
  tone,
  name,
  children,
}: {
  readonly title: Child
  /** A distinguishing name, if several panels of the page have the same title. */
  readonly name?: string | undefined
  readonly id?: string
  readonly tone?: Tone
  readonly children?: Child
}) => (
  <section
    class={tone ? `panel ${tone}` : 'panel'}
    id={id}
    aria-label={name}
    aria-labelledby={name ? undefined : id && `${id}-title`}
  >
    <h2 id={id && `${id}-title`}>{title}</h2>
    {children}
  </section>
)

export const Facts = ({ rows }: { readonly rows: readonly { readonly term: Child; readonly value: Child }[] }) => (
  <dl class="facts">
    {rows.map((row) => (
      <div>
        <dt>{row.term}</dt>
        <dd>{row.value}</dd>
      </div>
    ))}
  </dl>
)
