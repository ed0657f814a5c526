import type { ToInform } from '#db/desk/to-inform.ts'
import type { Resident } from '#db/residents/resident-rows.ts'
import type { Page } from '#views/page.ts'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { Watermark } from '#views/parts/paper/watermark.tsx'
import { callRows } from '#views/residents/reach-rows.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'
import { daysOf, InformedForm } from './to-inform-list.tsx'

type Props = {
  readonly page: Page
  readonly row: ToInform
  readonly resident: Resident
  readonly zone: string
  readonly watermark: string
}

/** One call: whom to call, what to say, and a button to record that it was said. */
export const InformPage = ({ page, row, resident, zone, watermark }: Props) => {
  const { text } = page
  const { tell } = text.waits
  const title = titleOf(row, text)
  const { oldDue, dueAt } = row
  return (
    <div class="narrow">
      <h1>{tell.title}</h1>
      <p class="lead">
        <a href={`/wishes/${row.code}`}>{text.card.code(row.code)}</a> · {daysOf(row, page, zone)}
      </p>
      <Panel title={tell.thing} id="call">
        <Watermark text={watermark} />
        <Facts rows={[{ term: text.card.public, value: title }, ...callRows(resident, text)]} />
      </Panel>
      <blockquote class="panel blue">
        <p class="say">
          {dueAt && oldDue
            ? tell.script(title, text.time.deadline(oldDue, zone), text.time.deadline(dueAt, zone))
            : tell.scriptBack(title)}
        </p>
        <footer class="hint">{text.moves.call.scriptHint}</footer>
      </blockquote>
      <InformedForm page={page} row={row} kind="primary" />
    </div>
  )
}
