import { type AskChoice, askChoices } from '#domain/matching/matching-model.ts'
import { midnight } from '#domain/time/workdays.ts'
import type { Page } from '#views/page.ts'
import { Button } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Field, RadioGroup } from '#views/parts/form/field.tsx'

export type Asking = {
  readonly choice: AskChoice
  /** As stored, or as typed where it was refused. */
  readonly pausedUntil: string
  readonly isPaused: boolean
  readonly perWeek: number
  readonly timesAsked: number
  readonly isSaved: boolean
  readonly isWrongDay: boolean
}

/** How often a volunteer agrees to be invited. */
export const AskChoiceForm = ({ page, asking, action }: { page: Page; asking: Asking; action: string }) => {
  const { choice: words } = page.text.invitations
  const { isPaused, isWrongDay, pausedUntil } = asking
  return (
    <section class="panel" aria-label={words.title}>
      {asking.isSaved && (
        <Banner tone="green" role="status">
          <p>{words.saved}</p>
        </Banner>
      )}
      <p>{words.lead(asking.timesAsked)}</p>
      {isPaused && (
        <p>
          <b>{words.pausedUntil(page.text.time.day(midnight(pausedUntil, 'Asia/Shanghai'), 'Asia/Shanghai'))}</b>
        </p>
      )}
      <form class="fields" method="post" action={action}>
        <RadioGroup
          label={words.perWeek}
          name="choice"
          value={asking.choice}
          options={askChoices.toReversed().map((value) => ({ value, label: words.options[value](asking.perWeek) }))}
        />
        <Field
          type="date"
          label={words.pause}
          hint={words.pauseHint}
          name="pausedUntil"
          value={pausedUntil}
          error={isWrongDay ? words.wrongDay : undefined}
        />
        <p class="actions">
          <Button kind="second">{words.button}</Button>
        </p>
      </form>
    </section>
  )
}
