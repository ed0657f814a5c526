import { isItemId } from '#domain/catalogue/catalogue.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { Watermark } from '#views/parts/paper/watermark.tsx'
import { PhoneLink } from '#views/parts/phone-link.tsx'
import { Said } from '#views/parts/when.tsx'
import type { Contact } from '#views/wishes/wish-view-data.ts'

type Props = {
  readonly page: Page
  readonly contact: Contact
  readonly wish: Wish
  readonly zone: string
  /** Unique if the page shows several contacts. */
  readonly id?: string
  readonly name?: string
  /** What is not needed for the next step is folded. */
  readonly isShort?: boolean
}

/**
 * Where to go and whom to call: only for the claimant, only while the claim lasts, with the viewer's name and the time
 * printed over it.
 */
export const ContactPanel = ({ page, contact, wish, zone, id = 'contact', name, isShort }: Props) => {
  const { text } = page
  const { card } = text
  const care = isItemId(wish.itemId) ? text.catalogue.items[wish.itemId].care : null
  const visit = wish.visitAt ? <Said at={wish.visitAt} page={page} zone={zone} /> : card.noVisit
  const notes = [
    ...(contact.specification ? [{ term: card.specification, value: contact.specification }] : []),
    ...(contact.note ? [{ term: card.noteForClaimer, value: contact.note }] : []),
    ...(care ? [{ term: card.care, value: care }] : []),
  ]
  if (contact.kind === 'through-staff')
    return (
      <Panel title={card.contactTitle} id={id} name={name} tone="yellow">
        <p>{card.noContact}</p>
        <Facts
          rows={[
            ...contact.staff.map(({ name, phone }) => ({
              term: card.callGridWorker,
              value: <PhoneLink name={name} phone={phone} />,
            })),
            { term: card.visit, value: visit },
            ...notes,
          ]}
        />
      </Panel>
    )
  const rest = [
    ...(contact.relative
      ? [{ term: card.relative, value: <PhoneLink name={contact.relative} phone={contact.relativePhone} /> }]
      : []),
    { term: card.visit, value: visit },
    ...notes,
  ]
  return (
    <Panel title={card.contactTitle} id={id} name={name}>
      <Watermark text={contact.watermark} />
      <Facts
        rows={[
          { term: card.name, value: contact.name },
          { term: card.address, value: card.addressOf(contact) },
          {
            term: card.phone,
            value: contact.phones.length ? contact.phones.map((phone) => <PhoneLink phone={phone} />) : card.noPhone,
          },
          ...(contact.hearing ? [{ term: card.hearing, value: contact.hearing }] : []),
          ...(contact.hours ? [{ term: card.hours, value: contact.hours }] : []),
          ...(isShort ? [] : rest),
        ]}
      />
      {isShort && (
        <Fold summary={card.moreContact}>
          <Facts rows={rest} />
        </Fold>
      )}
      <p class="hint">{contact.until ? card.contactUntil(text.time.moment(contact.until, zone)) : card.looked}</p>
    </Panel>
  )
}
