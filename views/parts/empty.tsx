import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'

/** Shown if there is nothing yet: the title says so kindly, the children say what to do next. */
export const Empty = ({
  icon,
  title,
  children,
}: {
  readonly icon: Parameters<typeof Icon>[0]['name']
  readonly title: Child
  readonly children?: Child
}) => (
  <div class="empty">
    <span class="thing">
      <Icon name={icon} />
    </span>
    <h2>{title}</h2>
    {children}
  </div>
)

/** A sentence in place of a number (nothing was due) is set smaller. */
const wordy = (value: Child): boolean => typeof value === 'string' && !/\d/.test(value)

/**
 * One number of a report. With `href` it opens the list behind it, and its note may contain further links. Used inside
 * `.figures`.
 */
export const Figure = ({
  label,
  value,
  note,
  href,
}: {
  readonly label: string
  readonly value: Child
  readonly note?: Child
  readonly href?: string
}) => (
  <div class="figure">
    <span class="label">{label}</span>
    <strong class={wordy(value) ? 'words' : undefined}>
      {href ? (
        <a href={href} aria-label={`${label} ${value}`}>
          {value}
        </a>
      ) : (
        value
      )}
    </strong>
    {note && <small>{note}</small>}
  </div>
)

type Bar = { readonly label: Child; readonly value: number; readonly of: number; readonly text: Child }

/** Parts of a whole, row by row. `text` is written at each bar, so the drawing adds no information. */
export const Bars = ({ rows, caption }: { readonly rows: readonly Bar[]; readonly caption: Child }) => (
  <figure>
    <figcaption>{caption}</figcaption>
    <ul>
      {rows.map((row) => (
        <li>
          {row.label} · {row.text}
          <progress max={Math.max(row.of, 1)} value={Math.min(row.value, row.of)} aria-hidden="true" />
        </li>
      ))}
    </ul>
  </figure>
)
