import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Field } from '#views/parts/form/field.tsx'

/** `mistyped`: the check digit does not match; `unknown`: no wish on the board has this number. */
export type NumberFault = 'mistyped' | 'unknown'

type Props = { readonly page: Page; readonly typed: string; readonly fault: NumberFault | null }

export const FindByNumber = ({ page, typed, fault }: Props) => {
  const { number } = page.text.doors
  return (
    <div class="narrow">
      <h1>{number.title}</h1>
      <NumberSearch page={page} typed={typed} error={fault ? number.faults[fault] : undefined} />
      <p>
        <LinkButton kind="second" href={page.community ? `/c/${page.community.slug}` : '/'}>
          {page.text.errors.notFound.way}
        </LinkButton>
      </p>
      {page.community?.phone && <p class="hint">{number.ask(page.community.phone)}</p>}
    </div>
  )
}

type SearchProps = { readonly page: Page; readonly typed?: string; readonly error?: string | undefined }

/** Searches by eight digits, with or without the hyphen, as on a sheet or read out on the telephone. */
export const NumberSearch = ({ page, typed = '', error }: SearchProps) => {
  const { number } = page.text.doors
  return (
    <form method="get" action="/w" class="search" novalidate>
      <Field
        label={number.label}
        name="n"
        inputmode="numeric"
        autocomplete="off"
        maxlength={20}
        value={typed}
        hint={number.hint}
        error={error}
        required
      />
      <Button kind="second">{number.button}</Button>
    </form>
  )
}
