import type { Community } from '#db/community/area-rows.ts'
import type { Matter } from '#db/counter/matter-rows.ts'
import type { BookingWay } from '#domain/counter/booking.ts'
import { linesOf } from '#domain/knowledge.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner, ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Checkbox, Field, Hidden, RadioGroup } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { ChooseTime, type OfferedDay } from './choose-time.tsx'

export type BookTyped = Readonly<Partial<Record<'time' | 'name' | 'phone' | 'note' | 'hasRead' | 'way', string>>>

type Props = {
  readonly page: Page
  readonly community: Community
  readonly matter: Matter
  readonly days: readonly OfferedDay[]
  readonly action: string
  readonly keyOfForm: string
  readonly typed: BookTyped
  readonly errors: Readonly<Record<string, string>>
  readonly sentence: string | null
  /** The ways that staff choose from; null on the public page. */
  readonly ways: readonly BookingWay[] | null
  /** Why the page takes no bookings now; null if it does. */
  readonly notNow: string | null
}

/** What to bring comes first, then the times, then name and number. Staff read out the same list. */
export const BookPage = (props: Props) => {
  const { page, community, matter, days, action, keyOfForm, typed, errors, sentence, ways, notNow } = props
  const { counter, site } = page.text
  const { form } = counter
  const field = (name: keyof BookTyped) => ({ name, value: typed[name] ?? '', error: errors[name] })
  return (
    <div class="narrow">
      <h1>{form.title(matter.title)}</h1>
      <p class="lead">
        {counter.minutes(matter.length)} · {matter.isDoneHere ? counter.here : counter.handed}
      </p>
      <Panel title={counter.bring} id="bring">
        {matter.documents ? (
          <ul>
            {linesOf(matter.documents).map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        ) : (
          <p>{counter.bringNothing}</p>
        )}
        <p class="lines">{matter.answer}</p>
      </Panel>
      {sentence && (
        <Banner tone="yellow" role="alert">
          <p>{sentence}</p>
        </Banner>
      )}
      <ErrorSummary
        title={site.errorSummary}
        errors={Object.entries(errors).map(([name, message]) => ({ name, message }))}
      />
      {notNow ? (
        <Banner tone="yellow">
          <p>{notNow}</p>
        </Banner>
      ) : (
        <form method="post" novalidate action={action}>
          <Hidden name="key" value={keyOfForm} />
          {ways && (
            <RadioGroup
              label={form.way}
              required
              {...field('way')}
              options={ways.map((value) => ({ value, label: counter.way[value] }))}
            />
          )}
          <h2>{form.time}</h2>
          <ChooseTime page={page} zone={community.zone} days={days} value={typed.time ?? ''} error={errors.time} />
          <Field label={form.name} {...field('name')} autocomplete="name" maxlength={20} required />
          <Field
            label={form.phone}
            hint={form.phoneHint}
            type="tel"
            {...field('phone')}
            autocomplete="tel"
            maxlength={40}
            required
          />
          <Field label={form.note} hint={form.noteHint} {...field('note')} maxlength={100} />
          <Checkbox label={form.hasRead} name="hasRead" checked={typed.hasRead === 'yes'} error={errors.hasRead} />
          <Button wide>{form.book}</Button>
        </form>
      )}
      <p class="go">
        <LinkButton kind="quiet" href={ways ? '/counter' : `/c/${community.slug}/counter`}>
          {counter.title}
        </LinkButton>
      </p>
    </div>
  )
}
