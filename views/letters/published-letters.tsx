import type { Community } from '#db/community/area-rows.ts'
import type { PublishedLetter } from '#db/letters/letter-rows.ts'
import type { Page } from '#views/page.ts'
import { Empty } from '#views/parts/empty.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Field } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'

type Props = {
  readonly page: Page
  readonly community: Community
  readonly list: readonly PublishedLetter[]
  readonly words: string
  readonly next: string | null
}

/** The mailbox for everyone: write, follow, and read what was answered before. */
export const PublishedLetters = ({ page, community, list, words, next }: Props) => {
  const { letters, time } = page.text
  const { publicPage } = letters
  const home = `/c/${community.slug}/letters`
  return (
    <div class="narrow">
      <h1>{letters.title}</h1>
      <p class="lead">{letters.lead}</p>
      <p class="go">
        <LinkButton href={`${home}/new`}>{letters.write}</LinkButton>
        <LinkButton kind="second" href="/follow">
          {letters.follow}
        </LinkButton>
      </p>
      <h2>{publicPage.title}</h2>
      <p class="hint">{publicPage.lead}</p>
      {(list.length > 0 || words) && (
        <form method="get" action={home} class="search">
          <Field label={publicPage.search} name="q" type="search" value={words} maxlength={40} />
          <Button kind="second">{publicPage.find}</Button>
        </form>
      )}
      {list.map(({ letterId, question, answer, publishedAt }) => (
        <Panel title={question} id={`l-${letterId}`}>
          <p class="lines">{answer}</p>
          <p class="hint">{publicPage.day(time.day(publishedAt, community.zone))}</p>
        </Panel>
      ))}
      {!list.length && (
        <Empty icon="book" title={publicPage.empty}>
          {words && <p>{publicPage.notFound}</p>}
        </Empty>
      )}
      {next && (
        <LinkButton kind="second" href={next} rel="next">
          {publicPage.more}
        </LinkButton>
      )}
    </div>
  )
}
