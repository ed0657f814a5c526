import type { Community } from '#db/community/area-rows.ts'
import type { ResidentCopy } from '#db/residents/copy-rows.ts'
import type { CheckWords } from '#domain/log/check-words-shown.ts'
import { roleOn } from '#domain/people/resident-copy.ts'
import type { Rules } from '#domain/rules.ts'
import { day } from '#domain/time/durations.ts'
import type { EndReason } from '#domain/vocabulary.ts'
import { exact } from '#text/days.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Facts } from '#views/parts/panel.tsx'
import { Paper, Stamps } from '#views/parts/paper/paper.tsx'
import { Given, Looks } from './copy-looks.tsx'
import { type CopyPart, Day, Lines, Nothing } from './copy-parts.tsx'
import { Notes, Wishes } from './copy-wishes.tsx'
import { doorOf } from './resident-labels.ts'

type Props = {
  readonly page: Page
  readonly copy: ResidentCopy
  readonly purpose: 'copy' | 'copy-relative'
  readonly community: Community
  readonly grid: string
  readonly rules: Rules
  readonly madeAt: string
  readonly check: CheckWords | null
}
/** Everything stored about a resident, to be handed over on paper. */
export const CopySheet = ({ page, copy, purpose, community, grid, rules, madeAt, check }: Props) => {
  const { text } = page
  const words = text.copy
  const { file } = copy
  const phone = community.phone ?? ''
  const part = { page, copy, day: (at: Date) => exact(at, community.zone).slice(0, 10) }
  const goneOn = file.endedAt && new Date(file.endedAt.getTime() + rules.endedFileDays * day)
  const rows = words.retentionRows(rules.keepDays, rules.endedFileDays, rules.keptMonths)
  return (
    <Paper
      text={text}
      head={words.head(community.name)}
      title={words.heading(file.name)}
      back={{ href: `/residents/${file.id}`, label: words.back }}
      basis={madeAt}
      check={check}
    >
      <p>{words.law[purpose]}</p>
      <p>{words.handler(community.name, phone)}</p>
      <h2>{words.file}</h2>
      <FileFacts {...part} grid={grid} />
      <p>{words.least}</p>
      <Consents {...part} />
      <FamilyLinks {...part} />
      <Wishes {...part} />
      <Notes {...part} />
      <Given {...part} />
      <Looks {...part} />
      <h2>{words.kept}</h2>
      <List rows={goneOn ? [...rows, words.gone(part.day(goneOn))] : rows} />
      <h2>{words.rights}</h2>
      <List rows={words.rightsRows(phone)} />
      <Stamps places={[words.sign.received, words.sign.made]} stamp={text.sheets.stamp} />
    </Paper>
  )
}

const List = ({ rows }: { readonly rows: readonly string[] }) => (
  <ul>
    {rows.map((row) => (
      <li>{row}</li>
    ))}
  </ul>
)

const FileFacts = ({ page: { text }, copy: { file, held }, day, grid }: CopyPart & { readonly grid: string }) => {
  const { show: words, form } = text.people.residents
  const { copy } = text
  const addedOn = day(file.createdAt)
  const relative = [file.relativeName, file.relativePhone].filter(Boolean).join(' ')
  return (
    <Facts
      rows={[
        { term: words.name, value: file.name },
        { term: words.sex, value: file.sex ? form.sexOf[file.sex] : words.unknown },
        { term: words.age, value: file.ageBand ? text.words.ageBand[file.ageBand] : words.unknown },
        { term: words.grid, value: grid },
        { term: words.door, value: doorOf(text, file) },
        { term: words.phones, value: file.phones.length ? file.phones.join(' · ') : words.noPhone },
        { term: words.hours, value: file.callFrom ? `${file.callFrom}–${file.callUntil ?? ''}` : words.anyHour },
        { term: words.relative, value: relative || words.unknown },
        { term: words.hearing, value: file.hearing || words.unknown },
        { term: copy.since, value: copy.addedBy(addedOn, copy.role[roleOn(held, file.createdBy, addedOn)]) },
        ...(file.askedAt.getTime() ? [{ term: copy.lastAsked, value: day(file.askedAt) }] : []),
        ...(file.endedAt
          ? [
              {
                term: copy.ended,
                value: copy.endedAs(day(file.endedAt), text.endings.reasonOf[file.endReason as EndReason]),
              },
            ]
          : []),
      ]}
    />
  )
}

const Consents = ({ page: { text }, copy: { answers, held }, day }: CopyPart) => {
  const words = text.copy
  const { yes, no } = text.people.residents.consent
  if (!answers.length) return <Nothing title={words.consent}>{words.noConsent}</Nothing>
  const { purpose, answer, witness } = words.consentHead
  return (
    <Table
      caption={words.consent}
      head={[purpose, answer, words.consentHead.day, witness]}
      rows={answers.map((row) => [
        text.words.consentPurpose[row.purpose],
        <Lines first={row.given ? yes : no} more={[text.words.consentMethod[row.method]]} />,
        <Day on={row.day} />,
        words.role[roleOn(held, row.witnessId, day(row.at))],
      ])}
    />
  )
}

const FamilyLinks = ({ page: { text }, copy: { links }, day }: CopyPart) => {
  const words = text.receipts.links
  if (!links.length) return <p>{words.noneInCopy}</p>
  const { name, scope, from, until } = words.copyHead
  return (
    <Table
      caption={words.title}
      head={[name, scope, from, until]}
      rows={links.map((link) => [
        link.name,
        words.scope[link.scope],
        <Day on={day(link.madeAt)} />,
        <Day on={day(link.endsAt)} />,
      ])}
    />
  )
}
