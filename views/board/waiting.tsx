import type { Page } from '#views/page.ts'

type Props = {
  readonly page: Page
  readonly mark: string
  /** On a volunteer's own pages, where the steps of a visit wait as well. */
  readonly hasSteps?: boolean
}

/**
 * Shows the forms that the phone stores and has not sent. Filled by outbox-list.js; without it nothing is stored on the
 * phone.
 */
export const Waiting = ({ page, mark, hasSteps }: Props) => (
  <>
    <section
      class="panel yellow"
      id="waiting"
      hidden
      aria-live="polite"
      aria-label={wordsOf(page, hasSteps).title}
      data-mark={mark}
      data-words={JSON.stringify(wordsOf(page, hasSteps))}
    ></section>
    <script type="module" src={hasSteps ? '/outbox-steps.js' : '/outbox-list.js'}></script>
  </>
)

const wordsOf = ({ text }: Page, hasSteps = false) =>
  hasSteps ? { ...text.form.waiting, ...text.snapshots.waiting } : text.form.waiting
