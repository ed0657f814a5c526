import type { Page } from '../layout.tsx'
import { LinkButton } from '../parts/button.tsx'
import { Download, DownloadScript } from '../parts/download.tsx'
import { Panel } from '../parts/panel.tsx'

type Props = { readonly page: Page; readonly month: string; readonly slug: string; readonly opensLists: boolean }

/** Each sheet of a month, one press away from its report. */
export const SheetLinks = ({ page, month, slug, opensLists }: Props) => {
  const { sheets } = page.text
  const at = (end: string) => `/reports/${month}/${end}?c=${slug}`
  const pages = [
    [at('sheet'), sheets.links.sheet],
    [`/c/${slug}/notices/${month}`, sheets.links.notice],
    ...(opensLists ? [[at('units'), sheets.links.units] as const] : []),
  ] as const
  return (
    <Panel title={sheets.title} id="sheets">
      <p>{sheets.lead}</p>
      <p class="actions">
        {pages.map(([href, label]) => (
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
