import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/button.tsx'
import { Download, DownloadScript } from '#views/parts/download.tsx'
import { Panel } from '#views/parts/panel.tsx'

type Link = readonly [href: string, label: string]
type Props = {
  readonly page: Page
  readonly month: string
  /** How an address names the place. */
  readonly query: string
  /** Sheets of other addresses, with their names. */
  readonly others?: readonly Link[]
  /** Files of other addresses. */
  readonly files?: readonly Link[]
}

/** Each sheet of a month, one press away from its report. */
export const SheetLinks = ({ page, month, query, others = [], files = [] }: Props) => {
  const { sheets } = page.text
  const at = (end: string) => `/reports/${month}/${end}?${query}`
  const figures = (['xlsx', 'csv', 'json'] as const).map((kind) => [at(`figures.${kind}`), sheets.links[kind]] as const)
  return (
    <Panel title={sheets.title} id="sheets">
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
    </Panel>
  )
}
