import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Download, DownloadScript } from '#views/parts/download.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'

type Link = readonly [href: string, label: string]
type Props = {
  readonly page: Page
  readonly month: string
  /** The place's name in addresses. */
  readonly query: string
  /** Sheets with other addresses, with their names. */
  readonly others?: readonly Link[]
  /** Files with other addresses. */
  readonly files?: readonly Link[]
}

/** Links from a month's report to each of its sheets. */
export const SheetLinks = ({ page, month, query, others = [], files = [] }: Props) => {
  const { sheets } = page.text
  const at = (end: string) => `/reports/${month}/${end}?${query}`
  const figures = (['xlsx', 'csv', 'json'] as const).map((kind) => [at(`figures.${kind}`), sheets.links[kind]] as const)
  return (
    <section id="sheets">
      <Fold summary={sheets.many(1 + others.length + figures.length + files.length)}>
        <p>{sheets.lead}</p>
        <p class="actions">
          {[[at('sheet'), sheets.links.sheet] as const, ...others].map(([href, label]) => (
            <LinkButton kind="second" href={href}>
              {label}
            </LinkButton>
          ))}
          {[...figures, ...files].map(([href, label]) => (
            <Download page={page} kind="quiet" href={href} label={label} />
          ))}
          <DownloadScript />
        </p>
      </Fold>
    </section>
  )
}
