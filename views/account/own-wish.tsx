import type { Wish } from '#domain/wish/wish.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { pieceUntil } from '#views/parts/seen-at.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { Due, saidWords } from '#views/parts/when.tsx'
import { ContactPanel } from '#views/wishes/claim/contact.tsx'
import { Ways } from '#views/wishes/claim/ways.tsx'
import { landmarkOf, titleOf } from '#views/wishes/wish-title.ts'
import type { Contact } from '#views/wishes/wish-view-data.ts'
import { Copyable } from './copyable.tsx'

export type OwnWish = {
  readonly wish: Wish
  readonly publicText: string
  readonly contact: Contact | null
  /** Until when the phone may show it without a signal. */
  readonly snapshotUntil: Date | null
  readonly place: { readonly name: string; readonly zone: string }
}

type Props = { readonly page: Page; readonly own: OwnWish }

/**
 * A claimed wish: when, whom to call, where to go, what to be careful about, and two ways to finish: delivered or given
 * back.
 */
export const OpenWish = ({ page, own }: Props) => {
  const { text, now } = page
  const { wish, publicText, contact, place } = own
  const { zone } = place
  const due = wish.dueAt ? text.time.deadline(wish.dueAt, zone) : ''
  // Two claims may be for the same item; the number distinguishes them for people who use a screen reader.
  const name = landmarkOf(wish, publicText, text)
  const isLate = wish.dueAt !== null && now > wish.dueAt
  return (
    <section class="own" aria-label={name} {...pieceUntil(own.snapshotUntil, wish.code, now)}>
      <h2 id={`own-${wish.code}`}>
        <a href={`/wishes/${wish.code}`}>{titleOf({ ...wish, publicText }, text)}</a>
      </h2>
      <p class="tags">
        {wish.visitAt && <Tag>{text.mine.visit(saidWords(wish.visitAt, now, text, zone))}</Tag>}
        <Tag tone={isLate ? 'red' : wish.urgency}>
          {isLate || !wish.dueAt ? (
            text.mine.overdue(due)
          ) : (
            <Due
              at={wish.dueAt}
              page={page}
              zone={zone}
              exactly={text.mine.due(text.time.deadline(wish.dueAt, zone))}
            />
          )}
        </Tag>
      </p>
      <Ways page={page} wish={wish} contact={contact} place={place.name} />
      {contact && (
        <ContactPanel
          page={page}
          contact={contact}
          wish={wish}
          zone={zone}
          isShort
          id={`contact-${wish.code}`}
          name={`${text.card.contactTitle} · ${name}`}
        />
      )}
      <Address page={page} own={own} />
      <Fold summary={text.mine.checklist}>
        <ul class="checklist">
          {text.moves.checklist.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </Fold>
      <div class="actions">
        <LinkButton kind="second" href={`/wishes/${wish.code}#schedule`}>
          {wish.visitAt ? text.mine.open : text.mine.agree}
        </LinkButton>
      </div>
    </section>
  )
}

const Address = ({ page: { text }, page, own: { contact, place } }: Props) => {
  if (contact?.kind !== 'given') return null
  const address = text.card.addressOf(contact)
  return address ? <Copyable page={page} text={`${place.name}${address}`} button={text.mine.copyAddress} /> : null
}
