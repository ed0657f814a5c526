import { holds } from '#domain/people/actor.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'

/** The one question before signing out. For people who post, sign-out.js says how many forms their phone still stores. */
export const SignOutPage = ({ page }: { readonly page: Page }) => {
  const { text, actor } = page
  const { signOutAsk } = text.site
  const posts = holds(actor, 'gridWorker') || holds(actor, 'secretary')
  return (
    <div class="narrow">
      <h1>{signOutAsk.title}</h1>
      <p class="lead">{signOutAsk.lead}</p>
      {posts && <p id="unsent" role="status" data-words={text.form.waiting.signOut}></p>}
      <form method="post" action="/logout" id="sign-out" class="actions">
        <Button>{signOutAsk.button}</Button>
        <LinkButton kind="second" href="/">
          {signOutAsk.stay}
        </LinkButton>
      </form>
      {posts && <script type="module" src="/sign-out.js"></script>}
    </div>
  )
}
