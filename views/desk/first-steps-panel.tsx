import { type FirstStep, firstSteps, isStepDone, type SoFar, stepsOfWorker } from '#domain/first-steps.ts'
import { isSecretaryOf } from '#domain/people/actor.ts'
import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { Tag } from '#views/parts/tag.tsx'

type Props = { readonly page: Page; readonly soFar: SoFar }

/** For a community that has just begun: what to do in which order, what each step is good for, and its button. */
export const FirstStepsPanel = ({ page, soFar }: Props) => {
  const { text, community, actor, rehearsal } = page
  const words = text.firstSteps
  if (!community) return null
  const isSecretary = isSecretaryOf(actor, community.id)
  const steps = firstSteps.filter((step) => isSecretary || stepsOfWorker.includes(step))
  const next = steps.find((step) => isStepDone(step, soFar) === false)
  return (
    <Panel title={words.title} id="first-steps" tone="green">
      <p>
        <a href={rehearsal ? '/rehearsal' : '/help/rehearsal'}>{words.rehearse}</a>
      </p>
      <ol class="work">
        {steps.map((step) => (
          <li>
            <div>
              <b>{words.steps[step].name}</b> {isStepDone(step, soFar) && <Tag tone="green">{words.done}</Tag>}
              <small>{words.steps[step].why}</small>
            </div>
            <LinkButton kind={step === next ? 'primary' : 'second'} href={addressOf[step](community.slug)}>
              {words.steps[step].button}
            </LinkButton>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

const addressOf: Readonly<Record<FirstStep, (slug: string) => string>> = {
  rules: (slug) => `/c/${slug}/rules`,
  places: () => '/places',
  colleagues: (slug) => `/people/new?c=${slug}`,
  lists: (slug) => `/import?c=${slug}`,
  activate: (slug) => `/people/codes?c=${slug}`,
  consents: (slug) => `/residents/consents?c=${slug}`,
  wishes: () => '/wishes/new',
  publish: () => '/desk/to-check',
  doors: (slug) => `/doors?c=${slug}`,
}
