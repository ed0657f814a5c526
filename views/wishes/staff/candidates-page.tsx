import type { PublicCard } from '#db/wishes/board-rows.ts'
import { type Door, enteredDoors } from '#domain/doors/door.ts'
import type { Reason } from '#domain/matching/reasons.ts'
import { Copyable } from '#views/account/copyable.tsx'
import type { Page } from '#views/page.ts'
import { Chips } from '#views/parts/chips.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Field, Hidden } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { titleOf, whereOf } from '#views/wishes/wish-title.ts'

/** A volunteer whom staff may ask. Staff see them by name and telephone; none is ranked, the order is by what suits. */
export type Candidate = {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly unit: string | null
  /** Wishes that they can still claim at the same time. */
  readonly left: number
  /** The limit that is used up: their own, or that of their unit this month. */
  readonly limit: 'person' | 'unit' | null
  /** They have claimed this wish before. */
  readonly hadIt: boolean
  /** Why it suits them; null where it does not or where they have had it before. */
  readonly fit: { readonly score: number; readonly reasons: readonly Reason[] } | null
}

type Props = {
  readonly page: Page
  readonly card: PublicCard
  readonly fitting: readonly Candidate[]
  readonly found: readonly Candidate[]
  /** How many further volunteers a search would narrow down. */
  readonly more: number
  readonly search: string
  /** How the volunteer claims: recorded with the claim. */
  readonly door: Door
  /** Working days until it is due, once claimed. */
  readonly within: number
  readonly mayApprove: boolean
}

/** Finds a volunteer for a waiting wish: those it suits, all others, and a text for the group. */
export const CandidatesPage = (props: Props) => {
  const { page, card, fitting, found, more, search, door, within } = props
  const here = `/wishes/${card.code}/candidates`
  const { text } = page
  const words = text.moves.candidates
  const title = titleOf(card, text)
  const invitation = words.forGroup(title, whereOf(card.gridName, card, text), text.card.code(card.code), within)
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">
        <span>{title}</span> <span>{text.card.code(card.code)}</span>
      </p>
      <p>{words.lead}</p>
      <p>
        <LinkButton kind="quiet" href={`/wishes/${card.code}`}>
          {words.back}
        </LinkButton>
      </p>
      <Chips
        label={text.moves.door}
        items={enteredDoors.map((one) => ({
          href: `${here}?${new URLSearchParams({ door: one, ...(search ? { q: search } : {}) })}`,
          label: text.words.door[one],
          current: one === door,
        }))}
      />
      {!search && (
        <Panel title={words.fitting} id="fitting">
          {fitting.length ? <List {...props} rows={fitting} /> : <p>{words.noneFit}</p>}
        </Panel>
      )}
      <Panel title={words.everyone} id="everyone">
        <form class="search" method="get" action={here}>
          <Hidden name="door" value={door} />
          <Field label={words.search} name="q" type="search" hint={words.searchHint} value={search} maxlength={40} />
          <Button kind="second">{words.find}</Button>
        </form>
        {found.length ? <List {...props} rows={found} /> : <p>{words.notFound}</p>}
        {more > 0 && <p>{words.more(more)}</p>}
      </Panel>
      <Panel title={words.group} id="group">
        <p>{words.groupHint}</p>
        <Copyable page={page} text={invitation} button={words.copy} />
      </Panel>
    </>
  )
}

const List = ({ page, card, rows, door, mayApprove }: Props & { readonly rows: readonly Candidate[] }) => {
  const { text } = page
  const words = text.moves.candidates
  return (
    <ul class="work">
      {rows.map(({ id, name, phone, unit, left, limit, hadIt, fit }) => (
        <li>
          <div>
            <b>{name}</b> {unit && <span>{unit}</span>}
            <small>
              <span>{limit ? words.atLimit[limit] : words.left(left)}</span>
              {hadIt && <span>{words.hadIt}</span>}
              {fit && reasonsOf(page, fit.reasons).map((reason) => <span>{reason}</span>)}
            </small>
          </div>
          <LinkButton kind="quiet" href={`tel:${phone}`}>
            {phone}
          </LinkButton>
          {limit === null || mayApprove ? (
            <form method="post" action={`/wishes/${card.code}/claim`}>
              <Hidden name="volunteer" value={id} />
              <Hidden name="door" value={door} />
              {limit && <Hidden name="extra" value="yes" />}
              <Button kind="second">{limit ? words.approve : words.claim}</Button>
            </form>
          ) : (
            <small>{words.askSecretary}</small>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What staff say on the telephone. Urgency and waiting time are left out, because they apply to everyone. */
const reasonsOf = ({ text }: Page, reasons: readonly Reason[]): readonly string[] => {
  const { fits } = text.moves.candidates
  return reasons.flatMap((reason) => {
    if (reason.why === 'strength') return [fits.strength(text.catalogue.strengths[reason.strength])]
    return reason.why === 'grid' || reason.why === 'time' ? [fits[reason.why]] : []
  })
}
