import type { FoundResident } from '#db/resident-search.ts'
import type { Page } from '../layout.tsx'
import { Button, LinkButton } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'

type Props = { readonly page: Page; readonly words: string; readonly found: readonly FoundResident[] }

/** The first question of a posting: whose wish is it? Only residents of one's own places can be found. */
export const Whose = ({ page, words, found }: Props) => {
  const { form, card } = page.text
  return (
    <div class="narrow">
      <h1>{form.title}</h1>
      <p class="lead">{form.who}</p>
      <form method="get" action="/wishes/new" class="search">
        <Field label={form.findLabel} name="q" type="search" value={words} hint={form.findHint} autocomplete="off" />
        <Button kind="second">{form.find}</Button>
      </form>
      {found.length ? (
        <ul class="links">
          {found.map((resident) => (
            <li>
              <a href={`/wishes/new?resident=${resident.id}`}>
                <b>{resident.name}</b>{' '}
                <small>
                  {resident.gridName} · {card.addressOf(resident.building, resident.unit, resident.door)}
                </small>
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <Empty icon="users" title={form.noResidents}>
          <p>{form.noResidentsHelp}</p>
        </Empty>
      )}
      <p>
        <LinkButton kind="quiet" href="/residents/new">
          {form.newResident}
        </LinkButton>
      </p>
    </div>
  )
}
