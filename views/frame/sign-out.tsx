import type { Page } from '#views/page.ts'
import { Brief } from './switches.tsx'

/** Leads to the page that asks once. It is the first of its row, away from the telephone. */
export const SignOut = ({ page: { text } }: { page: Page }) => (
  <a class="plain" href="/logout" aria-label={text.site.signOut}>
    <Brief icon="sign-out">{text.site.signOut}</Brief>
  </a>
)
