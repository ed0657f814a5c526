// What the service worker may still show of a stored page. Plain functions without a browser, so that they can be tested.

/** @typedef {{ mark: string, at: number, endsAt: number, frame: string[], ended: string,
 *   pieces: { code: string, endsAt: number, html: string | null }[] }} Snapshot
 *   `frame` is the page around its pieces: one part more than there are pieces. Times are those of this phone. */

/** A phone's clock that was set back would make a snapshot last longer. */
const mostSetBack = 60_000

/** The snapshot without the pieces that have ended; null if nothing of it may be shown any more. */
// biome-ignore lint/correctness/noUnusedVariables: used by sw.js
function withoutEnded(snapshot, now) {
  if (now >= snapshot.endsAt || now < snapshot.at - mostSetBack) return null
  const pieces = snapshot.pieces.map((piece) => (now >= piece.endsAt ? { ...piece, html: null } : piece))
  return { ...snapshot, pieces }
}

/** The page as it was shown; where a piece has ended, a sentence says so. */
// biome-ignore lint/correctness/noUnusedVariables: used by sw.js
function pageOfSnapshot({ frame, pieces, ended }) {
  return frame.map((part, n) => part + (n < pieces.length ? (pieces[n].html ?? ended) : '')).join('')
}
