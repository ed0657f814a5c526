import type { Page } from '#views/page.ts'
import { ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Checkbox, Field, RadioGroup, Select, TextArea } from '#views/parts/form/field.tsx'

/** Fields in each state: empty, filled in, wrong, and read-only. */
export const Forms = ({ page }: { readonly page: Page }) => {
  const { styleguide } = page.text.site
  const options = styleguide.options.map((label, n) => ({ value: String(n), label }))
  return (
    <>
      <h2>{styleguide.fields}</h2>
      <ErrorSummary title={styleguide.summary} errors={[{ name: 'wrong', message: styleguide.fieldError }]} />
      <div class="fields panel">
        <Field half label={styleguide.field} name="asked" hint={styleguide.fieldHint} />
        <Field half label={styleguide.field} name="answered" value={styleguide.typed} />
        <Field half label={styleguide.field} name="wrong" error={styleguide.fieldError} />
        <Field half label={styleguide.locked} name="locked" value={styleguide.typed} readonly />
        <Select half label={styleguide.select} name="select" options={options} value="1" />
        <TextArea label={styleguide.area} name="area" error={styleguide.fieldError} />
        <RadioGroup label={styleguide.radio} name="radio" options={options} value="0" />
        <RadioGroup label={styleguide.radio} name="radio-wrong" options={options} error={styleguide.fieldError} />
        <RadioGroup
          as="picker"
          label={styleguide.picker}
          name="picker"
          value="1"
          options={options.map((option) => ({ ...option, icon: 'heart' as const, hint: styleguide.plainTag }))}
        />
        <Checkbox label={styleguide.tick} name="tick" hint={styleguide.fieldHint} />
        <Checkbox label={styleguide.tick} name="ticked" checked />
        <Checkbox label={styleguide.tick} name="tick-wrong" error={styleguide.fieldError} />
      </div>
    </>
  )
}
