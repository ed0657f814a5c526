import type { Page } from '#views/page.ts'
import { Button } from '#views/parts/form/button.tsx'
import { Checkbox, Hidden } from '#views/parts/form/field.tsx'

/** Whether the public ledger may show the reader's name; returns to the page it is on. */
export const NameChoice = ({ page, isPublic }: { page: Page; isPublic: boolean }) => {
  const { nameChoice } = page.text.people
  return (
    <form class="fields" method="post" action="/me/name">
      <Hidden name="to" value={page.address} />
      <Checkbox label={nameChoice.label} hint={nameChoice.hint} name="isPublic" checked={isPublic} />
      <p class="actions">
        <Button kind="second">{nameChoice.button}</Button>
      </p>
    </form>
  )
}
