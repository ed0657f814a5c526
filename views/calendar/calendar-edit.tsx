import { holds } from '#domain/people/actor.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner, ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Checkbox, Field, Hidden } from '#views/parts/form/field.tsx'
import { WithMeanwhile } from '#views/parts/form/meanwhile-banner.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { ClosureForm, HolidayNoticeForm } from './calendar-forms.tsx'
import { type EditProps, pathOf } from './calendar-scope.ts'
import { RunText } from './holiday-notices.tsx'

export const CalendarEdit = (props: EditProps) => {
  const { page, scope, sent, errors, saved } = props
  const { calendarEdit: words, site, workingDays } = page.text
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{scope ? words.leadOwn : words.leadAll}</p>
      {saved && (
        <Banner tone="green" role="status">
          {saved}
        </Banner>
      )}
      <ErrorSummary
        title={site.errorSummary}
        errors={Object.entries(errors).map(([name, message]) => ({ name: sent ? `${sent}-${name}` : name, message }))}
      />
      <p class="actions">
        {scope && (
          <LinkButton kind="second" href={`/c/${scope.slug}/calendar`}>
            {workingDays.open}
          </LinkButton>
        )}
        {scope && holds(page.actor, 'administrator') && (
          <LinkButton kind="second" href={pathOf(null)}>
            {words.forAll}
          </LinkButton>
        )}
      </p>
      {scope && <ClosureForm {...props} />}
      <HolidayNoticeForm {...props} />
      <Withdraw {...props} />
      {scope && <HoursForm {...props} />}
    </div>
  )
}

const Withdraw = ({ page, scope, notices, sent, errors }: EditProps) => {
  const { withdraw: words } = page.text.calendarEdit
  const wrong = sent === 'withdraw' ? errors.ids : undefined
  return (
    <Panel title={words.title} id="days-entered">
      <p>{words.lead}</p>
      {notices.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <form method="post" novalidate action={pathOf(scope, '/withdraw')} class="stack">
          {wrong && (
            <p class="error" id="withdraw-ids">
              {wrong}
            </p>
          )}
          {notices.map((notice) => (
            <fieldset class="field">
              <legend>{page.text.calendar.notice(notice.notice)}</legend>
              {notice.runs.map((run) => (
                <Checkbox
                  name="ids"
                  prefix={run.id}
                  value={run.id}
                  label={<RunText page={page} layer={notice.layer} run={run} />}
                />
              ))}
            </fieldset>
          ))}
          <Button kind="danger">{words.button}</Button>
        </form>
      )}
    </Panel>
  )
}

const HoursForm = ({ page, scope, typed, sent, errors, hours }: EditProps) => {
  const { hours: words } = page.text.calendarEdit
  const isSent = sent === 'hours'
  const field = (name: 'opens' | 'closes') => ({
    half: true,
    type: 'time',
    name,
    prefix: 'hours',
    label: words[name],
    required: true,
    value: (isSent ? typed[name] : scope?.[name]) ?? '',
    error: isSent ? errors[name] : undefined,
  })
  return (
    <Panel title={words.title} id="office-hours">
      <p>{words.lead}</p>
      <WithMeanwhile page={page} meanwhile={hours.meanwhile}>
        <form method="post" novalidate action={pathOf(scope, '/hours')} class="stack">
          <Hidden name="version" value={hours.version} />
          <div class="fields">
            <Field {...field('opens')} />
            <Field {...field('closes')} />
          </div>
          <Button kind="second">{words.button}</Button>
        </form>
      </WithMeanwhile>
    </Panel>
  )
}
