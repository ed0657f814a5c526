import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Button } from '#views/parts/form/button.tsx'
import { Hidden } from '#views/parts/form/field.tsx'
import type { ReceiptView } from './receipt-view-data.ts'

type Props = { readonly page: Page; readonly view: ReceiptView }

/** On the resident's own page: which relatives have a link, and a button to end each. */
export const OwnLinks = ({ page: { text }, view: { base, links, zone } }: Props) => {
  const { family, links: words } = text.receipts
  if (!links.length) return null
  return (
    <Fold summary={family.who(links.length)}>
      {links.map(({ id, name, scope, endsAt }) => (
        <form method="post" action={base}>
          <Hidden name="act" value="family-end" />
          <Hidden name="link" value={id} />
          <p>
            <b>{name}</b>
            {' · '}
            {words.line(words.scope[scope], text.time.day(endsAt, zone))}
          </p>
          <Button kind="second" wide>
            {family.end(name)}
          </Button>
        </form>
      ))}
    </Fold>
  )
}
