import type { Community } from '#db/community/area-rows.ts'
import type { Page } from '#views/page.ts'
import { Empty } from '#views/parts/empty.tsx'

/** If there are several communities, the first page asks which one. */
export const Chooser = ({ page, communities }: { page: Page; communities: readonly Community[] }) => {
  const { chooser } = page.text.site
  return (
    <div class="narrow">
      <h1>{chooser.title}</h1>
      {communities.length ? (
        <>
          <p class="lead">{chooser.lead}</p>
          <ul class="links">
            {communities.map(({ slug, name }) => (
              <li>
                <a href={`/c/${slug}`}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <Empty icon="house" title={chooser.empty}>
          <p>{chooser.emptyHelp}</p>
        </Empty>
      )}
    </div>
  )
}
