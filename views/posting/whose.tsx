import type { FoundResident } from '#db/residents/resident-search.ts'
import type { Page } from '#views/page.ts'
import { Button } from '#views/parts/form/button.tsx'
import { Field } from '#views/parts/form/field.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { type NewResident, NewResidentFields } from './new-resident.tsx'

export type Listed = readonly FoundResident[]

type Props = {
  readonly page: Page
  readonly words: string
  readonly found: Listed
  /** The id of a resident, `new`, or empty. */
  readonly chosen: string
  readonly error: string | undefined
  readonly errors: Readonly<Record<string, string>>
  readonly fresh: NewResident
}

/**
 * The first question of a posting. Only residents of the reader's own places can be found; a new one is typed in the
 * same form.
 */
export const Whose = ({ page, words, found, chosen, error, errors, fresh }: Props) => {
  const { form } = page.text
  const isOffline = fresh.grids.length === 0
  return (
    <fieldset
      class={error ? 'field who-for wrong' : 'field who-for'}
      aria-describedby={error ? 'resident-error' : undefined}
    >
      <legend>{form.who}</legend>
      {error && (
        <p class="error" id="resident-error">
          <Icon name="warning" />
          <span>{error}</span>
        </p>
      )}
      {!isOffline && (
        <div class="search">
          <Field
            label={form.findLabel}
            name="q"
            type="search"
            value={words}
            hint={form.findHint}
            autocomplete="off"
            autocapitalize="off"
            hx-post="/wishes/new/residents"
            hx-trigger="input changed delay:250ms"
            hx-target="#found"
          />
          <Button kind="second" name="find" value="1" formnovalidate>
            {form.find}
          </Button>
        </div>
      )}
      <div class="choices rows" id="found" aria-live="polite">
        {!isOffline && <Found page={page} found={found} chosen={chosen} isSearch={words !== ''} />}
      </div>
      <div class="choices rows">
        {/* Without a signal it can be any resident, whether on the list or not. */}
        <label hidden={isOffline}>
          <input type="radio" name="resident" value="new" id="resident" checked={chosen === 'new'} />
          <span>
            <span>
              {form.newResident}
              <small>{form.newResidentHint}</small>
            </span>
          </span>
        </label>
      </div>
      <NewResidentFields page={page} fresh={fresh} errors={errors} />
    </fieldset>
  )
}

type FoundProps = {
  readonly page: Page
  readonly found: Listed
  readonly chosen: string
  readonly isSearch: boolean
}

export const Found = ({ page, found, chosen, isSearch }: FoundProps) => {
  const { form, card } = page.text
  if (!found.length) return <p class="hint">{isSearch ? form.noResidents : form.findFirst}</p>
  return (
    <>
      {found.map((resident) => (
        <label>
          <input type="radio" name="resident" value={resident.id} checked={resident.id === chosen} />
          <span>
            <span>
              <b>{resident.name}</b>
              <small>
                {resident.gridName} · {card.addressOf(resident)}
              </small>
            </span>
          </span>
        </label>
      ))}
    </>
  )
}
