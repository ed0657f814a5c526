import type { FamilyLink } from '#domain/receipts/family-link.ts'
import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'

type Props = {
  readonly page: Page
  readonly residentId: string
  readonly links: readonly FamilyLink[]
  readonly zone: string
}

/** Which relatives have a link, what they may do, and until when. */
export const FamilyPanel = ({ page: { text }, residentId, links, zone }: Props) => {
  const words = text.receipts.links
  return (
    <Panel title={words.title} id="family">
      {links.length ? (
        <Facts
          rows={links.map(({ name, scope, endsAt }) => ({
            term: name,
            value: words.line(words.scope[scope], text.time.day(endsAt, zone)),
          }))}
        />
      ) : (
        <p>{words.none}</p>
      )}
      <p class="actions">
        <LinkButton kind="second" href={`/residents/${residentId}/family`}>
          {links.length ? words.change : words.make}
        </LinkButton>
      </p>
    </Panel>
  )
}
