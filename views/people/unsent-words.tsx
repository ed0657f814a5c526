import type { Text } from '#text/text.ts'
import type { Page } from '#views/page.ts'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { Panel } from '#views/parts/panel.tsx'

/** Null where the session had ended. */
type Why = { readonly title: string; readonly body: string } | null
type BannerProps = { readonly text: Text; readonly hasFile: boolean; readonly why: Why }

/** Above a form that comes back as typed. It takes the focus, because the page may be long. */
export const UnsentBanner = ({ text, hasFile, why }: BannerProps) => (
  <div class="notice yellow" id="not-sent-yet" role="status" tabindex={-1} autofocus>
    <Icon name="warning" />
    <div>
      <h2>{why?.title ?? text.unsent.title}</h2>
      {why && <p>{why.body}</p>}
      <p>{text.unsent.back}</p>
      {hasFile && <p>{text.unsent.file}</p>}
    </div>
  </div>
)

/** If the form no longer exists, for example because the wish has changed: what was typed, to be copied. */
export const UnsentWords = ({
  page,
  words,
  why,
}: {
  readonly page: Page
  readonly words: readonly string[]
  readonly why: Why
}) => (
  <div class="narrow">
    <h1>{why?.title ?? page.text.unsent.title}</h1>
    <Banner tone="yellow">
      <p>{why?.body ?? page.text.unsent.gone}</p>
    </Banner>
    <Panel title={page.text.unsent.typed}>
      <ul>
        {words.filter(Boolean).map((word) => (
          <li>{word}</li>
        ))}
      </ul>
    </Panel>
  </div>
)
