import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'

/** The one question before signing out. sign-out.js says how much the phone has not sent, and deletes the pages it has stored. */
export const SignOutPage = ({ page }: { readonly page: Page }) => {
  const { text } = page
  const { signOutAsk } = text.site
  return (
    <div class="narrow">
      <h1>{signOutAsk.title}</h1>
      <p class="lead">{signOutAsk.lead}</p>
      <p id="unsent" role="status" data-words={text.form.waiting.signOut}></p>
      <form method="post" action="/logout" id="sign-out" class="actions">
        <Button>{signOutAsk.button}</Button>
        <LinkButton kind="second" href="/">
          {signOutAsk.stay}
        </LinkButton>
      </form>
      <script type="module" src="/sign-out.js"></script>
    </div>
  )
}
