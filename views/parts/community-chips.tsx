import type { Page } from '#views/page.ts'
import { Chips } from './chips.tsx'

type Props = {
  readonly page: Page
  /** The page's own path: `?c=` names the community. */
  readonly path: string
  readonly communities: readonly { readonly slug: string; readonly name: string }[]
}

/** The communities a person works in, to switch between them; nothing where there is only one. */
export const CommunityChips = ({ page: { text, community }, path, communities }: Props) =>
  communities.length > 1 && (
    <Chips
      label={text.people.volunteers.community}
      items={communities.map(({ slug, name }) => ({
        href: `${path}?c=${slug}`,
        label: name,
        current: slug === community?.slug,
      }))}
    />
  )
