import type { Child } from 'hono/jsx'

export type Chip = {
  readonly href: string
  readonly label: Child
  readonly count?: number
  readonly current?: boolean
}

type Props = {
  readonly label: string
  readonly items: readonly Chip[]
  /** On a phone they stay in one line that scrolls sideways. */
  readonly isOneLine?: boolean
}

/** Filters as links: one tap, no form, and an address that can be shared. */
export const Chips = ({ label, items, isOneLine }: Props) => (
  <nav class={isOneLine ? 'chips one-line' : 'chips'} aria-label={label}>
    {items.map((item) => (
      <a href={item.href} aria-current={item.current ? 'true' : undefined}>
        {item.label}
        {item.count !== undefined && <span class="number"> {item.count}</span>}
      </a>
    ))}
  </nav>
)
