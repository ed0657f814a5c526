import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { type Official, SignedPanel } from './official.tsx'
import { Advice, type SigningAdvice } from './signing-advice.tsx'

type Props = {
  readonly page: Page
  readonly month: string
  readonly slug: string
  readonly official: Official | null
  /** The month is over, and the reader is the secretary. */
  readonly maySign: boolean
  readonly advice: SigningAdvice | null
}

/** At the top of a month's report: its signature, or the link to sign it. */
export const Signature = ({ page, month, slug, official, maySign, advice }: Props) => {
  const { official: words, sign } = page.text.months
  if (official) return <SignedPanel page={page} official={official} />
  if (!maySign) return null
  return (
    <Banner tone="yellow" title={words.unsigned}>
      {advice ? <Advice page={page} advice={advice} /> : <p>{words.notYet}</p>}
      <LinkButton kind="second" href={`/reports/${month}/sign?c=${slug}`}>
        {sign.go}
      </LinkButton>
    </Banner>
  )
}
