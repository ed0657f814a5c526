import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'

type Words = { readonly title: string; readonly body: string; readonly way: string }

export const Message = ({ page, words }: { page: Page; words: Words }) => (
  <div class="narrow">
    <h1>{words.title}</h1>
    <p class="lead">{words.body}</p>
    <p>
      <LinkButton href={page.community ? `/c/${page.community.slug}` : '/'}>{words.way}</LinkButton>
    </p>
  </div>
)
