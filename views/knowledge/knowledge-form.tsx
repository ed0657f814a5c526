import { type KnowledgeForm, knowledgeFieldNames, subjects } from '#domain/knowledge.ts'
import type { Page } from '#views/page.ts'
import { Button } from '#views/parts/form/button.tsx'
import { Banner, ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Checkbox, Field, Hidden, RadioGroup, TextArea } from '#views/parts/form/field.tsx'
import { type Meanwhile, WithMeanwhile } from '#views/parts/form/meanwhile-banner.tsx'
import { NeededTick } from '#views/parts/form/needed-tick.tsx'

type Props = {
  readonly page: Page
  readonly action: string
  readonly typed: KnowledgeForm
  /** Sentences by field. */
  readonly errors: Readonly<Record<string, string>>
  /** Private words that the form may confirm as about no one, and what was confirmed. */
  readonly needed: { readonly needed: readonly string[] | undefined; readonly typed: string } | undefined
  /** A refusal of the whole form. */
  readonly sentence: string | null
  readonly today: string
  /** A new entry has a key; an existing one has the version that was read, and whether it is retired. */
  readonly kind:
    | { readonly key: string }
    | { readonly version: number; readonly isRetired: boolean; readonly meanwhile: Meanwhile | null }
}

export const KnowledgeFormPage = ({ page, action, typed, errors, needed, sentence, today, kind }: Props) => {
  const { knowledge, site } = page.text
  const { form } = knowledge
  const isNew = 'key' in kind
  const listed = knowledgeFieldNames.flatMap((name) => {
    const message = errors[name]
    return message ? [{ name, message: `${labelOf(form, name)} · ${message}` }] : []
  })
  const textOf = (name: keyof KnowledgeForm) => ({ name, value: typed[name], error: errors[name] })
  return (
    <div class="narrow">
      <h1>{isNew ? form.newTitle : form.editTitle}</h1>
      <p class="lead">{form.lead}</p>
      {sentence && (
        <Banner tone="yellow" role="alert">
          <p>{sentence}</p>
        </Banner>
      )}
      <ErrorSummary title={site.errorSummary} errors={listed} />
      <WithMeanwhile page={page} meanwhile={isNew ? null : kind.meanwhile}>
        <form method="post" novalidate action={action}>
          {isNew ? <Hidden name="key" value={kind.key} /> : <Hidden name="version" value={kind.version} />}
          <RadioGroup
            label={form.subject}
            {...textOf('subject')}
            options={subjects.map((value) => ({ value, label: knowledge.subject[value] }))}
            required
          />
          <Field label={form.title} hint={form.titleHint} {...textOf('title')} maxlength={60} required />
          <Field label={form.keywords} hint={form.keywordsHint} {...textOf('keywords')} maxlength={120} />
          <TextArea
            label={form.answer}
            hint={form.answerHint}
            rows={5}
            {...textOf('answer')}
            maxlength={600}
            required
          />
          <Field label={form.office} {...textOf('office')} maxlength={60} />
          <Field label={form.phone} type="tel" {...textOf('phone')} maxlength={60} />
          <TextArea
            label={form.documents}
            hint={form.documentsHint}
            rows={4}
            {...textOf('documents')}
            maxlength={400}
          />
          <Field label={form.reviewedOn} hint={form.reviewedHint} type="date" max={today} {...textOf('reviewedOn')} />
          {!isNew && <Checkbox label={form.retired} name="retired" checked={kind.isRetired} />}
          <NeededTick page={page} words={needed?.needed} typed={needed?.typed} isGeneral />
          <Button wide>{isNew ? form.add : form.save}</Button>
        </form>
      </WithMeanwhile>
    </div>
  )
}

const labelOf = (form: Readonly<Record<string, unknown>>, name: string): string => String(form[name] ?? '')
