import type { Measure } from '#domain/catalogue/catalogue-codes.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'
import { PhoneLink } from '#views/parts/phone-link.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { saidWords } from '#views/parts/when.tsx'
import type { Helper } from '#views/wishes/wait-types.ts'
import { landmarkOf, titleOf } from '#views/wishes/wish-title.ts'

export type JoinedWish = {
  readonly wish: Wish
  readonly publicText: string
  readonly quantity: number
  readonly lead: Helper | null
  readonly zone: string
}

/**
 * A wish that someone else has claimed: when, with whom, and how much to bring. Only the claimant sees the resident's
 * contact.
 */
export const Joined = ({ page, own }: { readonly page: Page; readonly own: JoinedWish }) => {
  const { text, now } = page
  const { wish, publicText, quantity, lead, zone } = own
  const words = text.waits.joint
  return (
    <section class="own" aria-label={landmarkOf(wish, publicText, text)}>
      <h2 id={`joined-${wish.code}`}>
        <a href={`/wishes/${wish.code}`}>{titleOf({ ...wish, publicText }, text)}</a>
      </h2>
      <p class="tags">
        <Tag tone="green">{words.mine}</Tag>
        <Tag>{words.brings(text.catalogue.amount(quantity, wish.measure as Measure))}</Tag>
        <Tag>{wish.visitAt ? words.visit(saidWords(wish.visitAt, now, text, zone)) : words.noVisit}</Tag>
      </p>
      {lead && (
        <p data-unstored>
          {words.leader} <PhoneLink name={lead.name} phone={lead.phone} />
        </p>
      )}
      <div class="actions">
        <LinkButton kind="second" href={`/wishes/${wish.code}#joint`}>
          {text.mine.open}
        </LinkButton>
      </div>
    </section>
  )
}
