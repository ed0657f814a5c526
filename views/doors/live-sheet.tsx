import type { PublicCard } from '#db/wishes/board-rows.ts'
import { letterOf } from '#domain/doors/door.ts'
import type { Edition } from '#domain/doors/edition.ts'
import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { Exactly } from '#views/parts/when.tsx'
import { wishLine } from './group-message.ts'

type Props = {
  readonly page: Page
  readonly community: { readonly slug: string; readonly zone: string }
  readonly edition: Edition
  readonly cards: readonly PublicCard[]
}

/** What became of the wishes on a printed sheet, for people in front of the notice board. */
export const LiveSheet = ({ page, community, edition, cards }: Props) => {
  const { sheet, availability: words } = page.text.doors
  const open = cards.filter((card) => wishLine(card, page.text).availability === 'open').length
  return (
    <>
      <h1>{sheet.number(edition.number)}</h1>
      <p class="lead">{sheet.openOf(open, cards.length)}</p>
      {edition.endedAt && (
        <Banner tone="yellow">
          <p>{sheet.isOld}</p>
        </Banner>
      )}
      <ul class="work">
        {cards.map((card) => {
          const { title, where, availability } = wishLine(card, page.text)
          const isOpen = availability === 'open'
          return (
            <li>
              <div>
                <a href={`/wishes/${card.code}?d=${letterOf('board')}`}>{isOpen ? title : <s>{title}</s>}</a>
                <small>{`${card.code} · ${where}`}</small>
              </div>
              <Tag>{isOpen ? words.open : words[availability]}</Tag>
            </li>
          )
        })}
      </ul>
      <p class="actions">
        <LinkButton kind="second" href={`/c/${community.slug}`}>
          {page.text.site.nav.board}
        </LinkButton>
      </p>
      <p class="hint">
        <Exactly at={edition.madeAt} zone={community.zone} /> {sheet.printed}
      </p>
    </>
  )
}
