import { monthName } from '#views/ledger/ledger-spans.ts'
import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'

type Props = {
  readonly page: Page
  readonly month: string
  readonly running: { readonly month: string; readonly href: string }
}

/** For a future month, which has no figures; links to the running one. */
export const NotBegun = ({ page, month, running }: Props) => {
  const { notBegun } = page.text.reports
  return (
    <div class="narrow">
      <h1>{notBegun.title(monthName(month, page.text))}</h1>
      <p class="lead">{notBegun.body}</p>
      <p>
        <LinkButton href={running.href}>{notBegun.way(monthName(running.month, page.text))}</LinkButton>
      </p>
    </div>
  )
}
