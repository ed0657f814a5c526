import { figureNames, isRate } from '#domain/month/figures.ts'
import { isSecretaryOf } from '#domain/people/actor.ts'
import { Chips } from '#views/parts/chips.tsx'
import { Fold } from '#views/parts/details.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { ReadAloud } from '#views/parts/read-aloud.tsx'
import { dayName } from './rule-days.ts'
import { History } from './rule-history.tsx'
import { numbersOf, ruleGroups, say } from './rule-numbers.ts'
import type { RulesProps } from './rules-props.ts'

/** What everyone may know about how this community works. */
export const RulesPage = (props: RulesProps) => {
  const { page, current } = props
  const { rules } = page.text
  return (
    <>
      <h1>{rules.title}</h1>
      <p class="lead">{rules.lead(dayName(current.fromDay, page.text))}</p>
      <ReadAloud page={page} />
      {isSecretaryOf(page.actor, props.community.id) && (
        <p>
          <LinkButton kind="second" href={`/rules/change?c=${props.community.slug}`}>
            {page.text.ruleChanges.open}
          </LinkButton>
        </p>
      )}
      <Chips
        label={rules.contents}
        items={Object.entries(rules.contentsOf).map(([id, label]) => ({ href: `#${id}`, label }))}
      />
      <Numbers {...props} />
      <Order {...props} />
      <Invitations {...props} />
      <Never {...props} />
      <Sees {...props} />
      <Definitions {...props} />
      <Days {...props} />
      <History {...props} />
      <Complain {...props} />
    </>
  )
}

const Numbers = ({ page, current }: RulesProps) => {
  const { rules } = page.text
  const numbers = numbersOf(current.rules)
  return (
    <>
      {Object.entries(ruleGroups).map(([group, names]) => (
        <Panel title={rules.groups[group as keyof typeof ruleGroups]} id={group}>
          {names.map((name) => {
            const said = say(name, numbers, page.text)
            return (
              <>
                <h3>{`${said.name} · ${said.value}`}</h3>
                <p>{said.sentence}</p>
              </>
            )
          })}
        </Panel>
      ))}
    </>
  )
}

/** Explains the automatic order to the people it concerns (PIPL 24). */
const Order = ({ page }: RulesProps) => {
  const { order } = page.text.rules
  return (
    <Panel title={order.title} id="order">
      <p>{order.plain}</p>
      <p>{order.fits}</p>
      <ol>
        {order.rows.map((row) => (
          <li>{row}</li>
        ))}
      </ol>
      <p>{order.never}</p>
    </Panel>
  )
}

const Invitations = ({ page }: RulesProps) => {
  const { rules } = page.text.invitations
  return (
    <Panel title={rules.title} id="invitations">
      <p>{rules.lead}</p>
      <ol>
        {rules.rows.map((row) => (
          <li>{row}</li>
        ))}
      </ol>
    </Panel>
  )
}

const Never = ({ page }: RulesProps) => {
  const { never } = page.text.rules
  return (
    <Panel title={never.title} id="never" tone="green">
      <p>{never.lead}</p>
      <ul>
        {never.rows.map((row) => (
          <li>{row}</li>
        ))}
      </ul>
    </Panel>
  )
}

const Sees = ({ page }: RulesProps) => {
  const { sees } = page.text.rules
  return (
    <Panel title={sees.title} id="sees">
      <Facts rows={sees.rows.map(([term, value]) => ({ term, value }))} />
      <p>{sees.name}</p>
    </Panel>
  )
}

const Definitions = ({ page }: RulesProps) => {
  const { rules, reports } = page.text
  return (
    <Panel title={rules.figures.title} id="figures">
      <p>{rules.figures.lead}</p>
      <Fold summary={rules.figures.each}>
        <Facts
          rows={figureNames.map((name) => ({
            term: isRate(name) ? reports.rates[name] : reports.names[name],
            value: reports.how[name],
          }))}
        />
      </Fold>
    </Panel>
  )
}

const Days = ({ page, community }: RulesProps) => {
  const { workingDays } = page.text
  return (
    <Panel title={workingDays.title} id="calendar">
      <p>{workingDays.short}</p>
      <p>
        <LinkButton kind="second" href={`/c/${community.slug}/calendar`}>
          <Icon name="calendar" />
          {workingDays.open}
        </LinkButton>
      </p>
    </Panel>
  )
}

const Complain = ({ page, community }: RulesProps) => {
  const { complain } = page.text.rules
  return (
    <Panel title={complain.title} id="complain">
      <p>{complain.lead}</p>
      <ul>
        {complain.rows.map((row) => (
          <li>{row}</li>
        ))}
      </ul>
      {community.phone ? (
        <p>
          <LinkButton kind="second" href={`tel:${community.phone}`}>
            <Icon name="phone-call" />
            {complain.call(community.phone)}
          </LinkButton>
        </p>
      ) : (
        <p>{complain.noPhone}</p>
      )}
    </Panel>
  )
}
