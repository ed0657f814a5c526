import { availabilityOf, wishesInPicture } from '#domain/doors/edition.ts'
import type { Page } from '#views/page.ts'
import { Panel } from '#views/parts/panel.tsx'
import { type Message, wishLine } from './group-message.ts'

type Code = { readonly size: number; readonly path: string }
type Props = {
  readonly page: Page
  readonly message: Message
  /** The QR code of the board. */
  readonly code: Code
}

/** The picture for the group: /draw-picture.js draws it into an image, which can be saved by a long press. */
export const Picture = ({ page, message, code }: Props) => {
  const words = page.text.doors.picture
  return (
    <Panel title={words.title} id="picture">
      <div data-picture={JSON.stringify(pictureOf(page, message, code))}>
        <p class="hint" hidden>
          {words.save}
        </p>
        <img class="picture" alt={words.alt(message.cards.slice(0, wishesInPicture).length)} hidden />
        <noscript>
          <p>{words.withoutScripts}</p>
        </noscript>
      </div>
      <script src="/draw-picture.js" type="module"></script>
    </Panel>
  )
}

/** The content of the picture: the same public words as the message, as plain strings. */
function pictureOf({ text }: Page, { community, zone, madeAt, cards }: Message, code: Code) {
  const { picture, availability } = text.doors
  return {
    title: picture.heading,
    head: `${community.name} · ${text.time.day(madeAt, zone)}`,
    wishes: cards.slice(0, wishesInPicture).map((card, index) => {
      const { title, where, urgency } = wishLine(card, text)
      const state = availabilityOf(card.state)
      return {
        position: index + 1,
        title,
        note: text.card.code(card.code),
        ...(state === 'open' ? { note: picture.note(where, card.code) } : {}),
        urgency: state === 'open' ? urgency : availability[state],
        tone: card.urgency,
        isOpen: state === 'open',
      }
    }),
    lines: [
      ...(cards.length > wishesInPicture ? [picture.more(cards.length - wishesInPicture)] : []),
      picture.scan,
      ...(community.phone ? [picture.phone(community.phone)] : []),
      picture.free,
    ],
    code,
  }
}
