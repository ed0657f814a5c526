import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'

/**
 * Shown by sw.js where the network does not answer and the phone has not stored the page. The same for everyone;
 * offline.js shows the links that lead somewhere without a signal.
 */
export const NoSignalPage = ({ page }: { readonly page: Page }) => {
  const words = page.text.snapshots.plain
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p class="actions" id="without-signal">
        <LinkButton href="">{words.again}</LinkButton>
        <a class="button second" href="/mine" hidden>
          {words.mine}
        </a>
        <a class="button second" href="/wishes/new" hidden>
          {words.post}
        </a>
      </p>
      <script type="module" src="/offline.js"></script>
    </div>
  )
}
