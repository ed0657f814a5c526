import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden, TextArea } from '#views/parts/form/field.tsx'
import { NeededTick } from '#views/parts/form/needed-tick.tsx'
import { Icon } from '#views/parts/icon.tsx'

export type ActivityForm = {
  readonly month: string
  readonly slug: string
  readonly key: string
  /** What was wished for, in a sentence. */
  readonly about: string
  readonly typed: {
    readonly item: string
    readonly category: string
    readonly title: string
    readonly day: string
    readonly note: string
    readonly needed: string
  }
  readonly errors: Readonly<Record<string, string>>
  /** Private words that the form may confirm as about no one. */
  readonly needed: readonly string[] | undefined
}

/** Turns a suggestion into a planned activity with a name and a day. */
export const PlanActivity = ({ page, form }: { readonly page: Page; readonly form: ActivityForm }) => {
  const words = page.text.activities
  const { month, slug, key, about, typed, errors } = form
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{about}</p>
      <p>{words.lead}</p>
      <ErrorSummary
        title={page.text.site.errorSummary}
        errors={Object.entries(errors).map(([name, message]) => ({ name, message }))}
      />
      <form method="post" novalidate action={`/reports/${month}/activities?c=${slug}`}>
        <Hidden name="key" value={key} />
        <Hidden name="item" value={typed.item} />
        <Hidden name="category" value={typed.category} />
        <Field label={words.name} name="title" value={typed.title} error={errors.title} maxlength={40} required />
        <Field label={words.day} name="day" type="date" value={typed.day} error={errors.day} required />
        <TextArea
          label={words.note}
          name="note"
          hint={words.noteHint}
          value={typed.note}
          error={errors.note}
          maxlength={300}
        />
        <NeededTick page={page} words={form.needed} typed={typed.needed} isGeneral />
        <Button wide>{words.button}</Button>
      </form>
      <p>
        <LinkButton kind="quiet" href={`/reports/${month}?c=${slug}`}>
          <Icon name="arrow-left" />
          {words.back}
        </LinkButton>
      </p>
    </div>
  )
}
