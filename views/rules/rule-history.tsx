import type { RuleVersion } from '#domain/rules.ts'
import { Panel } from '#views/parts/panel.tsx'
import { dayName } from './rule-days.ts'
import { changedBetween, numbersOf, say } from './rule-numbers.ts'
import type { RulesProps } from './rules-props.ts'

/** The versions, newest first, each with its changes to the one before. */
export const History = ({ page, versions, current, today }: RulesProps) => {
  const { history } = page.text.rules
  const ordered = versions.toReversed()
  return (
    <Panel title={history.title} id="history">
      <ol class="timeline">
        {ordered.map((version, index) => (
          <li>
            <b>{history.from(dayName(version.fromDay, page.text))}</b>{' '}
            <small>
              {version.id === current.id ? history.now : version.fromDay > today ? history.ahead : history.past}
            </small>
            <p>{history.reason(reasonOf(version.reason, history.reasons))}</p>
            <Changes page={page} before={ordered[index + 1]} after={version} />
          </li>
        ))}
      </ol>
    </Panel>
  )
}

/**
 * The words for one of our own reason codes, otherwise the reason as a secretary typed it, which may equal the name of
 * any object property.
 */
const reasonOf = (reason: string, ours: Readonly<Record<string, string>>): string =>
  (Object.hasOwn(ours, reason) && ours[reason]) || reason

type ChangesProps = Pick<RulesProps, 'page'> & {
  readonly before: RuleVersion | undefined
  readonly after: RuleVersion
}

/** What a version changes of the one before it, each rule with its old and its new value. */
export const Changes = ({ page, before, after }: ChangesProps) => {
  const { history } = page.text.rules
  if (!before) return <p>{history.first}</p>
  const changed = changedBetween(before.rules, after.rules)
  if (!changed.length) return <p>{history.same}</p>
  const [old, fresh] = [numbersOf(before.rules), numbersOf(after.rules)]
  return (
    <ul>
      {changed.map((name) => {
        const [was, is] = [say(name, old, page.text), say(name, fresh, page.text)]
        return <li>{history.changed(is.name, was.value, is.value)}</li>
      })}
    </ul>
  )
}
