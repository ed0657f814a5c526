import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Select } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { Ticks } from '#views/people/ticks.tsx'

type Props = {
  readonly page: Page
  readonly area: { readonly id: string; readonly name: string }
  readonly buildings: readonly { readonly building: string; readonly count: number }[]
  readonly wishes: { readonly open: number; readonly underWay: number }
  readonly grids: readonly { readonly id: string; readonly name: string }[]
  readonly error?: string | undefined
}

/** What a grid contains, and where it goes: splitting and merging. */
export const MovePage = ({ page, area, buildings, wishes, grids, error }: Props) => {
  const { text } = page
  const words = text.places
  const residents = buildings.reduce((sum, { count }) => sum + count, 0)
  return (
    <div class="narrow">
      <h1>{area.name}</h1>
      <p class="lead">{words.moveHelp}</p>
      <Panel title={words.move}>
        <p>{words.moveList(residents, wishes.open)}</p>
        {wishes.underWay > 0 && <p>{words.underWay(wishes.underWay)}</p>}
      </Panel>
      <form class="fields" method="post" novalidate action={`/places/${area.id}/move`}>
        <Select
          label={words.to}
          name="to"
          options={[
            { value: '', label: text.people.roles.choose },
            ...grids.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          error={error}
        />
        <Ticks
          label={words.building}
          hint={words.buildingHint}
          name="building"
          options={buildings.map(({ building, count }) => ({
            value: building,
            label: building || words.noBuilding,
            hint: words.residents(count),
          }))}
          values={[]}
        />
        <p class="actions">
          <Button>{words.moveButton}</Button>
          <LinkButton kind="quiet" href={`/places/${area.id}`}>
            {text.site.cancel}
          </LinkButton>
        </p>
      </form>
    </div>
  )
}
