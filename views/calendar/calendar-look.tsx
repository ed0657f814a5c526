import type { Scope } from '#db/community/calendar-rows.ts'
import type { NewHolidayNotice } from '#domain/time/holiday-notice.ts'
import type { Page } from '#views/page.ts'
import { Button } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Hidden } from '#views/parts/form/field.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { dayName } from '#views/rules/rule-days.ts'
import { pathOf } from './calendar-scope.ts'
import { RunText } from './holiday-notices.tsx'

type Moving = { readonly from: string; readonly to: string }
/** The open deadlines that a notice would move, by their present last days. */
type Effect = {
  readonly count: number
  readonly earliest: Moving | null
  readonly latest: Moving | null
  /** How many communities were looked at, if there were more. */
  readonly onlyFirst: number | null
}

type Props = {
  readonly page: Page
  readonly scope: Scope
  readonly notice: NewHolidayNotice
  readonly effect: Effect
  /** Everything that was in the form, sent again in hidden fields. */
  readonly typed: Readonly<Record<string, string>>
}

/** What a notice says and would change, before it is saved. */
export const CalendarLook = ({ page, scope, notice, effect, typed }: Props) => {
  const { text } = page
  const { preview: words, notice: fields } = text.calendarEdit
  const { layer, title, reference, issuedOn, runs } = notice
  const name = [title || text.calendar.notice('community'), reference].filter(Boolean).join(' ')
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <Panel title={name}>
        <Facts
          rows={[
            ...(layer === 'community'
              ? []
              : [{ term: text.workingDays.year.layer, value: text.calendar.layer[layer] }]),
            { term: text.workingDays.notices.for, value: scope ? words.isOwn : words.isAll },
            { term: fields.issuedOn, value: dayName(issuedOn, text) },
            {
              term: words.dates,
              value: runs.map((run) => (
                <div>
                  <RunText page={page} layer={layer} run={{ ...run, withdrawnAt: null }} />
                </div>
              )),
            },
          ]}
        />
      </Panel>
      <EffectPart page={page} effect={effect} />
      <form method="post" action={pathOf(scope, '/notices')} class="actions">
        {Object.entries(typed).map(([field, value]) => field !== 'do' && <Hidden name={field} value={value} />)}
        <Button name="do" value="save">
          {words.save}
        </Button>
        <Button kind="second" name="do" value="change">
          {words.change}
        </Button>
      </form>
    </div>
  )
}

const EffectPart = ({ page, effect }: { readonly page: Page; readonly effect: Effect }) => {
  const { preview: words } = page.text.calendarEdit
  const { count, earliest, latest, onlyFirst } = effect
  const say = (day: string) => dayName(day, page.text)
  if (!earliest || !latest) return <p>{words.none}</p>
  return (
    <Banner tone="yellow" title={words.moves(count)}>
      <p>{words.range(say(earliest.from), say(earliest.to), say(latest.from), say(latest.to))}</p>
      {onlyFirst !== null && <p>{words.more(onlyFirst)}</p>}
      <p>{words.told}</p>
    </Banner>
  )
}
