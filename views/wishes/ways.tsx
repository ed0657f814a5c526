import { withoutDoor } from '#domain/reading/addresses.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Page } from '#views/page.ts'
import { LinkButton } from '../parts/button.tsx'
import type { Contact } from './wish-view-data.ts'

type Props = {
  readonly page: Page
  readonly wish: Wish
  readonly contact: Contact | null
  /** The community's place name, which precedes the building on the map. */
  readonly place: string
  /** On the wish's own page the links lead to the forms below. */
  readonly isHere?: boolean
}

/**
 * Below the title and the time of a claimed wish: whom to call, where it is, and the two ways to finish: delivered or
 * given back.
 */
export const Ways = ({ page, wish, contact, place, isHere = false }: Props) => {
  const { text } = page
  const here = `/wishes/${wish.code}`
  const phone = contact?.kind === 'given' ? contact.phones[0] : contact?.staff[0]?.phone
  const house = contact?.kind === 'given' ? withoutDoor(contact) : null
  const address = house ? text.card.addressOf(house) : ''
  return (
    <>
      <div class="go">
        {phone && (
          <LinkButton kind="second" href={`tel:${phone}`}>
            {text.site.call}
          </LinkButton>
        )}
        {address && (
          <LinkButton kind="second" href={mapOf(`${place}${address}`)} target="_blank" rel="noreferrer noopener">
            {text.mine.map}
          </LinkButton>
        )}
        {isHere && (
          <LinkButton kind="second" href={`${here}/pass`}>
            {text.receipts.pass.open}
          </LinkButton>
        )}
        {isHere && (
          <LinkButton kind="second" href="#schedule">
            {text.mine.time}
          </LinkButton>
        )}
        <LinkButton kind={isHere ? 'second' : 'primary'} href={isHere ? '#deliver' : `${here}#deliver`}>
          {text.mine.deliver}
        </LinkButton>
        <LinkButton kind="quiet" href={`${here}?give-back#release`}>
          {text.mine.giveBack}
        </LinkButton>
      </div>
      {address && <p class="hint">{text.mine.mapHint}</p>}
    </>
  )
}

/** The map company gets the building, and only when this link is pressed. */
const mapOf = (keyword: string) =>
  `https://uri.amap.com/search?${new URLSearchParams({ keyword, callnative: '1' }).toString()}`
