import type { Passage } from '#db/wish-page.ts'
import { publicReason } from '#domain/words.ts'
import type { Page } from '../layout.tsx'
import { Exactly } from '../parts/when.tsx'
import type { WishView } from './view.ts'

/** Typed and sent at once is said once. */
const minute = 60_000

/** What has happened, step by step. In public the reason is a code, and the private ones cannot be told apart. */
export const History = ({ page, view }: { page: Page; view: WishView }) => (
  <ol class="timeline">
    {view.history.map((passage) => (
      <li>
        <b>{page.text.words.done[passage.action]}</b>
        {passage.unitName && passage.action === 'claim' ? <span> · {passage.unitName}</span> : null}
        {reasonOf(passage, page, view.inside !== null)}
        <small>
          <Exactly at={passage.at} zone={view.zone} />
          {passage.typedAt && passage.at.getTime() - passage.typedAt.getTime() >= minute && (
            <>
              {page.text.form.typedAt} <Exactly at={passage.typedAt} zone={view.zone} />
            </>
          )}
          {passage.receivedAt && (
            <>
              {page.text.intake.receivedAt} <Exactly at={passage.receivedAt} zone={view.zone} />
            </>
          )}
        </small>
      </li>
    ))}
  </ol>
)

function reasonOf({ action, reason }: Passage, { text }: Page, isInside: boolean) {
  if (!reason) return null
  const words: Readonly<Record<string, string>> =
    action === 'withdraw'
      ? text.words.withdrawReason
      : action === 'refer'
        ? text.words.referReason
        : action === 'reopen'
          ? text.words.reopenReason
          : {}
  const code = isInside ? reason : publicReason(reason)
  const said = code && words[code]
  return said ? <span> · {said}</span> : null
}
