import type { Member, Unit } from '#db/units/unit-rows.ts'
import type { PublicCard } from '#db/wishes/board-rows.ts'
import { isItemId } from '#domain/catalogue/catalogue.ts'
import { mostInBatch } from '#domain/units/batch.ts'
import type { Page } from '#views/page.ts'
import { Chips } from '#views/parts/chips.tsx'
import { Empty } from '#views/parts/empty.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Checkbox, Hidden } from '#views/parts/form/field.tsx'
import { titleOf, whereOf } from '#views/wishes/wish-title.ts'
import { MemberChoice } from './member-choice.tsx'

export type AdoptTyped = {
  /** The item to which the list is narrowed; empty for all. */
  readonly item: string
  readonly chosen: readonly string[]
  /** The member who agreed, by the number of the wish. */
  readonly members: ReadonlyMap<string, string>
  readonly hasAgreed: boolean
  readonly error?: string
  readonly agreedError?: string
}

type Props = {
  readonly page: Page
  readonly unit: Unit
  readonly typed: AdoptTyped
  readonly cards: readonly PublicCard[]
  readonly items: readonly { readonly itemId: string; readonly count: number }[]
  readonly members: readonly Member[]
  readonly limits: { readonly perMember: number; readonly left: number }
  readonly formKey: string
}

/** The list from which a unit's branch chooses, with a member for each wish where one has agreed. */
export const AdoptPage = ({ page, unit, typed, cards, items, members, limits, formKey }: Props) => {
  const { text } = page
  const words = text.units
  const at = `/units/${unit.id}/adopt`
  const nameOf = (itemId: string) => (isItemId(itemId) ? text.catalogue.items[itemId].name : itemId)
  return (
    <div class="narrow">
      <p>
        <a href={`/units/${unit.id}`}>{unit.name}</a>
      </p>
      <h1>{words.adopt}</h1>
      <p class="lead">{words.adoptLead(mostInBatch)}</p>
      <p>{words.limits(limits.perMember, limits.left)}</p>
      {typed.error && (
        <Banner tone="red" role="alert">
          <p>{typed.error}</p>
        </Banner>
      )}
      {items.length > 0 && (
        <Chips
          label={words.items}
          items={[
            { href: at, label: words.allItems, current: typed.item === '' },
            ...items.map(({ itemId, count }) => ({
              href: `${at}?item=${itemId}`,
              label: `${nameOf(itemId)} ${count}`,
              current: typed.item === itemId,
            })),
          ]}
        />
      )}
      {cards.length ? (
        <form class="fields" method="post" novalidate action={`/units/${unit.id}/batches`}>
          <Hidden name="key" value={formKey} />
          <Hidden name="item" value={typed.item} />
          <ul class="work">
            {cards.map((card) => (
              <li>
                <label class="tick">
                  <input type="checkbox" name="wish" value={card.code} checked={typed.chosen.includes(card.code)} />
                  <span>
                    {titleOf(card, text)} <small>{`${whereOf(card.gridName, card, text)} · ${card.code}`}</small>
                  </span>
                </label>
                <MemberChoice
                  page={page}
                  code={card.code}
                  title={titleOf(card, text)}
                  members={members}
                  value={typed.members.get(card.code) ?? ''}
                />
              </li>
            ))}
          </ul>
          <Checkbox label={words.agreed} name="agreed" checked={typed.hasAgreed} error={typed.agreedError} />
          <p class="actions">
            <Button>{words.adoptButton}</Button>
            <LinkButton kind="quiet" href={`/units/${unit.id}`}>
              {text.site.cancel}
            </LinkButton>
          </p>
        </form>
      ) : (
        <Empty icon="heart" title={words.nothingOpen} />
      )}
    </div>
  )
}
