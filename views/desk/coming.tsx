import type { Coming } from '#db/wishes/activity-rows.ts'
import { midnight } from '#domain/time/workdays.ts'
import type { Page } from '#views/page.ts'
import { Panel } from '../parts/panel.tsx'
import { dayWords } from '../parts/when.tsx'

/** Planned activities; each leads to the report that contains it. Empty if none is planned. */
export const ComingActivities = ({
  page,
  activities,
}: {
  readonly page: Page
  readonly activities: readonly Coming[]
}) => {
  const { text } = page
  if (!activities.length) return null
  return (
    <Panel title={text.activities.coming} id="coming">
      <ul class="work">
        {activities.map(({ title, day, month, slug, zone }) => (
          <li>
            <div>
              <a href={`/reports/${month}?c=${slug}#insight`}>{title}</a>{' '}
              <time datetime={day} title={day}>
                {dayWords(midnight(day, zone), page.now, text, zone)}
              </time>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
