import type { Resident } from '#db/residents/resident-rows.ts'
import type { ConsentPurpose } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Hidden } from '#views/parts/form/field.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { Ticks } from '#views/people/ticks.tsx'
import { callRows } from '#views/residents/reach-rows.tsx'
import { doorOf } from '#views/residents/resident-labels.ts'

type Props = {
  readonly page: Page
  readonly resident: Resident
  readonly missing: readonly ConsentPurpose[]
  /** Who is still to be asked, this resident first. */
  readonly left: readonly string[]
  readonly recorded: number
  readonly skipped: readonly string[]
  readonly isMissing: boolean
  readonly formKey: string
}

/** One call: whom, what to read out, what they agreed to; the button leads to the next one. */
export const ConsentCallPage = (props: Props) => {
  const { page, resident, missing, left, recorded, skipped, isMissing, formKey } = props
  const { text, community, actor } = page
  const { consents } = text.table
  const name = actor.kind === 'person' ? actor.name : ''
  const error = isMissing ? text.faults['choose-some'] : undefined
  return (
    <div class="narrow">
      <h1>{consents.title}</h1>
      <p class="lead">{consents.left(left.length)}</p>
      <Panel title={`${resident.name} · ${doorOf(text, resident)}`} id="who">
        <Facts rows={callRows(resident, text)} />
        <p>
          <a href={`/residents/${resident.id}#consent`}>{consents.toFile}</a>
        </p>
      </Panel>
      <blockquote class="panel blue">
        <p class="say">{consents.greeting(community?.name ?? '', name)}</p>
      </blockquote>
      {error && <ErrorSummary title={text.site.errorSummary} errors={[{ name: 'purposes', message: error }]} />}
      <form method="post" novalidate class="stack" action={`/wishes/consents/next?c=${community?.slug ?? ''}`}>
        <Hidden name="key" value={formKey} />
        <Hidden name="recorded" value={recorded} />
        {left.map((id) => (
          <Hidden name="left" value={id} />
        ))}
        {skipped.map((id) => (
          <Hidden name="skipped" value={id} />
        ))}
        <Ticks
          label={consents.readOut}
          hint={consents.readOutHint}
          name="purposes"
          error={error}
          options={missing.map((value) => ({
            value,
            label: text.people.consentWords[value],
            hint: text.words.consentPurpose[value],
          }))}
          values={[]}
        />
        <p class="actions">
          <Button name="do" value="record">
            {left.length > 1 ? consents.recordNext : consents.record}
          </Button>
          <Button kind="second" name="do" value="skip">
            {left.length > 1 ? consents.skipNext : consents.skip}
          </Button>
        </p>
      </form>
    </div>
  )
}

type Done = { readonly page: Page; readonly recorded: number; readonly skipped: readonly Resident[] }

/** The end of the row: how many agreed, and who could not be reached. */
export const ConsentCallsDone = ({ page, recorded, skipped }: Done) => {
  const { text, community } = page
  const { consents } = text.table
  return (
    <div class="narrow">
      <h1>{consents.title}</h1>
      <p class="lead">{recorded + skipped.length === 0 ? consents.none : consents.done(recorded)}</p>
      {skipped.length > 0 && (
        <Panel title={consents.skipped(skipped.length)} id="skipped" tone="yellow">
          <ul>
            {skipped.map((resident) => (
              <li>
                <a href={`/residents/${resident.id}#consent`}>{resident.name}</a> {doorOf(text, resident)}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <p class="actions">
        <LinkButton href={`/wishes?c=${community?.slug ?? ''}&state=submitted`}>{consents.toTable}</LinkButton>
        <LinkButton kind="second" href="/desk">
          {text.desk.back}
        </LinkButton>
      </p>
    </div>
  )
}
