import type { AreaLine } from '#db/community/area-rows.ts'
import type { Page } from '#views/page.ts'
import { Tag } from '#views/parts/tag.tsx'

type Props = {
  readonly page: Page
  /** Each before its parts. */
  readonly areas: readonly AreaLine[]
  readonly people: ReadonlyMap<string, number>
  readonly residents: ReadonlyMap<string, number>
  readonly unmanned: readonly string[]
  /** How many buildings each grid lists. */
  readonly buildings: ReadonlyMap<string, number>
}

/** The tree of the reader's areas with what is in each. */
export const PlacesPage = ({ page, areas, people, residents, unmanned, buildings }: Props) => {
  const words = page.text.places
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ul class="work">
        {areas.map(({ id, kind, name, isClosed }) => (
          <li>
            <div>
              <a href={`/places/${id}`}>{name}</a>
              <small>
                <span>{words.kind[kind]}</span>
                {(people.get(id) ?? 0) > 0 && <span>{words.people(people.get(id) ?? 0)}</span>}
                {kind === 'grid' && <span>{words.residents(residents.get(id) ?? 0)}</span>}
                {kind === 'grid' && !isClosed && (
                  <span>{buildings.has(id) ? words.buildingsCount(buildings.get(id) ?? 0) : words.noBuildings}</span>
                )}
              </small>
            </div>
            {isClosed && <Tag>{words.closed}</Tag>}
            {unmanned.includes(id) && <Tag tone="yellow">{words.unmanned}</Tag>}
          </li>
        ))}
      </ul>
    </>
  )
}
