import type { Page } from '../layout.tsx'

type CountProps = {
  readonly page: Page
  readonly figure: string
  readonly count: number
  readonly href: string | undefined
}

/** A number that opens its list. The figure's name is in the link's name, for those who hear links one by one. */
export const Count = ({ page, figure, count, href }: CountProps) =>
  href ? (
    <a href={href} aria-label={page.text.reports.open(figure, count)}>
      {count}
    </a>
  ) : (
    <span>{count}</span>
  )
