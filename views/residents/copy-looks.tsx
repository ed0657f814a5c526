import { lookLines } from '#domain/people/resident-copy.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { type CopyPart, Day, Nothing } from './copy-parts.tsx'
import { wishName } from './copy-wishes.tsx'

/** Who received the contact: by unit, never by name. */
export const Given = ({ page: { text }, copy: { given, wishes }, day }: CopyPart) => {
  const words = text.copy
  if (!given.length) return <Nothing title={words.given}>{words.notGiven}</Nothing>
  const { wish, who, from, until } = words.givenHead
  const nameBy = new Map(wishes.map((one) => [one.id, wishName(one, text)]))
  return (
    <>
      <Table
        caption={words.given}
        head={[wish, who, from, until]}
        rows={given.map(({ wishId, unit, claimedAt, contactUntil, endedAt }) => {
          const last = contactUntil ?? endedAt
          return [
            nameBy.get(wishId) ?? '',
            unit ?? words.noUnit,
            <Day on={day(claimedAt)} />,
            last ? <Day on={day(last)} /> : words.stillGiven,
          ]
        })}
      />
      <p>{words.givenLead}</p>
    </>
  )
}

/** Who has handled the data: the role and the day. This includes the look for making this copy. */
export const Looks = ({ page: { text }, copy: { looks, held } }: CopyPart) => {
  const words = text.copy
  const { day, who, what, times } = words.lookHead
  const lines = lookLines(looks, held)
  if (!lines.length) return <Nothing title={words.looks}>{words.noLooks}</Nothing>
  return (
    <>
      <Table
        caption={words.looks}
        head={[day, who, what, times]}
        rows={lines.map((line) => [<Day on={line.day} />, words.role[line.role], words.page[line.page], line.times])}
        numeric={[3]}
      />
      <p>{words.looksLead}</p>
    </>
  )
}
