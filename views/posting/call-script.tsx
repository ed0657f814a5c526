import { firstPurposes } from '#domain/people/resident.ts'
import type { Page } from '#views/page.ts'
import { Panel } from '#views/parts/panel.tsx'

/** What to say on the telephone, large enough to read at arm's length. */
export const Script = ({ page }: { page: Page }) => {
  const { form, people } = page.text
  const { actor, community } = page
  const name = actor.kind === 'person' ? actor.name : ''
  return (
    <Panel title={form.script} tone="green">
      <ol class="say">
        <li>{form.greeting(community?.name ?? '', name)}</li>
        {firstPurposes.map((purpose) => (
          <li>{people.consentWords[purpose]}</li>
        ))}
        <li>{form.goodbye}</li>
      </ol>
      <p class="hint">{form.scriptHint}</p>
    </Panel>
  )
}
