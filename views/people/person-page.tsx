import type { AddedRole } from '#domain/people/volunteer.ts'
import type { Page } from '#views/page.ts'
import { Button } from '#views/parts/button.tsx'
import { Banner } from '#views/parts/error-summary.tsx'
import { Hidden } from '#views/parts/field.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { freeTimesText, StateTag, strengthsText, type VolunteerLine } from './volunteers-page.tsx'

type PersonFile = {
  readonly id: string
  readonly name: string
  readonly phone: string
  /** Null if the person is a grid worker only. */
  readonly volunteer: (VolunteerLine & { readonly building: string }) | null
  readonly grids: readonly string[]
}
export type Message = { readonly tone: 'green' | 'red'; readonly sentence: string }

/** One person of the community, for its secretary: what is known and what can be done. */
export const PersonPage = ({ page, file, told }: { page: Page; file: PersonFile; told: Message | null }) => {
  const { text, community } = page
  const { person: words, volunteers, newPerson } = text.people
  const { volunteer, grids } = file
  const post = (step: string) => `/volunteers/${file.id}/${step}?c=${community?.slug ?? ''}`
  const isHere = grids.length > 0 || (volunteer !== null && volunteer.state !== 'left')
  return (
    <>
      <p>
        <a href={`/volunteers?c=${community?.slug ?? ''}`}>{text.people.codes.back}</a>
      </p>
      <h1>{file.name}</h1>
      {told && (
        <Banner tone={told.tone} role={told.tone === 'red' ? 'alert' : 'status'}>
          <p>{told.sentence}</p>
        </Banner>
      )}
      <div class="columns">
        <Panel title={text.people.residents.show.file}>
          <Facts
            rows={[
              { term: words.phone, value: <a href={`tel:${file.phone}`}>{file.phone}</a> },
              ...(grids.length ? [{ term: newPerson.roleOf.gridWorker, value: grids.join(' · ') }] : []),
              ...(volunteer
                ? [
                    { term: newPerson.roleOf.volunteer, value: <StateTag text={text} state={volunteer.state} /> },
                    { term: volunteers.head.unit, value: volunteer.unit || volunteers.none },
                    { term: volunteers.head.branch, value: volunteer.branch || volunteers.none },
                    { term: words.building, value: volunteer.building || volunteers.none },
                    { term: volunteers.head.strengths, value: strengthsText(text, volunteer.strengths) },
                    { term: volunteers.head.freeTimes, value: freeTimesText(text, volunteer.freeTimes) },
                  ]
                : []),
            ]}
          />
        </Panel>
        <div>
          {isHere && (
            <Panel title={words.codeTitle}>
              <p>{words.codeHelp}</p>
              <form method="post" action={post('code')}>
                <Button kind={volunteer?.state === 'inactive' ? 'primary' : 'second'}>{words.codeButton}</Button>
              </form>
            </Panel>
          )}
          {volunteer && (
            <Panel title={text.sheets.record.title}>
              <p>{text.sheets.record.printForHelp}</p>
              <form method="post" action={post('record')}>
                <Button kind="second">{text.sheets.record.printFor}</Button>
              </form>
            </Panel>
          )}
          {volunteer?.state === 'inactive' && (
            <Panel title={words.activateTitle}>
              <p>{words.activateHelp}</p>
              <form method="post" action={post('activate')}>
                <Button kind="second">{words.activateButton}</Button>
              </form>
            </Panel>
          )}
          {isHere && (
            <Panel title={words.leaveTitle}>
              <p>{words.leaveHelp}</p>
              {volunteer && volunteer.state !== 'left' && <Leave page={page} to={post('leave')} leaves="volunteer" />}
              {grids.length > 0 && <Leave page={page} to={post('leave')} leaves="gridWorker" />}
            </Panel>
          )}
        </div>
      </div>
    </>
  )
}

const Leave = ({ page, to, leaves }: { page: Page; to: string; leaves: AddedRole }) => (
  <form method="post" action={to}>
    <Hidden name="role" value={leaves} />
    <Button kind="danger">{page.text.people.person.leaveButton[leaves]}</Button>
  </form>
)
