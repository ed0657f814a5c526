import { type LetterTyped, letterFieldNames } from '#domain/letters/letter-form.ts'
import { forWhoms, type LetterWay, letterKinds } from '#domain/letters/letter-life.ts'
import type { Faults } from '#domain/reading/checked.ts'
import type { Rules } from '#domain/rules.ts'
import type { Page } from '#views/page.ts'
import { Button } from '#views/parts/form/button.tsx'
import { Banner, ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Checkbox, Field, Hidden, RadioGroup, TextArea } from '#views/parts/form/field.tsx'
import { errorList, faultAt } from '#views/people/faults.ts'

type Props = {
  readonly page: Page
  readonly action: string
  readonly keyOfForm: string
  readonly typed: LetterTyped
  readonly faults: Faults
  /** A refusal of the whole form. */
  readonly sentence: string | null
  readonly rules: Pick<Rules, 'letterWithin' | 'complaintWithin'>
  /** The ways that staff choose from; null on the public form. */
  readonly ways: readonly LetterWay[] | null
}

/** The form of a letter: for everyone, or for staff who type in what came by another way. */
export const LetterForm = ({ page, action, keyOfForm, typed, faults, sentence, rules, ways }: Props) => {
  const { letters: words, site } = page.text
  const { form } = words
  const field = (name: keyof LetterTyped) => ({ name, value: typed[name], error: faultAt(page.text, faults, name) })
  return (
    <div class="narrow">
      <h1>{ways ? form.staffTitle : form.title}</h1>
      <p class="lead">{ways ? form.staffLead : form.lead(rules.letterWithin, rules.complaintWithin)}</p>
      {sentence && (
        <Banner tone="yellow" role="alert">
          <p>{sentence}</p>
        </Banner>
      )}
      <ErrorSummary title={site.errorSummary} errors={errorList(page.text, faults, letterFieldNames, form)} />
      <form method="post" novalidate action={action}>
        <Hidden name="key" value={keyOfForm} />
        {ways && (
          <RadioGroup
            label={form.way}
            {...field('way')}
            options={ways.map((value) => ({ value, label: words.way[value] }))}
            required
          />
        )}
        <RadioGroup
          label={form.kind}
          {...field('kind')}
          options={letterKinds.map((value) => ({ value, label: words.kind[value], hint: words.kindHint[value] }))}
          required
        />
        <RadioGroup
          label={form.aboutStaff}
          isNeededSometimes
          hint={form.aboutStaffHint}
          {...field('aboutStaff')}
          options={[
            { value: 'yes', label: form.aboutStaffYes },
            { value: 'no', label: form.aboutStaffNo },
          ]}
        />
        <RadioGroup
          label={form.forWhom}
          {...field('forWhom')}
          options={forWhoms.map((value) => ({ value, label: words.forWhom[value] }))}
          required
        />
        <Field label={form.subject} hint={form.subjectHint} {...field('subject')} maxlength={60} required />
        <TextArea label={form.words} hint={form.wordsHint} rows={7} {...field('words')} maxlength={2000} required />
        <p class="hint">{form.contactHint}</p>
        <Field label={form.name} isNeededSometimes {...field('name')} autocomplete="name" maxlength={20} />
        <Field label={form.phone} isNeededSometimes type="tel" {...field('phone')} autocomplete="tel" maxlength={40} />
        <Checkbox
          label={form.mayPublish}
          hint={form.mayPublishHint}
          name="mayPublish"
          checked={typed.mayPublish === 'yes'}
        />
        <Button wide>{ways ? form.save : form.send}</Button>
      </form>
    </div>
  )
}
