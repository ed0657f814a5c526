import type { Resident } from '#db/residents/resident-rows.ts'
import { followOutcomes, toldWays } from '#domain/vocabulary.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Page } from '#views/page.ts'
import { Button } from '#views/parts/form/button.tsx'
import { ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden, RadioGroup, TextArea } from '#views/parts/form/field.tsx'
import { NeededTick } from '#views/parts/form/needed-tick.tsx'
import { Watermark } from '#views/parts/paper/watermark.tsx'
import { callRows } from '#views/residents/reach-rows.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'
import { Facts, Panel } from '../parts/panel.tsx'
import { Due } from '../parts/when.tsx'

type Props = {
  readonly page: Page
  readonly wish: Wish
  /** What was asked for, in the resident's words. */
  readonly matter: string
  /** The office's latest answer. */
  readonly said: string
  readonly resident: Resident
  readonly zone: string
  readonly today: string
  /** Whether everyone can open the page of the wish, and so read an answer. */
  readonly isPublic: boolean
  readonly typed: Readonly<Record<string, string>>
  /** Sentences by field. */
  readonly errors: Readonly<Record<string, string>>
  /** Private words in what the office said that may be confirmed as needed. */
  readonly needed?: readonly string[] | undefined
  readonly watermark: string
}

/** The page to follow one referral: what was asked, whom to inform, what the office answers. */
export const FollowPage = (props: Props) => {
  const { page, wish, typed, errors, today, isPublic } = props
  const { text } = page
  const { follow } = text.referrals
  const options = [
    ...toldWays.map((value) => ({ value, label: text.words.told[value] })),
    ...followOutcomes.map((value) => ({ value, label: text.words.followOutcome[value] })),
  ]
  const labels: Readonly<Record<string, string>> = {
    outcome: follow.outcome,
    office: follow.office,
    answer: follow.answer,
    toldOn: follow.toldOn,
  }
  return (
    <div class="narrow">
      <h1>{follow.title}</h1>
      <p class="lead">
        <a href={`/wishes/${wish.code}`}>{text.card.code(wish.code)}</a>
      </p>
      <Matter {...props} />
      <ErrorSummary
        title={text.site.errorSummary}
        errors={Object.entries(errors).map(([name, message]) => ({
          name,
          message: `${labels[name] ?? ''} · ${message}`,
        }))}
      />
      <form method="post" novalidate action={`/wishes/${wish.code}/answer`}>
        <Hidden name="seq" value={typed.seq ?? String(wish.seq)} />
        <TextArea
          label={follow.office}
          isNeededSometimes
          name="office"
          rows={4}
          hint={follow.officeHint}
          value={typed.office ?? ''}
          error={errors.office}
        />
        <NeededTick page={page} words={props.needed} typed={typed.needed} />
        <RadioGroup
          label={follow.outcome}
          name="outcome"
          hint={follow.outcomeHint}
          value={typed.outcome ?? ''}
          error={errors.outcome}
          required
          options={options}
        />
        <Field
          label={follow.toldOn}
          isNeededSometimes
          name="toldOn"
          type="date"
          max={today}
          value={typed.toldOn || today}
          error={errors.toldOn}
        />
        {isPublic && (
          <TextArea
            label={follow.answer}
            name="answer"
            rows={3}
            hint={follow.answerHint}
            value={typed.answer ?? ''}
            error={errors.answer}
          />
        )}
        <Button wide>{follow.button}</Button>
      </form>
    </div>
  )
}

const Matter = ({ page, wish, matter, said, resident, zone, watermark }: Props) => {
  const { text } = page
  const words = text.referrals
  const reasons: Readonly<Record<string, string>> = text.words.referReason
  return (
    <Panel title={titleOf({ ...wish, publicText: matter }, text)} id="matter">
      <Watermark text={watermark} />
      <Facts
        rows={[
          { term: words.follow.to, value: reasons[wish.endReason ?? ''] ?? '—' },
          { term: words.follow.sent, value: text.time.day(wish.since, zone) },
          ...(wish.dueAt
            ? [
                {
                  term: words.follow.dueBy,
                  value: <Due at={wish.dueAt} page={page} zone={zone} exactly={text.time.deadline(wish.dueAt, zone)} />,
                },
              ]
            : []),
          ...(said ? [{ term: words.follow.last, value: said }] : []),
          ...callRows(resident, text),
        ]}
      />
    </Panel>
  )
}
