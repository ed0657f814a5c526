import type { Page } from '#views/page.ts'

/**
 * Shows the forms that the phone stores and has not sent. Filled by outbox-list.js; without it nothing is stored on the
 * phone.
 */
export const Waiting = ({ page, mark }: { page: Page; mark: string }) => (
  <section
    class="panel yellow"
    id="waiting"
    hidden
    aria-live="polite"
    aria-label={page.text.form.waiting.title}
    data-mark={mark}
    data-words={JSON.stringify(page.text.form.waiting)}
  >
    <script type="module" src="/outbox-list.js"></script>
  </section>
)
