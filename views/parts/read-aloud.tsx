import type { Page } from '#views/page.ts'
import { Icon } from './icon.tsx'

/**
 * In the elder view, below the title of a page that residents read themselves: reads the page out with the browser's own voice. Its space is reserved while public/read-aloud.js looks for a voice,
 * so that nothing jumps; without a voice or without scripts it is removed.
 */
export const ReadAloud = ({ page: { view, text } }: { readonly page: Page }) =>
  view === 'elder' ? (
    <div class="aloud" data-read-aloud="">
      <button class="button second wide" type="button" aria-pressed="false">
        <Icon name="speaker" />
        <span data-start="">{text.site.readAloud}</span>
        <span data-stop="" hidden>
          {text.site.stopReading}
        </span>
      </button>
      <script src="/read-aloud.js" type="module"></script>
    </div>
  ) : null
