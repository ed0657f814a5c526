import type { Faults } from '#domain/reading/checked.ts'
import { askedMethods } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Field, RadioGroup } from '#views/parts/form/field.tsx'
import { faultAt } from '#views/people/faults.ts'

type Words = { readonly method: string; readonly day: string }

type Props = {
  readonly page: Page
  readonly words: Words
  readonly typed: { readonly method: string; readonly day: string }
  readonly faults: Faults
  readonly today: string
  /** Where the page contains several of these forms. */
  readonly prefix?: string
}

/** How and when consent was asked. `today` is the latest possible day. */
export const Asked = ({ page, words, typed, faults, today, prefix = '' }: Props) => (
  <>
    <RadioGroup
      label={words.method}
      required
      name="method"
      prefix={prefix}
      options={askedMethods.map((value) => ({ value, label: page.text.words.consentMethod[value] }))}
      value={typed.method}
      error={faultAt(page.text, faults, 'method')}
    />
    <Field
      label={words.day}
      name="day"
      prefix={prefix}
      type="date"
      max={today}
      value={typed.day}
      error={faultAt(page.text, faults, 'day')}
      required
    />
  </>
)
