import { ruleVersionOn } from '#domain/rules.ts'
import type { Page } from '#views/page.ts'
import { Button } from '#views/parts/form/button.tsx'
import { ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Checkbox, Field, Hidden, TextArea } from '#views/parts/form/field.tsx'
import { type Meanwhile, WithMeanwhile } from '#views/parts/form/meanwhile-banner.tsx'
import { NeededTick } from '#views/parts/form/needed-tick.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { dayName } from './rule-days.ts'
import { Changes } from './rule-history.tsx'
import { numbersOf, ruleGroups, say, units } from './rule-numbers.ts'
import type { RulesProps } from './rules-props.ts'

type Props = Pick<RulesProps, 'versions' | 'today' | 'community'> & {
  readonly page: Page
  readonly action: string
  readonly keyOfForm: string
  readonly editing: { readonly version: number; readonly meanwhile: Meanwhile | null }
  /** Every rule as typed; 'yes' for a rule that is switched on. */
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly needed: readonly string[] | undefined
}

/** The secretary's form for new rules: every number that may change, and none that the law has settled. */
export const ChangeRules = (props: Props) => {
  const { page, action, keyOfForm, editing, typed, errors, needed } = props
  const { rules, ruleChanges, site } = page.text
  const numbers = numbersOf(ruleVersionOn(props.versions, props.today).rules)
  return (
    <div class="narrow">
      <h1>{ruleChanges.title}</h1>
      <p class="lead">{ruleChanges.lead}</p>
      <ErrorSummary
        title={site.errorSummary}
        errors={Object.entries(errors).map(([name, message]) => ({ name, message }))}
      />
      <Ahead {...props} />
      <WithMeanwhile page={page} meanwhile={editing.meanwhile}>
        <form method="post" novalidate action={action}>
          <Hidden name="key" value={keyOfForm} />
          <Hidden name="version" value={editing.version} />
          <Hidden name="base" value={typed.base ?? ''} />
          {Object.entries(ruleGroups).map(([group, names]) => (
            <Panel title={rules.groups[group as keyof typeof ruleGroups]} id={group}>
              <div class="fields">
                {names.map((name) =>
                  name === 'checkBeforePublishing' ? (
                    <Checkbox
                      name={name}
                      label={rules.rule[name].name}
                      hint={say(name, numbers, page.text).sentence}
                      checked={typed[name] === 'yes'}
                    />
                  ) : (
                    <Field
                      name={name}
                      label={rules.rule[name].name}
                      hint={ruleChanges.now(say(name, numbers, page.text).sentence, ruleChanges[units[name]])}
                      inputmode="decimal"
                      value={typed[name] ?? ''}
                      error={errors[name]}
                      required
                    />
                  ),
                )}
              </div>
            </Panel>
          ))}
          <Field
            label={ruleChanges.fromDay}
            name="fromDay"
            type="date"
            hint={ruleChanges.fromDayHint}
            value={typed.fromDay ?? ''}
            error={errors.fromDay}
            required
          />
          <TextArea
            label={ruleChanges.reason}
            name="reason"
            rows={2}
            hint={ruleChanges.reasonHint}
            value={typed.reason ?? ''}
            error={errors.reason}
            required
          />
          <NeededTick page={page} words={needed} typed={typed.needed} isGeneral />
          <Button wide>{ruleChanges.button}</Button>
        </form>
      </WithMeanwhile>
    </div>
  )
}

/** Changes that have been decided and have not begun: what this form adds does not undo them, and each can be taken back. */
const Ahead = ({ page, versions, today, community, errors }: Props) => {
  const { ruleChanges, rules } = page.text
  const ahead = versions.filter(({ fromDay }) => fromDay > today)
  if (!ahead.length && !errors.ahead) return null
  return (
    <Panel title={ruleChanges.ahead} id="ahead" tone="yellow">
      {errors.ahead && <p>{errors.ahead}</p>}
      <p>{ruleChanges.aheadLead}</p>
      {ahead.map((version) => (
        <div>
          <h3>{rules.history.from(dayName(version.fromDay, page.text))}</h3>
          <Changes page={page} before={versions[versions.indexOf(version) - 1]} after={version} />
          <form method="post" action={`/rules/changes/${version.id}/cancel?c=${community.slug}`}>
            <Button kind="danger">{ruleChanges.cancel}</Button>
          </form>
        </div>
      ))}
    </Panel>
  )
}
