import { holds } from '#domain/people/actor.ts'
import type { Page } from '#views/page.ts'
import { Brief } from './switches.tsx'

/** For people who post, sign-out.js first asks if their phone still stores unsent forms. */
export const SignOut = ({ page }: { page: Page }) => {
  const { text, actor } = page
  const { waiting } = text.form
  const posts = holds(actor, 'gridWorker') || holds(actor, 'secretary')
  return (
    <>
      <form method="post" action="/logout" id="sign-out">
        <button class="plain" type="submit" aria-label={text.site.signOut}>
          <Brief icon="sign-out">{text.site.signOut}</Brief>
        </button>
      </form>
      {posts && (
        <>
          <dialog id="unsent" class="panel" aria-label={waiting.title}>
            <p data-words={waiting.signOut}></p>
            <div class="actions">
              <button class="button" type="button" data-stay="1">
                {waiting.stay}
              </button>
              <button class="button danger" type="submit" form="sign-out" data-leave="1">
                {waiting.leave}
              </button>
            </div>
          </dialog>
          <script type="module" src="/sign-out.js"></script>
        </>
      )}
    </>
  )
}
