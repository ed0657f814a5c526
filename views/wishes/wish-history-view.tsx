import type { Passage } from '#db/wishes/wish-history.ts'
import { minute } from '#domain/time/durations.ts'
import { publicReason } from '#domain/vocabulary.ts'
import { isFormAction } from '#domain/wish/acts.ts'
import type { Action } from '#domain/wish/lifecycle.ts'
import type { Text } from '#text/text.ts'
import type { Page } from '#views/page.ts'
import { Said } from '#views/parts/when.tsx'
import { postponeWords } from './why-due.tsx'
import type { WishView } from './wish-view-data.ts'

/** What has happened, step by step. In public the reason is a code, and private reasons cannot be distinguished. */
export const History = ({ page, view }: { page: Page; view: WishView }) => (
  <ol class="timeline">
    {view.history.map((passage) => (
      <li>
        <b>{stepWords(passage, page)}</b>
        {passage.unitName && passage.action === 'claim' ? <span> · {passage.unitName}</span> : null}
        {passage.action === 'postpone' && passage.until && (
          <span> · {page.text.waits.postpone.inHistory(page.text.time.day(passage.until, view.zone))}</span>
        )}
        {reasonOf(passage, page, view.inside !== null)}
        {passage.told.length > 0 && <span> · {page.text.notifications.told.names(passage.told.join(' · '))}</span>}
        {passage.invited > 0 && <span> · {page.text.notifications.told.invited(passage.invited)}</span>}
        <small>
          <Said at={passage.at} page={page} zone={view.zone} />
          {/* Up to a minute, typing and sending count as the same time. */}
          {passage.typedAt && passage.at.getTime() - passage.typedAt.getTime() >= minute && (
            <>
              {page.text.form.typedAt} <Said at={passage.typedAt} page={page} zone={view.zone} />
            </>
          )}
          {passage.receivedAt && (
            <>
              {page.text.intake.receivedAt} <Said at={passage.receivedAt} page={page} zone={view.zone} />
            </>
          )}
        </small>
      </li>
    ))}
  </ol>
)

/** A step of the clock has a name of its own. */
const stepWords = ({ action, step }: Passage, { text }: Page): string =>
  step && (action === 'remind' || action === 'escalate') ? text.words.step[step] : text.words.done[action]

function reasonOf({ action, reason }: Passage, page: Page, isInside: boolean) {
  const { text } = page
  if (!reason) return null
  if (action === 'postpone') return <span> · {text.waits.postpone.because(postponeWords(reason, page, isInside))}</span>
  const words = reasonWords(action, text)
  const code = isInside ? reason : publicReason(reason)
  // For a private reason the public word only repeats the act.
  if (code === action || code === 'withdrawn') return null
  const said = code && words[code]
  return said ? <span> · {said}</span> : null
}

const reasonWords = (action: Action, text: Text): Readonly<Record<string, string>> => {
  if (isFormAction(action)) return text.moves.forms[action].reasons ?? {}
  return action === 'reopen' ? text.words.reopenReason : {}
}
