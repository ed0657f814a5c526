import { exact } from '#text/days.ts'
import type { Page } from '#views/page.ts'

/** That nothing here is real, what time it is where the clock was moved, and where to move it. */
export const DemoBar = ({ page: { text, rehearsal, now, community } }: { readonly page: Page }) => (
  <p class="demo tag yellow">
    {text.site.demo} {rehearsal?.isSimulated && <strong>{text.rehearsal.shows(exact(now, community?.zone))}</strong>}{' '}
    {rehearsal && <a href="/rehearsal">{text.rehearsal.link}</a>}
  </p>
)
