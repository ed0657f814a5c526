import { consentPurposes } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { Tag } from '#views/parts/tag.tsx'
import type { ResidentFile } from './resident-file.ts'

type Props = {
  readonly page: Page
  readonly residentId: string
  readonly consents: ResidentFile['consents']
}

/** What the resident agrees to now. The page with the switches and the earlier answers is one tap away. */
export const ConsentPanel = ({ page, residentId, consents }: Props) => {
  const { text } = page
  const words = text.people.residents.consent
  return (
    <Panel title={words.title} id="consent">
      <Facts
        rows={consentPurposes.map((purpose) => ({
          term: text.words.consentPurpose[purpose],
          value: <Given page={page} given={consents.find((row) => row.purpose === purpose)?.given} />,
        }))}
      />
      <p class="actions">
        <LinkButton kind="second" href={`/residents/${residentId}/consents`}>
          {words.open}
        </LinkButton>
      </p>
    </Panel>
  )
}

/** The latest answer; undefined if the resident was never asked. */
export const Given = ({ page, given }: { readonly page: Page; readonly given: boolean | undefined }) => {
  const words = page.text.people.residents.consent
  if (given === undefined) return <Tag>{words.notAsked}</Tag>
  return given ? <Tag tone="green">{words.yes}</Tag> : <Tag>{words.no}</Tag>
}
