import type { Grid } from '#db/community/area-rows.ts'
import { catalogue } from '#domain/catalogue/catalogue.ts'
import { ageBands, urgencies } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden, RadioGroup, Select, TextArea } from '#views/parts/form/field.tsx'
import type { ShownRow } from './preview-row.tsx'
import { candidateIs, type DiffersCheck, differenceIs, saidOf, whoAsked } from './row-said.ts'

type Props = {
  readonly page: Page
  readonly shown: ShownRow
  readonly grids: readonly Grid[]
  readonly action: string
  readonly back: string
  readonly typed: Readonly<Record<string, string>>
  /** Sentences by field. */
  readonly errors: Readonly<Record<string, string>>
}

/** The page to correct one row of a preview: its problems, then the fields as they were read. */
export const Mend = (props: Props) => {
  const { page, shown, action, back, errors } = props
  const { imports, site } = page.text
  // In the summary a sentence has no field next to it, so it starts with the field's label.
  const labels: Readonly<Record<string, unknown>> = imports.mend
  const summary = Object.entries(errors).map(([name, message]) => ({
    name,
    message: typeof labels[name] === 'string' ? `${labels[name]} · ${message}` : message,
  }))
  const said = saidOf(shown, page.text)
  return (
    <div class="narrow">
      <h1>{imports.mend.title(shown.row.line)}</h1>
      <p class="lead">{imports.mend.lead}</p>
      <ErrorSummary title={site.errorSummary} errors={summary} />
      {summary.length === 0 && said.length > 0 && (
        <div class="notice yellow">
          <div>
            {said.map((sentence) => (
              <p>{sentence}</p>
            ))}
          </div>
        </div>
      )}
      <form method="post" novalidate action={action}>
        <div class="fields">
          {shown.kind === 'needs' ? <NeedFields {...props} shown={shown} /> : <RollFields {...props} />}
        </div>
        <div class="actions">
          <Button>{imports.mend.button}</Button>
          <LinkButton kind="quiet" href={back}>
            {imports.mend.back}
          </LinkButton>
        </div>
      </form>
    </div>
  )
}

const NeedFields = ({
  page,
  shown,
  grids,
  typed,
  errors,
}: Props & { readonly shown: Extract<ShownRow, { kind: 'needs' }> }) => {
  const { text } = page
  const { mend } = text.imports
  const field = (name: string) => ({ name, value: typed[name] ?? '', error: errors[name] })
  const things = catalogue.map(({ id }) => ({ value: id, label: text.catalogue.items[id].name }))
  const bands = ageBands.map((value) => ({ value, label: text.words.ageBand[value] }))
  const names = grids.map(({ name }) => ({ value: name, label: name }))
  const asksReason = shown.reason || shown.checks.some(({ code }) => code === 'repeat' || code === 'same-home')
  return (
    <>
      <AskedFields page={page} shown={shown} typed={typed} />
      {asksReason && (
        <TextArea
          label={mend.reason}
          isNeededSometimes
          hint={mend.reasonHint}
          rows={2}
          maxlength={300}
          {...field('reason')}
        />
      )}
      <Field half label={mend.name} maxlength={60} autocomplete="off" required {...field('name')} />
      <Select half label={mend.grid} options={[{ value: '', label: mend.chooseGrid }, ...names]} {...field('grid')} />
      <Field label={mend.place} maxlength={60} autocomplete="off" {...field('place')} />
      <Field half label={mend.building} maxlength={20} autocomplete="off" {...field('building')} />
      <Field half label={mend.unit} maxlength={20} autocomplete="off" {...field('unit')} />
      <Field half label={mend.door} maxlength={20} autocomplete="off" {...field('door')} />
      <Select half label={mend.age} options={[{ value: '', label: mend.unknownAge }, ...bands]} {...field('age')} />
      <Field label={mend.phone} hint={mend.phoneHint} inputmode="tel" autocomplete="off" {...field('phone')} />
      <Select label={mend.item} options={[{ value: '', label: mend.inWords }, ...things]} {...field('item')} />
      <Field
        label={mend.words}
        isNeededSometimes
        hint={mend.wordsHint}
        maxlength={200}
        autocomplete="off"
        {...field('words')}
      />
      <Field half label={mend.quantity} inputmode="numeric" required {...field('quantity')} />
      <Field half label={mend.specification} maxlength={60} autocomplete="off" {...field('specification')} />
      <Field label={mend.value} hint={mend.valueHint} inputmode="decimal" {...field('value')} />
      <RadioGroup
        label={mend.urgency}
        {...field('urgency')}
        options={urgencies.map((value) => ({ value, label: text.words.urgency[value] }))}
      />
      <TextArea
        label={mend.note}
        rows={2}
        maxlength={300}
        {...(shown.row.hasNote ? { hint: mend.hasNote } : {})}
        {...field('note')}
      />
    </>
  )
}

/** The questions about the person, to be answered together with the correction. If left open, they are asked again. */
const AskedFields = ({ page, shown, typed }: Pick<Props, 'page' | 'shown' | 'typed'>) => {
  const { text } = page
  const { who, differs } = text.imports
  const asked = shown.checks.find((check) => check.code === 'who')
  const found = shown.checks.find((check) => check.code === 'differs')
  return (
    <>
      {asked && (
        <>
          <Hidden name="whoOf" value={asked.candidates.map(({ key }) => key).join(' ')} />
          <RadioGroup
            name="who"
            label={whoAsked({ ...asked, answer: null }, text)}
            isNeededSometimes
            value={typed.who ?? asked.answer ?? ''}
            options={[
              ...asked.candidates.map((one) => ({ value: one.key, label: candidateIs(one, text) })),
              { value: 'new', label: asked.candidates.length === 1 ? who.other : who.none },
            ]}
          />
        </>
      )}
      {found && (
        <>
          <Hidden name="changesOf" value={found.of} />
          <Hidden name="changesAsked" value={found.differences.map(({ kind }) => kind).join(' ')} />
          {found.differences.map((one) => (
            <RadioGroup
              name={`change-${one.kind}`}
              label={differenceIs(one, text).join(' ')}
              isNeededSometimes
              value={typed[`change-${one.kind}`] ?? takenNow(found, one)}
              options={[
                { value: 'take', label: differs.take },
                { value: 'leave', label: differs.leave },
              ]}
            />
          ))}
        </>
      )}
    </>
  )
}

/** The differences ticked so far; empty if an answer is required. */
function takenNow({ take, isOptional }: DiffersCheck, { kind }: DiffersCheck['differences'][number]): string {
  if (take !== null) return take.includes(kind) ? 'take' : 'leave'
  return isOptional ? 'take' : ''
}

const RollFields = ({ page, typed, errors }: Props) => {
  const { mend } = page.text.imports
  const field = (name: string) => ({ name, value: typed[name] ?? '', error: errors[name] })
  return (
    <>
      <Field label={mend.name} maxlength={60} autocomplete="off" required {...field('name')} />
      <Field label={mend.mobile} inputmode="tel" autocomplete="off" required {...field('phone')} />
      <Field label={mend.workUnit} maxlength={60} autocomplete="off" {...field('unit')} />
    </>
  )
}
