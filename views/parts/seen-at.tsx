import { secondsLeft } from '#domain/wish/claim/snapshot-until.ts'
import type { Page } from '#views/page.ts'

type Props = {
  readonly page: Page
  /** The reader's mark: the phone deletes what it has stored of other people. */
  readonly mark: string
  readonly zone: string
  /** On the list of one's own wishes: those whose pages the phone may still have. */
  readonly codes?: readonly string[]
  /** For how many seconds the page may be shown apart from its pieces. */
  readonly seconds?: number
}

/** Says that the phone may store this page to show it without a signal. snapshots.js does so, and puts a banner here. */
export const SeenAt = ({ page, mark, zone, codes, seconds = 0 }: Props) => (
  <div
    id="seen-at"
    hidden
    data-mark={mark}
    data-zone={zone}
    data-page={String(seconds)}
    data-codes={codes && JSON.stringify(codes)}
    data-words={JSON.stringify(page.text.snapshots.onPage)}
  ></div>
)

/** What ends at a time of its own: the phone deletes it then. Nothing for a piece that it must not store. */
export const pieceUntil = (until: Date | null, code: string, now: Date) =>
  until ? { 'data-left': String(secondsLeft(until, now)), 'data-code': code } : {}
