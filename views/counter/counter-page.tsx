import type { Community } from '#db/community/area-rows.ts'
import type { Matter } from '#db/counter/matter-rows.ts'
import { linesOf } from '#domain/knowledge.ts'
import type { Page } from '#views/page.ts'
import { Empty } from '#views/parts/empty.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'

type Props = {
  readonly page: Page
  readonly community: Community
  readonly matters: readonly Matter[]
  /** Null where there is no counter. */
  readonly hours: { readonly from: string; readonly until: string } | null
  /** Staff book for someone else. */
  readonly isStaff: boolean
}

/** What can be done at the weekend counter; each matter leads to what to bring, and only then to the times. */
export const CounterPage = ({ page, community, matters, hours, isStaff }: Props) => {
  const { counter } = page.text
  const hrefOf = (id: string) =>
    isStaff ? `/counter/new/${id}?c=${community.slug}` : `/c/${community.slug}/counter/${id}`
  return (
    <div class="narrow">
      <h1>{counter.title}</h1>
      <p class="lead">{counter.lead}</p>
      {hours ? <p>{counter.hours(hours.from, hours.until)}</p> : <Empty icon="calendar" title={counter.none} />}
      {hours && (
        <>
          <h2>{counter.pick}</h2>
          <ul class="links">
            {matters.map(({ id, title, length, isDoneHere, documents }) => (
              <li>
                <a href={hrefOf(id)}>
                  <b>{title}</b>{' '}
                  <small>
                    {counter.minutes(length)} · {isDoneHere ? counter.here : counter.handed}
                    {documents && ` · ${page.text.list(linesOf(documents))}`}
                  </small>
                </a>
              </li>
            ))}
          </ul>
          {!matters.length && <Empty icon="calendar" title={counter.noMatters} />}
        </>
      )}
      <p class="go">
        <LinkButton kind="second" href="/follow">
          {counter.toFollow}
        </LinkButton>
      </p>
    </div>
  )
}
