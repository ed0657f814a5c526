import type { ToInform } from '#db/desk/to-inform.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Hidden } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { WishOfResident } from '#views/wishes/wish-of-resident.tsx'

type Props = {
  readonly page: Page
  readonly list: { readonly count: number; readonly rows: readonly ToInform[] }
  readonly zone: string
}

/** Residents whose promised date has changed: call them, then press the button. */
export const ToInformList = ({ page, list, zone }: Props) => {
  const { tell } = page.text.waits
  if (!list.count) return null
  return (
    <Panel title={`${tell.list} · ${tell.count(list.count)}`} id="to-tell">
      <p>{tell.lead}</p>
      <ul class="work">
        {list.rows.map((row) => (
          <li>
            <div>
              <WishOfResident page={page} row={row}>
                <span>{daysOf(row, page, zone)}</span>
              </WishOfResident>
            </div>
            <LinkButton kind="second" href={`/wishes/${row.code}/tell`}>
              {tell.call}
            </LinkButton>
            <InformedForm page={page} row={row} kind="quiet" />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Names the event it is about, so that an outdated form or a second press changes nothing. */
export const InformedForm = ({ page, row, kind }: { page: Page; row: ToInform; kind: 'primary' | 'quiet' }) => (
  <form method="post" action={`/wishes/${row.code}/inform`}>
    <Hidden name="seq" value={row.seq} />
    <Hidden name="at" value="desk" />
    <Button kind={kind}>{page.text.waits.tell.button}</Button>
  </form>
)

export function daysOf({ oldDue, dueAt, informSince }: ToInform, { text }: Page, zone: string): string {
  const { tell } = text.waits
  const day = (at: Date) => text.time.day(at, zone)
  const deadline = (at: Date) => text.time.deadline(at, zone)
  return [
    ...(oldDue ? [tell.old(deadline(oldDue))] : []),
    dueAt ? tell.fresh(deadline(dueAt)) : tell.back,
    tell.since(day(informSince)),
  ].join(' · ')
}
