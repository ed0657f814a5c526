import type { SignedMonth } from '#db/months/month-rows.ts'
import { countsFrom } from '#domain/month/month-facts.ts'
import { shortDay } from '#text/days.ts'
import { CorrectionLine } from '#views/months/correction-line.tsx'
import type { Page } from '#views/page.ts'
import { Panel } from '#views/parts/panel.tsx'

type Props = {
  readonly page: Page
  readonly signed: SignedMonth
  readonly community: { readonly name: string; readonly zone: string }
}

/** A signed month on the ledger's page: by whom and when, with which figures, and what was corrected since and why. */
export const SignedNote = ({ page, signed, community }: Props) => {
  const words = page.text.ledger.signed
  const { published, fulfilled } = countsFrom(signed.snapshot.facts)
  return (
    <Panel title={words.title} id="signed">
      <p>{words.by(community.name, shortDay[page.lang](signed.signedAt, community.zone), published, fulfilled)}</p>
      <CorrectionLine page={page} signed={signed} zone={community.zone} shown={['published', 'fulfilled']} />
      <p class="hint">{words.today}</p>
    </Panel>
  )
}
