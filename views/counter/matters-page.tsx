import type { Community } from '#db/community/area-rows.ts'
import type { Matter } from '#db/counter/matter-rows.ts'
import type { Knowledge } from '#db/wishes/knowledge-rows.ts'
import { slotLengths } from '#domain/counter/counter-slots.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Empty } from '#views/parts/empty.tsx'
import { Button } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Checkbox, Hidden, Select } from '#views/parts/form/field.tsx'

type Props = {
  readonly page: Page
  readonly community: Community
  readonly entries: readonly Knowledge[]
  readonly matters: readonly Matter[]
  readonly isSaved: boolean
}

/** Which of the common questions can be booked, and how long each takes. */
export const MattersPage = ({ page, community, entries, matters, isSaved }: Props) => {
  const { counter } = page.text
  const words = counter.matters
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {isSaved && (
        <Banner tone="green" role="status">
          <p>{words.saved}</p>
        </Banner>
      )}
      {entries.map(({ id, title }) => {
        const offered = matters.find((one) => one.id === id)
        return (
          <Fold
            summary={
              <>
                {title} {offered && <small>{counter.minutes(offered.length)}</small>}
              </>
            }
          >
            <form method="post" novalidate action={`/counter/matters?c=${community.slug}`}>
              <Hidden name="matter" value={id} />
              <Select
                label={words.length}
                name="length"
                prefix={id}
                value={offered ? String(offered.length) : ''}
                options={[
                  { value: '', label: words.off },
                  ...slotLengths.map((length) => ({ value: String(length), label: counter.minutes(length) })),
                ]}
              />
              <Checkbox
                label={words.done}
                name="isDoneHere"
                prefix={id}
                checked={offered ? offered.isDoneHere : true}
              />
              <Button kind="second">
                {words.save}
                <span class="hide"> {title}</span>
              </Button>
            </form>
          </Fold>
        )
      })}
      {!entries.length && <Empty icon="book" title={words.none} />}
    </div>
  )
}
