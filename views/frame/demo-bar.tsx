import { exact } from '#text/days.ts'
import type { Page } from '#views/page.ts'

/** Says that this is a demo, shows its time if the clock was moved, and links to the page that moves it. */
export const DemoBar = ({ page: { text, rehearsal, now, community } }: { readonly page: Page }) => (
  <p class="demo tag yellow">
    {text.site.demo} {rehearsal?.isSimulated && <strong>{text.rehearsal.shows(exact(now, community?.zone))}</strong>}{' '}
    {rehearsal && <a href="/rehearsal">{text.rehearsal.link}</a>}
  </p>
)
