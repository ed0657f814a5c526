import type { RoleRow } from '#db/people/role-rows.ts'
import type { UnfinishedWork } from '#db/people/unfinished-work.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Select, TextArea } from '#views/parts/form/field.tsx'
import { NeededTick } from '#views/parts/form/needed-tick.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'
import { rolesInWords } from './role-words.ts'

export type HandoverTyped = {
  readonly note: string
  readonly needed: string
  /** The chosen colleague of each grid; empty for none. */
  readonly takers: ReadonlyMap<string, string>
  readonly error: string | null
  /** Private words in the note that may be confirmed as needed. */
  readonly asked?: readonly string[]
  /** No one else has the role, so it cannot end. */
  readonly isLast?: 'secretary' | 'administrator'
}

/** The value of a grid that does not change hands. */
export const stays = 'stays'

type Props = {
  readonly page: Page
  readonly name: string
  readonly personId: string
  readonly rows: readonly RoleRow[]
  readonly held: UnfinishedWork
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
  readonly typed: HandoverTyped | null
}

/** What a person has in hand before a role ends, who takes it over, and one button. */
export const HandoverPage = (props: Props) => {
  const { page, name, personId, rows, held, colleagues, typed } = props
  const { text } = page
  const words = text.people.handover
  const [first] = rows
  const hasClaims = held.undelivered.length > 0
  return (
    <div class="narrow">
      <h1>{words.title(name)}</h1>
      <p class="lead">{rolesInWords(text, rows)}</p>
      {typed?.isLast && (
        <Banner tone="red" role="alert">
          <p>{words.last[typed.isLast]}</p>
        </Banner>
      )}
      {typed?.error && !hasClaims && (
        <Banner tone="red" role="alert">
          <p>{typed.error}</p>
        </Banner>
      )}
      <Panel title={words.inHand}>
        <InHand page={page} held={held} />
      </Panel>
      <form class="fields" method="post" novalidate action={`/people/${personId}/roles/${first?.id}/end`}>
        {rows.map(({ area, role }, index) =>
          role === 'gridWorker' ? (
            <Select
              label={words.taker(area.name)}
              hint={index === 0 ? words.takerHint : undefined}
              name={`taker-${area.id}`}
              options={[
                { value: '', label: words.nobodyYet },
                ...(rows.length > 1 ? [{ value: stays, label: words.stays }] : []),
                ...colleagues.map((one) => ({ value: one.id, label: one.name })),
              ]}
              value={typed?.takers.get(area.id) ?? ''}
            />
          ) : null,
        )}
        {hasClaims && (
          <TextArea
            label={text.endings.leave.handover}
            hint={text.endings.leave.handoverHint}
            name="handover"
            rows={3}
            value={typed?.note ?? ''}
            error={typed?.error ?? undefined}
          />
        )}
        {hasClaims && <NeededTick page={page} words={typed?.asked} typed={typed?.needed ?? ''} />}
        <ul class="say">
          {hasClaims && <li>{words.claimsGoBack}</li>}
          <li>{words.signedOut}</li>
          <li>{words.again}</li>
        </ul>
        <p class="actions">
          <Button kind="danger">{first ? words.button[first.role] : ''}</Button>
          <LinkButton kind="quiet" href={`/people/${personId}`}>
            {text.site.cancel}
          </LinkButton>
        </p>
      </form>
    </div>
  )
}

const InHand = ({ page, held }: { readonly page: Page; readonly held: UnfinishedWork }) => {
  const { text } = page
  const words = text.people.handover
  const { undelivered, joined, tasks, entered } = held
  if (undelivered.length + joined + tasks.length + entered === 0) return <p>{words.nothing}</p>
  return (
    <ul class="say">
      {undelivered.map((wish) => (
        <li>
          {words.undelivered} <a href={`/wishes/${wish.code}`}>{titleOf(wish, text)}</a>
        </li>
      ))}
      {joined > 0 && <li>{words.joined(joined)}</li>}
      {tasks.map(({ task, count }) => (
        <li>{`${text.desk.tasks[task].title}${text.colon}${text.desk.count(count)}`}</li>
      ))}
      {entered > 0 && <li>{words.entered(entered)}</li>}
    </ul>
  )
}
