import type { PublicCard } from '#db/wishes/board-rows.ts'
import type { Edition, PaperSize } from '#domain/doors/edition.ts'
import type { CheckWords } from '#domain/log/check-words-shown.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { CheckWordsLine } from '#views/parts/paper/check-words.tsx'
import { PrintButton } from '#views/parts/paper/print-button.tsx'
import { QrCode } from '#views/parts/paper/qr-code.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { Exactly } from '#views/parts/when.tsx'
import { wishLine } from './group-message.ts'
import { WithdrawnLines } from './withdrawn-lines.tsx'

type Code = { readonly size: number; readonly path: string }
/** A wish with the QR code of its address. */
type SheetWish = { readonly card: PublicCard; readonly code: Code }

type Props = {
  readonly page: Page
  readonly community: { readonly name: string; readonly slug: string; readonly zone: string; readonly phone: string }
  readonly edition: Edition
  readonly wishes: readonly SheetWish[]
  /** The QR code of the page that shows the sheet's present state. */
  readonly live: Code
  readonly check: CheckWords | null
  /** The lines whose residents have withdrawn the consent since it was printed. */
  readonly withdrawn: readonly number[]
  /** Older sheets that have not been taken down yet. */
  readonly older: readonly number[]
}

/** A sheet for the notice board, on A4 or A3. The part above it is for staff and appears on the screen only. */
export const BoardSheet = (props: Props) => {
  const { page, community, edition, wishes, live, check } = props
  const { sheet, title } = page.text.doors
  return (
    <>
      <p class="actions">
        <LinkButton kind="quiet" href={`/doors?c=${community.slug}`}>
          <Icon name="arrow-left" />
          {title}
        </LinkButton>
        <PrintButton text={page.text} how={sheet.print(paperName(edition.paper))} isAlways />
      </p>
      <WithdrawnLines page={page} door="board" positions={props.withdrawn} />
      <SheetActs {...props} />
      <article class={`paper board-sheet ${edition.paper ?? 'a4'}`}>
        <header>
          <p>{community.name}</p>
          <h1>{sheet.title}</h1>
        </header>
        <ul>
          {wishes.map((wish) => (
            <SheetItem page={page} {...wish} />
          ))}
        </ul>
        <div class="how">
          <div>
            <p>{sheet.how}</p>
            {community.phone && <p class="lead">{sheet.phone(community.phone)}</p>}
            <p>{sheet.free}</p>
          </div>
          <figure>
            <QrCode code={live} label={sheet.liveCode(edition.number)} />
            <figcaption>{sheet.liveHint}</figcaption>
          </figure>
        </div>
        <footer>
          {sheet.number(edition.number)} · <Exactly at={edition.madeAt} zone={community.zone} /> {sheet.printed}
          <CheckWordsLine text={page.text} words={check} />
        </footer>
      </article>
    </>
  )
}

const paperName = (paper: PaperSize | null): string => (paper ?? 'a4').toUpperCase()

const SheetItem = ({ page, card, code }: SheetWish & { readonly page: Page }) => {
  const { text } = page
  const { title, where, availability } = wishLine(card, text)
  const isOpen = availability === 'open'
  return (
    <li class={isOpen ? card.urgency : 'crossed'}>
      <div>
        <h2>{isOpen ? title : <s>{title}</s>}</h2>
        <p>{where}</p>
        <p>
          {isOpen ? (
            <Tag tone={card.urgency}>{text.words.urgency[card.urgency]}</Tag>
          ) : (
            text.doors.availability[availability]
          )}
        </p>
        <p class="number">{card.code}</p>
      </div>
      {isOpen && <QrCode code={code} label={text.card.code(card.code)} />}
    </li>
  )
}

/** Staff record that the sheet is up and the old one was taken down, or that this one was taken down. */
const SheetActs = ({ page, community, edition, older }: Props) => {
  const { sheet } = page.text.doors
  const here = `/doors/sheets/${edition.number}`
  if (edition.endedAt) return <p class="lead">{sheet.isDown(page.text.time.day(edition.endedAt, community.zone))}</p>
  return (
    <div class="actions">
      {older.length > 0 && (
        <form method="post" action={`${here}/hung?c=${community.slug}`}>
          <Button>{sheet.hung(page.text.list(older.map((number) => sheet.number(number))))}</Button>
        </form>
      )}
      <form method="post" action={`${here}/down?c=${community.slug}`}>
        <Button kind="second">{sheet.down}</Button>
      </form>
    </div>
  )
}
