import type { PublicCard } from '#db/wishes/board-rows.ts'
import { letterOf, type PublishingDoor } from '#domain/doors/door.ts'
import { availabilityOf } from '#domain/doors/edition.ts'
import type { CheckWords } from '#domain/log/check-words-shown.ts'
import type { Text } from '#text/text.ts'
import { titleOf, whereOf } from '#views/wishes/wish-title.ts'

export type Message = {
  readonly community: { readonly name: string; readonly phone: string; readonly slug: string }
  readonly zone: string
  readonly number: number
  readonly madeAt: Date
  readonly publicUrl: string
  readonly cards: readonly PublicCard[]
  /** Claims since the message before this one; null for the first. */
  readonly claimedSince: number | null
  /** By which the ledger can be compared later with what this message was sent under. */
  readonly check: CheckWords | null
}

/** The address in a link or a QR code: the wish's number and the door. */
export const shortLink = (publicUrl: string, code: string, door: PublishingDoor): string =>
  `${publicUrl}/w/${code.replace('-', '')}?d=${letterOf(door)}`

/** A wish in the words of the group message and the notice board. */
export const wishLine = (card: PublicCard, text: Text) => ({
  title: titleOf(card, text),
  where: whereOf(card.gridName, card, text),
  urgency: text.words.urgency[card.urgency],
  availability: availabilityOf(card.state),
})

/** The text to copy into the group. Its lines are numbered, so that replies can refer to them. */
export function groupMessage(message: Message, text: Text): string {
  const { community, zone, number, madeAt, publicUrl, cards, claimedSince, check } = message
  const words = text.doors.message
  const lines = cards.map((card, index) => {
    const { title, where, urgency, availability } = wishLine(card, text)
    const thing = availability === 'open' ? title : words.crossedOut(title, text.doors.availability[availability])
    return `${words.line(index + 1, thing, where, urgency)}\n${shortLink(publicUrl, card.code, 'group')}`
  })
  return [
    words.head(community.name, text.time.day(madeAt, zone), number),
    ...lines,
    ...(claimedSince ? [words.claimedSince(claimedSince)] : []),
    words.how,
    ...(community.phone ? [words.phone(community.phone)] : []),
    ...(check ? [words.check(check.records, check.letters, `${check.site}/verify`)] : []),
  ].join('\n')
}
