import { withoutDoor } from '#domain/reading/addresses.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'
import type { Contact } from '#views/wishes/wish-view-data.ts'

type Props = {
  readonly page: Page
  readonly wish: Wish
  readonly contact: Contact | null
  /** Of the community, in front of the building on the map. */
  readonly place: string
}

/** On one's own list, right under title and time: whom to call, where it is, and both ways out: brought, or given back. */
export const Ways = ({ page, wish, contact, place }: Props) => {
  const { text } = page
  const here = `/wishes/${wish.code}`
  const phone = numberToCall(contact)
  const map = addressOnMap(page, contact, place)
  return (
    <>
      <div class="go">
        {phone && (
          <LinkButton kind="second" href={`tel:${phone}`}>
            {text.site.call}
          </LinkButton>
        )}
        {map && (
          <LinkButton kind="second" href={map} target="_blank" rel="noreferrer noopener">
            {text.mine.map}
          </LinkButton>
        )}
        <LinkButton href={`${here}?deliver#deliver`}>{text.mine.deliver}</LinkButton>
        <LinkButton kind="quiet" href={`${here}?give-back#release`}>
          {text.mine.giveBack}
        </LinkButton>
      </div>
      {map && <p class="hint">{text.mine.mapHint}</p>}
    </>
  )
}

/** The resident's first number, or that of the grid worker who goes along. */
export const numberToCall = (contact: Contact | null): string | undefined =>
  contact?.kind === 'given' ? contact.phones[0] : contact?.staff[0]?.phone

/**
 * The building on the map, without the door; null where the address is not given. The map's firm learns it only when the
 * link is pressed.
 */
export function addressOnMap({ text }: Page, contact: Contact | null, place: string): string | null {
  const house = contact?.kind === 'given' ? withoutDoor(contact) : null
  const address = house ? text.card.addressOf(house) : ''
  if (!address) return null
  return `https://uri.amap.com/search?${new URLSearchParams({ keyword: `${place}${address}`, callnative: '1' }).toString()}`
}
