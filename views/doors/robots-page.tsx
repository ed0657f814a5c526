import type { RobotMessageRow, RobotRow } from '#db/doors/robot-rows.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Field, Hidden } from '#views/parts/form/field.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { Tag } from '#views/parts/tag.tsx'

type Props = {
  readonly page: Page
  readonly slug: string
  readonly zone: string
  readonly robots: readonly RobotRow[]
  readonly messages: readonly RobotMessageRow[]
  readonly formKey: string
  readonly error: string | null
}

/** The robots of a community and what became of their messages. An address is typed here and never shown. */
export const RobotsPage = (props: Props) => {
  const { page, slug, zone, robots, messages } = props
  const { doors, time } = page.text
  const words = doors.robots
  return (
    <div class="narrow">
      <p class="actions">
        <LinkButton kind="quiet" href={`/doors?c=${slug}`}>
          <Icon name="arrow-left" />
          {doors.title}
        </LinkButton>
      </p>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {robots.length === 0 && <p>{words.none}</p>}
      <ul class="work">
        {robots.map(({ id, kind, addedAt }) => (
          <li>
            <div>{words.row(words.kind[kind], time.day(addedAt, zone))}</div>
            <form method="post" action={`/doors/robots/${id}/end?c=${slug}`}>
              <Button kind="second">{words.remove}</Button>
            </form>
          </li>
        ))}
      </ul>
      <AddForm {...props} />
      {messages.length > 0 && (
        <Panel title={words.log} id="log">
          <ul class="work">
            {messages.map((message) => (
              <MessageLine page={page} slug={slug} message={message} />
            ))}
          </ul>
        </Panel>
      )}
    </div>
  )
}

const AddForm = ({ page, slug, formKey, error }: Props) => {
  const words = page.text.doors.robots
  return (
    <Panel title={words.add} id="add">
      <form method="post" novalidate action={`/doors/robots?c=${slug}`} autocomplete="off">
        <Hidden name="key" value={formKey} />
        <Field
          label={words.address}
          name="address"
          type="password"
          autocomplete="off"
          hint={words.addressHint}
          error={error ?? undefined}
          required
        />
        <Field label={words.key} name="signingKey" type="password" autocomplete="off" hint={words.keyHint} />
        <Button wide>{words.save}</Button>
      </form>
    </Panel>
  )
}

const tones = {
  waiting: 'yellow',
  sending: 'blue',
  sent: 'green',
  unsure: 'red',
  'given-up': 'red',
  dropped: 'blue',
} as const

type LineProps = { readonly page: Page; readonly slug: string; readonly message: RobotMessageRow }

const MessageLine = ({ page, slug, message }: LineProps) => {
  const words = page.text.doors.robots
  const { id, number, kind, state, tries, answer } = message
  const here = `/doors/robots/messages/${id}`
  return (
    <li>
      <div>
        <a href={`/doors/messages/${number}?c=${slug}`}>{words.message(number, words.kind[kind])}</a>
        <small>{words.tries(tries, answer)}</small>
      </div>
      <Tag tone={tones[state]}>{words.state[state]}</Tag>
      {state === 'unsure' && (
        <div class="actions">
          <form method="post" action={`${here}/seen?c=${slug}`}>
            <Button kind="second">{words.isThere}</Button>
          </form>
          <form method="post" action={`${here}/again?c=${slug}`}>
            <Button kind="quiet">{words.sendAgain}</Button>
          </form>
        </div>
      )}
    </li>
  )
}
