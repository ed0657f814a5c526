import type { Counts, Rehearsed } from '#db/community/rehearsed.ts'
import { jumps } from '#domain/jump.ts'
import type { SamplePerson } from '#domain/people/sample.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Button } from '#views/parts/form/button.tsx'
import { Checkbox } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { Exactly } from '#views/parts/when.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'
import { Become, Guide } from './rehearsal-guide.tsx'

/** What each person is, and the page where they start. */
const sample = {
  secretary: { role: 'secretary', home: '/desk' },
  gridWorker: { role: 'gridWorker', home: '/desk' },
  volunteer: { role: 'volunteer', home: '/mine' },
  secondVolunteer: { role: 'volunteer', home: '/' },
  supervisor: { role: 'supervisor', home: '/reports' },
  administrator: { role: 'administrator', home: '/desk' },
} as const satisfies Record<SamplePerson, { readonly role: RoleName; readonly home: string }>

type Props = {
  readonly page: Page
  /** The people one can become. */
  readonly people: readonly { readonly who: SamplePerson; readonly id: string; readonly name: string }[]
  /** What has happened during the jump; null before the first one. */
  readonly done: Rehearsed | null
  /** Whether the other people act during the next jump. */
  readonly isLively: boolean
}

/** The page that moves the demo's time and lets a visitor become each of its people. */
export const RehearsalPage = ({ page, people, done, isLively }: Props) => {
  const { rehearsal, words } = page.text
  const own = people.find(({ id }) => page.actor.kind === 'person' && page.actor.id === id)
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
        <form method="post" action="/rehearsal">
          <Checkbox name="lively" label={rehearsal.lively} hint={rehearsal.livelyHint} checked={isLively} />
          <div class="actions">
            {jumps.map((jump) => (
              <Button kind={jump === 'day' ? 'primary' : 'second'} name="jump" value={jump}>
                {rehearsal.jump[jump]}
              </Button>
            ))}
          </div>
        </form>
      </Panel>
      {done && <Done page={page} done={done} />}
      <Guide page={page} people={people} />
      <Panel title={rehearsal.peopleTitle} id="people">
        <p>{own ? rehearsal.youAre(own.name) : rehearsal.youAreNobody}</p>
        <ul class="work">
          {people.map(({ who, name }) => (
            <li>
              <div>
                <b>{name}</b>
                <small>{words.role[sample[who].role]}</small>
              </div>
              <Become who={who} to={sample[who].home} label={rehearsal.become(name)} />
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}

const Done = ({ page, done: { byPeople, byClock, steps } }: { readonly page: Page; readonly done: Rehearsed }) => {
  const { rehearsal, words, desk } = page.text
  const total = byClock.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      {byPeople.length > 0 && (
        <Panel title={rehearsal.byPeople} id="people-did">
          <Times page={page} counts={byPeople} />
        </Panel>
      )}
      <Panel title={rehearsal.done} id="done">
        {total === 0 && <p>{rehearsal.nothing}</p>}
        <Times page={page} counts={byClock} />
        {steps.length > 0 && (
          <Fold summary={rehearsal.which}>
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
          </Fold>
        )}
      </Panel>
    </>
  )
}

const Times = ({ page: { text }, counts }: { readonly page: Page; readonly counts: Counts }) => (
  <ul class="tags">
    {counts.map(({ action, count }) => (
      <li>
        <Tag tone="blue">{text.rehearsal.times(text.words.done[action], count)}</Tag>
      </li>
    ))}
  </ul>
)
