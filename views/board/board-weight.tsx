import { priorityOf, weights } from '#domain/board/board-priority.ts'
import { day } from '#domain/time/durations.ts'
import { carriedTo } from '#domain/wish/clock/clock-steps.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Tag } from '#views/parts/tag.tsx'
import type { WishView } from '#views/wishes/wish-view-data.ts'

type Props = { readonly page: Page; readonly view: WishView }

/** Who has been notified because an open wish waits so long, and since when. */
export const CarriedUp = ({ page, view }: Props) => {
  const { text } = page
  const { wish, history, zone } = view
  const { weight } = text.waits
  const step = carriedTo(wish.stepsDone)
  const at = step && history.findLast((passage) => passage.step === step)?.at
  return (
    <>
      {step && at && (
        <Tag tone={step === 'push' ? 'plain' : 'yellow'}>
          {weight.carriedUpOn(weight.carriedUp[step], text.time.day(at, zone))}
        </Tag>
      )}
      {wish.restsUntil && wish.restsUntil > page.now && (
        <Tag>{text.waits.postpone.rests(text.time.deadline(wish.restsUntil, zone))}</Tag>
      )}
    </>
  )
}

/** Explains the wish's position on the board: the formula with this wish's own numbers. */
export const PriorityPart = ({ page, view: { wish } }: Props) => {
  const { text, now, community } = page
  const { weight: words } = text.waits
  if (wish.state !== 'open' || !wish.weighsFrom || !wish.publishedAt) return null
  const sum = priorityOf(wish.weighsFrom, now)
  const { urgency, carried, reopened } = wish
  return (
    <Fold summary={words.title(sum)}>
      <ul>
        <li>{words.days(Math.floor((now.getTime() - wish.publishedAt.getTime()) / day))}</li>
        {weights.urgency[urgency] > 0 && (
          <li>{words.urgency(text.words.urgency[urgency], weights.urgency[urgency])}</li>
        )}
        {carried > 0 && <li>{words.months(carried, carried * weights.carried)}</li>}
        {reopened > 0 && <li>{words.reopened(reopened, reopened * weights.reopened)}</li>}
      </ul>
      <p>{words.sum(sum)}</p>
      {community && (
        <p>
          <a href={`/c/${community.slug}/rules#order`}>{words.rules}</a>
        </p>
      )}
    </Fold>
  )
}
