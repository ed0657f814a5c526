import type { PassTime } from '#domain/receipts/visit-pass.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'
import { QrCode } from '#views/parts/paper/qr-code.tsx'
import { saidWords } from '#views/parts/when.tsx'
import { nameOf } from '#views/wishes/wish-title.ts'

type Pass = {
  readonly wish: Wish
  readonly publicText: string
  readonly zone: string
  readonly time: PassTime
  readonly words: readonly [string, string]
  readonly visitor: { readonly name: string; readonly unit: string | null }
  /** The address that the family can check; null on the page that it leads to. */
  readonly qr: { readonly size: number; readonly path: string } | null
}

export type NoPass =
  | { readonly why: 'ended' | 'unknown' | 'night' }
  /** Of a visit that is still to come, or is over. */
  | { readonly why: 'early' | 'late'; readonly time: PassTime }

/** Shows the resident who is at the door: readable at arm's length. */
export const PassPage = ({ page, pass }: { readonly page: Page; readonly pass: Pass }) => {
  const { text, now } = page
  const words = text.receipts.pass
  const { wish, visitor, qr, time, zone } = pass
  return (
    <section class="pass">
      <p class="pass-mark">{qr ? words.title : words.checked}</p>
      <h1>{visitor.name}</h1>
      <p class="lead">{visitor.unit ?? text.receipts.who.noUnit}</p>
      <p>
        {words.brings} <b>{nameOf({ ...wish, publicText: pass.publicText }, text)}</b> · {text.card.code(wish.code)}
      </p>
      <p>{words.words}</p>
      <p class="pass-words" lang="zh-CN">
        {pass.words.map((word) => (
          <b>{word}</b>
        ))}
      </p>
      <p>{words.compare}</p>
      {qr && <QrCode code={qr} label={words.scan} />}
      {qr && <p class="hint">{words.scan}</p>}
      <p>{words.until(saidWords(time.until, now, text, zone))}</p>
      {page.community?.phone && <p>{words.doubt(page.community.phone)}</p>}
      {qr && (
        <LinkButton kind="quiet" href={`/wishes/${wish.code}`}>
          {words.back}
        </LinkButton>
      )}
    </section>
  )
}

/** In large words that this is no pass; for the claimant also when it will be one. */
export const NoPassPage = ({ page, none }: { readonly page: Page; readonly none: NoPass }) => {
  const { text, now, community } = page
  const words = text.receipts.pass
  const zone = community?.zone
  return (
    <section class="pass void">
      <h1>{words.void}</h1>
      <p class="lead">{words.why[none.why]}</p>
      {none.why === 'early' && (
        <p>{words.from(saidWords(none.time.from, now, text, zone), saidWords(none.time.until, now, text, zone))}</p>
      )}
      {community?.phone && <p>{words.doubt(community.phone)}</p>}
    </section>
  )
}
