import type { Batch, BatchPart } from '#db/units/batch-rows.ts'
import { partStates } from '#domain/units/batch.ts'
import type { Page } from '#views/page.ts'
import { Tag } from '#views/parts/tag.tsx'
import { When } from '#views/parts/when.tsx'

type Props = {
  readonly page: Page
  readonly batches: readonly Batch[]
  readonly parts: readonly BatchPart[]
  /** The names of the units, where the page is not about one of them. */
  readonly names?: ReadonlyMap<string, string>
}

/** One line for each batch: when it was adopted, how many wishes, and how far they are. */
export const BatchLines = ({ page, batches, parts, names }: Props) => {
  const { text, lang, community } = page
  const words = text.units
  return (
    <ul class="work">
      {batches.map(({ id, unitId, at }) => {
        const own = parts.filter(({ batchId }) => batchId === id)
        const counts = partStates.map((state) => [state, own.filter(({ part }) => part === state).length] as const)
        return (
          <li>
            <div>
              <a href={`/batches/${id}`}>
                {names?.get(unitId)} {words.ofWishes(own.length)}
              </a>
              <small>
                <span>
                  <When at={at} lang={lang} zone={community?.zone ?? 'UTC'} />
                </span>
                {counts.map(([state, count]) => count > 0 && <span>{words.counted[state](count)}</span>)}
              </small>
            </div>
            {own.some(({ part }) => part === 'waiting') && <Tag tone="yellow">{words.toApprove}</Tag>}
          </li>
        )
      })}
    </ul>
  )
}
