import type { PublicCard } from '#db/wishes/board-rows.ts'
import { hour } from '#domain/time/durations.ts'
import type { Urgency } from '#domain/vocabulary.ts'
import { Card } from '#views/board/card.tsx'
import type { Page } from '#views/page.ts'
import { type StepState, Steps } from '#views/parts/step-list.tsx'

const within = { red: 1, yellow: 3, blue: 7 }

/** The card of a wish and its steps. */
export const Wishes = ({ page }: { readonly page: Page }) => {
  const { styleguide } = page.text.site
  const { step, steps, stepState } = page.text.card
  const names = [step.post, step.publish, step.claim, step.deliver, step.callback]
  const ladder = (name: string, states: readonly StepState[]) => (
    <div class="panel">
      <h3>{name}</h3>
      <Steps
        label={`${steps} · ${name}`}
        stateWord={stepState}
        steps={names.map((label, n) => ({ label, state: states[n] ?? 'next' }))}
      />
    </div>
  )
  const card = (code: string, urgency: Urgency, state: PublicCard['state']) => sampleOf(page, code, urgency, state)
  return (
    <>
      <h2>{styleguide.cards}</h2>
      <ul class="wishes">
        <li>
          <Card page={page} within={within} card={card('1000-0001', 'red', 'open')} />
        </li>
        <li>
          <Card page={page} within={within} card={card('1000-0002', 'yellow', 'open')} />
        </li>
        <li>
          <Card
            page={page}
            within={within}
            card={card('1000-0003', 'blue', 'open')}
            message={styleguide.refused}
            isRefused
          />
        </li>
        <li>
          <Card page={page} within={within} card={card('1000-0004', 'blue', 'claimed')} message={styleguide.said} />
        </li>
      </ul>
      <h2>{styleguide.steps}</h2>
      {ladder(styleguide.running, ['past', 'past', 'now'])}
      {ladder(styleguide.done, ['past', 'past', 'past', 'past', 'past'])}
      {ladder(styleguide.stopped, ['past', 'past', 'stopped'])}
    </>
  )
}

function sampleOf(page: Page, code: string, urgency: Urgency, state: PublicCard['state']): PublicCard {
  const { styleguide } = page.text.site
  return {
    id: code,
    code,
    state,
    urgency,
    itemId: 'milk',
    category: 'goods',
    quantity: 1,
    measure: 'carton',
    publicText: '',
    isUntitled: false,
    gridName: styleguide.options[0] ?? '',
    ageBand: '80+',
    publishedAt: new Date(page.now.getTime() - 74 * hour),
    stepsDone: [],
    postedBy: '',
    barredId: null,
    gridId: 'grid-2',
  }
}
