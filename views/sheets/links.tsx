import type { Page } from '../layout.tsx'
import { LinkButton } from '../parts/button.tsx'
import { Download, DownloadScript } from '../parts/download.tsx'
import { Panel } from '../parts/panel.tsx'

type Props = {
  readonly page: Page
  readonly month: string
  /** How an address names the place. */
  readonly query: string
  /** Sheets of other addresses, with their names. */
  readonly others?: readonly (readonly [string, string])[]
}

/** Each sheet of a month, one press away from its report. */
export const SheetLinks = ({ page, month, query, others = [] }: Props) => {
  const { sheets } = page.text
  const at = (end: string) => `/reports/${month}/${end}?${query}`
  return (
    <Panel title={sheets.title} id="sheets">
      <p>{sheets.lead}</p>
      <p class="actions">
        {[[at('sheet'), sheets.links.sheet] as const, ...others].map(([href, label]) => (
          <LinkButton kind="second" href={href}>
            {label}
          </LinkButton>
        ))}
        {(['xlsx', 'csv', 'json'] as const).map((kind) => (
          <Download page={page} kind="quiet" href={at(`figures.${kind}`)} label={sheets.links[kind]} />
        ))}
        <DownloadScript />
      </p>
    </Panel>
  )
}
