import type { ClockWork } from '#db/clock-work.ts'
import { leaps } from '#domain/leap.ts'
import type { Page } from '../layout.tsx'
import { Button } from '../parts/button.tsx'
import { Panel } from '../parts/panel.tsx'
import { Tag } from '../parts/tag.tsx'
import { Exactly } from '../parts/when.tsx'
import { titleOf } from '../wishes/title.ts'

/** Where a demo's time is put forward. `work`: what the clock has done on the way; null before the first press. */
export const RehearsalPage = ({ page, work }: { readonly page: Page; readonly work: ClockWork | null }) => {
  const { rehearsal } = page.text
  return (
    <div class="narrow">
      <h1>{rehearsal.title}</h1>
      <p class="lead">{rehearsal.lead}</p>
      <Panel title={rehearsal.now} id="now">
        <p>
          <strong>
            <Exactly at={page.now} zone={page.community?.zone} />
          </strong>
        </p>
        <form method="post" action="/rehearsal" class="actions">
          {leaps.map((leap) => (
            <Button kind={leap === 'day' ? 'primary' : 'second'} name="leap" value={leap}>
              {rehearsal.leap[leap]}
            </Button>
          ))}
        </form>
      </Panel>
      {work && <Work page={page} work={work} />}
      <Panel title={rehearsal.howTitle} id="how">
        <ol>
          {rehearsal.how.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      </Panel>
    </div>
  )
}

const Work = ({ page, work: { counts, steps } }: { readonly page: Page; readonly work: ClockWork }) => {
  const { rehearsal, words, desk } = page.text
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <Panel title={rehearsal.done} id="done">
      {total === 0 && <p>{rehearsal.nothing}</p>}
      <ul class="tags">
        {counts.map(({ action, count }) => (
          <li>
            <Tag tone="blue">{rehearsal.times(words.done[action], count)}</Tag>
          </li>
        ))}
      </ul>
      <ul class="work">
        {steps.map((step) => (
          <li>
            <div>
              <a href={`/wishes/${step.code}`}>{titleOf(step, page.text)}</a>
              <small>
                <Exactly at={step.at} zone={page.community?.zone} />
              </small>
            </div>
            <b>{words.done[step.action]}</b>
          </li>
        ))}
      </ul>
      {total > steps.length && <p>{desk.andMore(total - steps.length)}</p>}
    </Panel>
  )
}
