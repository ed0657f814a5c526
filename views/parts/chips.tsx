import type { Child } from 'hono/jsx'

export type Chip = {
  readonly href: string
  readonly label: Child
  readonly count?: number
  readonly current?: boolean
}

/** Filters as links: one tap, no form, and an address that can be shared. */
export const Chips = ({ label, items }: { readonly label: string; readonly items: readonly Chip[] }) => (
  <nav class="chips" aria-label={label}>
    {items.map((item) => (
      <a href={item.href} aria-current={item.current ? 'true' : undefined}>
        {item.label}
        {item.count !== undefined && <span class="number"> {item.count}</span>}
      </a>
    ))}
  </nav>
)
