import type { PublicCard } from '#db/wishes/board-rows.ts'
import type { Held } from '#domain/matching/offers.ts'
import type { Lack } from '#domain/matching/would-help.ts'
import { localMonth } from '#domain/time/workdays.ts'
import type { Text } from '#text/text.ts'
import { Copyable } from '#views/account/copyable.tsx'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'

type Asked = { readonly at: Date; readonly name: string }
/** What the next plan would do with one wish: how many people it invites, or why it invites none. */
type NextForWish = { readonly people: number } | { readonly why: Held['why'] | 'nobody' }
export type WaitingRow = {
  readonly card: PublicCard
  readonly asked: readonly Asked[]
  /** Null where the plan does not look at it, because it rests. */
  readonly next: NextForWish | null
}

export type NextPlan = {
  readonly at: Date
  readonly wishes: number
  readonly people: number
  readonly held: readonly Held[]
  readonly unanswered: number
  readonly forWish: ReadonlyMap<string, NextForWish | null>
  /** With the item of one of the wishes, for a service day. */
  readonly lacks: readonly (Lack & { readonly itemId: string | null })[]
}

type Props = {
  readonly page: Page
  readonly waiting: readonly WaitingRow[]
  readonly next: NextPlan
  readonly never: { readonly all: number; readonly never: number }
}

/** For the secretary: who was asked, what the next plan would do, and what would help. */
export const InvitationsPage = ({ page, waiting, next, never }: Props) => {
  const { staff, rules } = page.text.invitations
  return (
    <div class="narrow">
      <h1>{staff.title}</h1>
      <p class="lead">{staff.lead}</p>
      <Helps page={page} next={next} />
      <Next page={page} next={next} />
      <Panel title={staff.never.title} id="never-asked">
        <Facts rows={[{ term: staff.never.month, value: staff.never.of(never.never, never.all) }]} />
        <p>{staff.never.how}</p>
      </Panel>
      <Waiting page={page} waiting={waiting} />
      <p>
        <a href={`/c/${page.community?.slug ?? ''}/rules#invitations`}>{rules.title}</a>
      </p>
    </div>
  )
}

const Next = ({ page, next }: Pick<Props, 'page' | 'next'>) => {
  const { next: words } = page.text.invitations.staff
  const held = (why: Held['why']) => next.held.filter((one) => one.why === why).length
  const lines = [
    next.people ? words.counts(next.wishes, next.people) : words.none,
    ...(['answers', 'visits', 'festival'] as const).flatMap((why) => (held(why) ? [words[why](held(why))] : [])),
    ...(next.unanswered ? [words.unanswered(next.unanswered)] : []),
  ]
  return (
    <Panel title={words.title} id="next-plan">
      <p>{words.when(page.text.time.moment(next.at))}</p>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </Panel>
  )
}

const Helps = ({ page, next }: Pick<Props, 'page' | 'next'>) => {
  const { helps } = page.text.invitations.staff
  if (!next.lacks.length) return null
  return (
    <Panel title={helps.title} id="helps" tone="yellow">
      {next.lacks.map((lack) => (
        <div class="stack">
          <p>
            <b>{lackWords(lack, page.text).said}</b>
          </p>
          <Copyable page={page} text={lackWords(lack, page.text).script} button={helps.copy} />
          {lack.itemId && (
            <p class="actions">
              <LinkButton kind="second" href={activityFor(page, lack.itemId)}>
                {helps.activity}
              </LinkButton>
            </p>
          )}
        </div>
      ))}
    </Panel>
  )
}

function lackWords(lack: Lack, { invitations, catalogue }: Text) {
  const { helps } = invitations.staff
  const count = lack.wishIds.length
  if (lack.why === 'nobody-left') return { said: helps.nobody(count), script: helps.nobodyScript(count) }
  const strength = catalogue.strengths[lack.strength]
  return { said: helps.strength(strength, count), script: helps.script(strength, count) }
}

const activityFor = ({ community, now }: Page, itemId: string): string => {
  const month = localMonth(now, community?.zone ?? 'Asia/Shanghai')
  return `/reports/${month}/activities/new?c=${community?.slug ?? ''}&item=${itemId}`
}

const Waiting = ({ page, waiting }: Pick<Props, 'page' | 'waiting'>) => {
  const { wishes: words } = page.text.invitations.staff
  if (!waiting.length) return <p>{words.none}</p>
  return (
    <Panel title={words.title} id="waiting">
      <Rows page={page} waiting={waiting.slice(0, shownFirst)} />
      {waiting.length > shownFirst && (
        <Fold summary={words.more(waiting.length - shownFirst)}>
          <Rows page={page} waiting={waiting.slice(shownFirst)} />
        </Fold>
      )}
    </Panel>
  )
}

const shownFirst = 5

const Rows = ({ page, waiting }: Pick<Props, 'page' | 'waiting'>) => {
  const { wishes: words } = page.text.invitations.staff
  return (
    <ul class="timeline">
      {waiting.map(({ card, asked, next }) => (
        <li>
          <a href={`/wishes/${card.code}`}>{titleOf(card, page.text)}</a>{' '}
          <small>{asked.length ? words.asked(asked.length) : words.nobody}</small>
          <p>{nextWords(next, page.text)}</p>
          {asked.length > 0 && (
            <Fold summary={words.who(page.text.time.moment((asked.at(-1) as Asked).at))}>
              {byTime(asked).map(({ at, names }) => (
                <p>{words.at(page.text.time.moment(at), page.text.list(names))}</p>
              ))}
            </Fold>
          )}
        </li>
      ))}
    </ul>
  )
}

function nextWords(next: NextForWish | null, { invitations }: Text): string {
  const { wishes: words } = invitations.staff
  if (!next) return words.next.rests
  return 'why' in next ? words.next[next.why] : words.next.people(next.people)
}

function byTime(asked: readonly Asked[]): readonly { readonly at: Date; readonly names: readonly string[] }[] {
  const times = new Map<number, string[]>()
  for (const { at, name } of asked) times.set(at.getTime(), [...(times.get(at.getTime()) ?? []), name])
  return [...times].map(([at, names]) => ({ at: new Date(at), names }))
}
