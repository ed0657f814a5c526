import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Hidden } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { dayName } from '#views/rules/rule-days.ts'

type Props = {
  readonly page: Page
  readonly residentId: string
  readonly renewedOn: string
  readonly formKey: string
  readonly today: string
}

/**
 * The yearly question whether the resident wants to stay on the list: the sentence to read out, and a button for each
 * answer.
 */
export const RenewalPanel = ({ page, residentId, renewedOn, formKey, today }: Props) => {
  const { text, actor } = page
  const words = text.renewal
  const no = new URLSearchParams({ reason: 'asked', method: 'in-person', day: today })
  return (
    <Panel title={words.title} id="kept" tone="yellow">
      <p>{words.lead(dayName(renewedOn, text))}</p>
      <blockquote class="panel">{text.people.consentWords.kept}</blockquote>
      <form method="post" action={`/residents/${residentId}/kept`}>
        <Hidden name="key" value={formKey} />
        <p class="actions">
          {(['in-person', 'phone'] as const).map((method) => (
            <Button kind="second" name="method" value={method}>
              {words.yes[method]}
            </Button>
          ))}
          <LinkButton kind="quiet" href={`/residents/${residentId}/end?${no}`}>
            {words.no}
          </LinkButton>
        </p>
      </form>
      <p class="hint">
        {words.otherwise} {actor.kind === 'person' && text.people.residents.consent.witness(actor.name)}
      </p>
      <p class="hint">{words.silence}</p>
    </Panel>
  )
}
