import type { Batch, BatchPart } from '#db/units/batch-rows.ts'
import type { Page } from '#views/page.ts'
import { CommunityChips } from '#views/parts/community-chips.tsx'
import { Empty } from '#views/parts/empty.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { BatchLines } from './batch-lines.tsx'

type Props = {
  readonly page: Page
  readonly units: readonly {
    readonly id: string
    readonly name: string
    readonly contactId: string | null
    readonly members: number
  }[]
  readonly batches: readonly Batch[]
  readonly parts: readonly BatchPart[]
  readonly communities: readonly { readonly slug: string; readonly name: string }[]
}

/** The work units of a community for its staff, and how their batches are going. */
export const UnitsPage = ({ page, units, batches, parts, communities }: Props) => {
  const { text } = page
  const words = text.units
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <CommunityChips page={page} path="/units" communities={communities} />
      {batches.length > 0 && (
        <Panel title={words.recent}>
          <BatchLines page={page} batches={batches} parts={parts} names={names} />
        </Panel>
      )}
      {units.length ? (
        <ul class="work">
          {units.map(({ id, name, contactId, members }) => (
            <li>
              <div>
                <a href={`/units/${id}`}>{name}</a>
                <small>
                  <span>{words.members(members)}</span>
                  <span>{contactId ? words.hasContact : words.noContact}</span>
                </small>
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <Empty icon="users" title={words.none}>
          <p>{words.noneHelp}</p>
        </Empty>
      )}
    </>
  )
}
