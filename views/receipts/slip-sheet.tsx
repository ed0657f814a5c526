import type { ForSlip } from '#db/receipts/receipt-rows.ts'
import type { CheckWords } from '#domain/log/check-words-shown.ts'
import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { CheckWordsLine } from '#views/parts/paper/check-words.tsx'
import { PrintButton } from '#views/parts/paper/print-button.tsx'
import { QrCode } from '#views/parts/paper/qr-code.tsx'
import { nameOf, titleOf } from '#views/wishes/wish-title.ts'

/** A wish with its receipt code, and the QR code of its page. */
type DrawnSlip = {
  readonly wish: ForSlip
  readonly code: string
  readonly qr: { readonly size: number; readonly path: string }
}

type Props = {
  readonly page: Page
  readonly slips: readonly DrawnSlip[]
  readonly leftOut: number
  readonly check: CheckWords | null
}

/** Slips for print, four to a page. They carry no name, so that a lost slip does not reveal whose it was. */
export const SlipSheet = ({ page, slips, leftOut, check }: Props) => {
  const words = page.text.receipts.slips
  return (
    <>
      <p class="actions">
        <LinkButton kind="quiet" href="/desk">
          {words.back}
        </LinkButton>
        <PrintButton text={page.text} how={words.print} isAlways />
      </p>
      {leftOut > 0 && (
        <Banner tone="yellow">
          <p>{words.leftOut(leftOut)}</p>
        </Banner>
      )}
      <article class="paper">
        <h1 class="hide">{words.title}</h1>
        <ul class="slips">
          {slips.map((slip) => (
            <OneSlip page={page} slip={slip} check={check} />
          ))}
        </ul>
      </article>
    </>
  )
}

type OneProps = { readonly page: Page; readonly slip: DrawnSlip; readonly check: CheckWords | null }

const OneSlip = ({ page, slip: { wish, qr, code }, check }: OneProps) => {
  const { text, community } = page
  const words = text.receipts.slips
  const named = { ...wish, publicText: wish.publicText || wish.words }
  return (
    <li class="slip">
      <div>
        <p>{words.head(community?.name ?? '')}</p>
        <h2>{titleOf(named, text)}</h2>
        <p>
          <b>{words.code(wish.code)}</b>
        </p>
        {community?.phone && (
          <p>
            {words.phone} <b class="phone">{community.phone}</b>
          </p>
        )}
      </div>
      <QrCode code={qr} label={`${words.scan}: ${nameOf(named, text)}`} />
      <p class="wide">{words.scan}</p>
      <p class="wide">{text.receipts.never}</p>
      <div class="wide checked">
        <CheckWordsLine text={text} words={check} />
      </div>
      <div class="wide fold-line">
        <p>{words.fold}</p>
        <p>
          {words.receiptCode} <b class="code">{code}</b>
        </p>
      </div>
    </li>
  )
}
