import type { Text } from '#text/text.ts'
import type { Page } from '#views/page.ts'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { Panel } from '#views/parts/panel.tsx'

/** Above a form that comes back as typed after the sign-in. It takes the focus, because the page may be long. */
export const UnsentBanner = ({ text, hasFile }: { readonly text: Text; readonly hasFile: boolean }) => (
  <div class="notice yellow" id="not-sent-yet" role="status" tabindex={-1} autofocus>
    <Icon name="warning" />
    <div>
      <h2>{text.unsent.title}</h2>
      <p>{text.unsent.back}</p>
      {hasFile && <p>{text.unsent.file}</p>}
    </div>
  </div>
)

/** If the form no longer exists, for example because the wish has changed: what was typed, to be copied. */
export const UnsentWords = ({ page, words }: { readonly page: Page; readonly words: readonly string[] }) => (
  <div class="narrow">
    <h1>{page.text.unsent.title}</h1>
    <Banner tone="yellow">
      <p>{page.text.unsent.gone}</p>
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
