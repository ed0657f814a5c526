import { isWorkerIn } from '#domain/people/actor.ts'
import type { Page } from '#views/page.ts'
import { Icon } from '#views/parts/icon.tsx'
import { Brief } from './switches.tsx'

type Props = { readonly page: Page }

/** The search for staff, where the header has room for a box. */
export const SeekBox = ({ page }: Props) => {
  const { search, searchShort, searchButton } = page.text.table
  return (
    <form class="seek" method="post" action={`/wishes/search${placeOf(page)}`}>
      <input type="search" name="q" aria-label={search} placeholder={searchShort} maxlength={60} autocomplete="off" />
      <button class="plain" type="submit" aria-label={searchButton}>
        <Icon name="search" />
      </button>
    </form>
  )
}

/** On a phone: the way to the same box on the working table. */
export const SeekLink = ({ page }: Props) => (
  <a class="plain to-seek" href={`/wishes${placeOf(page)}`} aria-label={page.text.table.searchButton}>
    <Brief icon="search">{page.text.table.searchButton}</Brief>
  </a>
)

const placeOf = ({ actor, community }: Page): string =>
  community && isWorkerIn(actor, community.id) ? `?c=${community.slug}` : ''
