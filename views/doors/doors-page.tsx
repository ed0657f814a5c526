import type { Child } from 'hono/jsx'
import type { PublicCard } from '#db/wishes/board-rows.ts'
import { type Edition, type PaperSize, paperSizes, wishesInMessage, wishesOnSheet } from '#domain/doors/edition.ts'
import type { Page } from '#views/page.ts'
import { Empty } from '#views/parts/empty.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Checkbox, Hidden, RadioGroup } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { wishLine } from './group-message.ts'

/** The wishes to choose from for one door; new ones come first and are ticked. */
export type Choice = {
  readonly cards: readonly PublicCard[]
  readonly ticked: readonly string[]
  readonly key: string
  readonly error: string | null
}

type GroupDoor = {
  readonly choice: Choice
  readonly newCount: number
  readonly recent: readonly Edition[]
}

type BoardDoor = {
  readonly choice: Choice
  readonly newCount: number
  /** Of wishes on the sheets that are up. */
  readonly old: { readonly taken: number; readonly gone: number }
  readonly hanging: readonly Edition[]
  readonly paper: PaperSize
}

type Place = { readonly page: Page; readonly slug: string; readonly zone: string }
type Props = Place & {
  readonly group: GroupDoor
  readonly board: BoardDoor
  /** Robots are the secretary's. */
  readonly isSecretary: boolean
  /** A wish was published here before. */
  readonly isBegun: boolean
}

/** What is new at each door, and the forms for making a message or a sheet. */
export const DoorsPage = ({ page, slug, zone, group, board, isSecretary, isBegun }: Props) => {
  const { doors } = page.text
  return (
    <>
      <h1>{doors.title}</h1>
      <p class="lead">{doors.lead}</p>
      {isBegun ? (
        <div class="columns">
          <GroupPanel page={page} slug={slug} zone={zone} group={group} />
          <BoardPanel page={page} slug={slug} zone={zone} board={board} />
        </div>
      ) : (
        <Empty icon="print" title={page.text.firstSteps.notYet.published}>
          <p>{page.text.firstSteps.notYet.publishedHelp}</p>
        </Empty>
      )}
      {isSecretary && (
        <p>
          <LinkButton kind="second" href={`/doors/robots?c=${slug}`}>
            {doors.robots.title}
          </LinkButton>
        </p>
      )}
    </>
  )
}

const GroupPanel = ({ page, slug, zone, group }: Place & { readonly group: GroupDoor }) => {
  const { doors, time } = page.text
  return (
    <Panel title={doors.group} id="group">
      <p>{doors.fresh(group.newCount)}</p>
      <ChoiceForm
        page={page}
        door="group"
        action={`/doors/messages?c=${slug}`}
        choice={group.choice}
        most={wishesInMessage}
        button={doors.message.make}
      />
      {group.recent.length > 0 && (
        <>
          <p>
            <LinkButton kind="second" href={`/doors/replies?c=${slug}`}>
              {doors.replies.link}
            </LinkButton>
          </p>
          <h3>{doors.message.recent}</h3>
          <ul class="links">
            {group.recent.map(({ number, madeAt }) => (
              <li>
                <a href={`/doors/messages/${number}?c=${slug}`}>
                  {doors.message.sent(number, time.moment(madeAt, zone))}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}

const BoardPanel = ({ page, slug, zone, board }: Place & { readonly board: BoardDoor }) => {
  const { doors, time } = page.text
  const { sheet } = doors
  const { hanging, newCount, old } = board
  const isStale = hanging.length > 0 && newCount + old.taken + old.gone > 0
  return (
    <Panel title={doors.board} id="board">
      <p>{isStale ? sheet.stale(old.taken, old.gone, newCount) : doors.freshOnBoard(newCount)}</p>
      {hanging.length > 0 && (
        <>
          <h3>{sheet.hanging}</h3>
          <ul class="links">
            {hanging.map(({ number, madeAt }) => (
              <li>
                <a href={`/doors/sheets/${number}?c=${slug}`}>{sheet.hungSince(number, time.moment(madeAt, zone))}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <ChoiceForm
        page={page}
        door="board"
        action={`/doors/sheets?c=${slug}`}
        choice={board.choice}
        most={wishesOnSheet[board.paper]}
        button={sheet.make}
      >
        <RadioGroup
          label={sheet.paper}
          name="paper"
          value={board.paper}
          options={paperSizes.map((size) => ({ value: size, label: sheet.paperOf[size] }))}
        />
      </ChoiceForm>
    </Panel>
  )
}

type ChoiceProps = {
  readonly page: Page
  readonly door: string
  readonly action: string
  readonly choice: Choice
  readonly most: number
  readonly button: string
  readonly children?: Child
}

const ChoiceForm = ({ page, door, action, choice, most, button, children }: ChoiceProps) => {
  const { doors } = page.text
  if (!choice.cards.length) return <p>{doors.none}</p>
  return (
    <form method="post" action={action}>
      <Hidden name="key" value={choice.key} />
      {choice.error && (
        <Banner tone="yellow" role="alert">
          <p>{choice.error}</p>
        </Banner>
      )}
      <fieldset class="field">
        <legend>{doors.choose(most)}</legend>
        {choice.cards.map((card) => (
          <Tick page={page} door={door} card={card} checked={choice.ticked.includes(card.code)} />
        ))}
      </fieldset>
      {children}
      <Button wide>{button}</Button>
    </form>
  )
}

type TickProps = { readonly page: Page; readonly door: string; readonly card: PublicCard; readonly checked: boolean }

const Tick = ({ page, door, card, checked }: TickProps) => {
  const { title, where, urgency } = wishLine(card, page.text)
  return (
    <Checkbox
      name="wish"
      prefix={`${door}-${card.code}`}
      value={card.code}
      checked={checked}
      label={
        <>
          {title} <small>{`${where} · ${urgency}`}</small>
        </>
      }
    />
  )
}
