import type { FamilyWish } from '#db/receipts/family-rows.ts'
import { type FamilyLink, familyDays } from '#domain/receipts/family-link.ts'
import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { saidWords } from '#views/parts/when.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'
import { stateWords } from './state-words.ts'

type Props = {
  readonly page: Page
  readonly link: FamilyLink
  readonly base: string
  readonly wishes: readonly FamilyWish[]
  readonly zone: string
}

/** A resident's wishes for a relative. It carries no name, so that a link that was passed on does not reveal whose they are. */
export const FamilyPage = ({ page, link, base, wishes, zone }: Props) => {
  const { text, now, community } = page
  const words = text.receipts.family
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead[link.scope]}</p>
      {wishes.length === 0 && <p>{words.none}</p>}
      {wishes.map(({ wish, publicText }) => (
        <Panel title={titleOf({ ...wish, publicText }, text)} id={`wish-${wish.code}`}>
          <p>{stateWords(text, wish.state, false)}</p>
          {wish.state === 'claimed' && wish.visitAt && <p>{words.visit(saidWords(wish.visitAt, now, text, zone))}</p>}
          <p class="actions">
            <LinkButton kind="second" wide href={`${base}/${wish.code}`}>
              {words.open}
            </LinkButton>
          </p>
        </Panel>
      ))}
      <p class="hint">{words.until(text.time.day(link.endsAt, zone), familyDays)}</p>
      <p>{text.receipts.never}</p>
      {community?.phone && (
        <p>
          {text.receipts.slips.phone} <span class="phone">{community.phone}</span>
        </p>
      )}
    </div>
  )
}
