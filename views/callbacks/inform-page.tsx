import type { ToTell } from '#db/desk/to-inform.ts'
import type { Resident } from '#db/residents/resident-rows.ts'
import type { Page } from '#views/page.ts'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { Watermark } from '#views/parts/watermark.tsx'
import { PhoneLink } from '#views/wishes/contact.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'
import { daysOf, ToldForm } from './to-inform-list.tsx'

type Props = {
  readonly page: Page
  readonly row: ToTell
  readonly resident: Resident
  readonly zone: string
  readonly watermark: string
}

/** One call: whom to call, what to say, and a button to record that it was said. */
export const TellPage = ({ page, row, resident, zone, watermark }: Props) => {
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
        <Facts
          rows={[
            { term: text.card.public, value: title },
            { term: text.card.name, value: resident.name },
            {
              term: text.card.phone,
              value: resident.phones.length
                ? resident.phones.map((phone) => <PhoneLink phone={phone} />)
                : text.card.noPhone,
            },
            ...(resident.callFrom
              ? [{ term: text.card.hours, value: `${resident.callFrom}–${resident.callUntil ?? ''}` }]
              : []),
            ...(resident.relativePhone
              ? [
                  {
                    term: text.card.relative,
                    value: <PhoneLink name={resident.relativeName} phone={resident.relativePhone} />,
                  },
                ]
              : []),
            ...(resident.hearing ? [{ term: text.card.hearing, value: resident.hearing }] : []),
          ]}
        />
      </Panel>
      <blockquote class="panel blue">
        <p class="say">
          {dueAt && oldDue
            ? tell.script(title, text.time.day(oldDue, zone), text.time.day(dueAt, zone))
            : tell.scriptBack(title)}
        </p>
        <footer class="hint">{text.moves.call.scriptHint}</footer>
      </blockquote>
      <ToldForm page={page} row={row} kind="primary" />
    </div>
  )
}
