import { Fold } from '#views/parts/details.tsx'
import { Button } from '#views/parts/form/button.tsx'
import { Checkbox, Field, Hidden, RadioGroup, TextArea } from '#views/parts/form/field.tsx'
import { NeededTick } from '#views/parts/form/needed-tick.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { type EditProps, pathOf } from './calendar-scope.ts'

/** The community's own days, which secretaries need most often: two dates and a reason. */
export const ClosureForm = ({ page, scope, typed, sent, errors, needed, keyOfForm }: EditProps) => {
  const { calendarEdit } = page.text
  const { closure: words } = calendarEdit
  const field = fieldsOf('closure', sent === 'closure', typed, errors)
  return (
    <Panel title={words.title} id="own-days">
      <p>{words.lead}</p>
      <form method="post" novalidate action={pathOf(scope, '/notices')} class="stack">
        <Hidden name="key" value={keyOfForm} />
        <Hidden name="layer" value="community" />
        <div class="fields">
          <Field {...field('from')} half type="date" label={words.from} required />
          <Field {...field('until')} half type="date" label={words.until} hint={words.untilHint} />
        </div>
        <RadioGroup
          {...field('kind', 'rest')}
          label={words.kind}
          options={(['rest', 'work'] as const).map((value) => ({ value, label: words.kinds[value] }))}
        />
        <Field {...field('name')} label={words.name} hint={words.nameHint} maxlength={30} required />
        <Field {...field('title')} label={words.notice} hint={words.noticeHint} maxlength={80} />
        {sent === 'closure' && (
          <NeededTick page={page} words={needed} typed={typed.needed} prefix="closure" isGeneral />
        )}
        <Button wide name="do" value="look">
          {calendarEdit.look}
        </Button>
      </form>
    </Panel>
  )
}

/** A notice of the nation or the region as published, with one run per line. */
export const HolidayNoticeForm = ({ page, scope, typed, sent, errors, needed, keyOfForm }: EditProps) => {
  const { calendarEdit } = page.text
  const { notice: words } = calendarEdit
  const field = fieldsOf('notice', sent === 'notice', typed, errors)
  const layers = scope && !scope.region ? (['national'] as const) : (['national', 'regional'] as const)
  const form = (
    <form method="post" novalidate action={pathOf(scope, '/notices')} class="stack">
      <Hidden name="key" value={keyOfForm} />
      <RadioGroup
        {...field('layer', 'national')}
        label={words.layer}
        options={layers.map((value) => ({ value, label: words.layers[value] }))}
      />
      <Field
        {...field('year')}
        label={words.year}
        hint={words.yearHint}
        inputmode="numeric"
        required={scope !== null}
      />
      <Field {...field('title')} label={words.name} maxlength={80} required />
      <div class="fields">
        <Field {...field('reference')} half label={words.reference} maxlength={40} />
        <Field {...field('issuedOn')} half type="date" label={words.issuedOn} required />
      </div>
      <TextArea {...field('days')} label={words.days} hint={words.daysHint} rows={6} required />
      <Checkbox
        name="provisional"
        prefix="notice"
        label={words.provisional}
        checked={sent === 'notice' && typed.provisional === 'yes'}
      />
      {sent === 'notice' && <NeededTick page={page} words={needed} typed={typed.needed} prefix="notice" isGeneral />}
      <Button wide kind={scope ? 'second' : 'primary'} name="do" value="look">
        {calendarEdit.look}
      </Button>
    </form>
  )
  if (!scope)
    return (
      <Panel title={words.title} id="new-notice">
        <p>{words.leadAll}</p>
        {form}
      </Panel>
    )
  return (
    <Fold summary={words.title} open={sent === 'notice'}>
      <p>{words.lead}</p>
      {form}
    </Fold>
  )
}

/** The values of a form's fields: as typed if this form was sent, otherwise the initial values. */
const fieldsOf =
  (prefix: string, isSent: boolean, typed: EditProps['typed'], errors: EditProps['errors']) =>
  (name: string, first = '') => ({
    name,
    prefix,
    value: isSent ? (typed[name] ?? '') : first,
    error: isSent ? errors[name] : undefined,
  })
