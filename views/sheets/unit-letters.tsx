import type { UnitDeliveries } from '#db/months/month-items.ts'
import type { SignedMonth } from '#db/months/month-rows.ts'
import { fewestPeople } from '#domain/month/fewest-people.ts'
import { countsFrom, type Facts, keyOf } from '#domain/month/month-facts.ts'
import { clockParts } from '#domain/time/workdays.ts'
import { CorrectionLine } from '#views/months/correction-line.tsx'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Empty } from '#views/parts/empty.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { type Basis, Paper, Stamps } from '#views/parts/paper/paper.tsx'
import { rateWords } from '#views/reports/report-shape.ts'
import { nameOf } from '#views/wishes/wish-title.ts'

type Unit = { readonly id: string; readonly name: string }
type Place = { readonly slug: string; readonly name: string; readonly zone: string }
type ListProps = {
  readonly page: Page
  readonly month: string
  readonly title: string
  readonly slug: string
  readonly units: readonly Unit[]
}

/** The units whose members delivered something, by name. */
export const UnitList = ({ page, month, title, slug, units }: ListProps) => {
  const { units: words, back } = page.text.sheets
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{words.lead}</p>
      {units.length ? (
        <p>
          <LinkButton href={`/reports/${month}/units/all?c=${slug}`}>{words.all}</LinkButton>
        </p>
      ) : (
        <Empty icon="users" title={words.none} />
      )}
      {units.length > 0 && (
        <Table
          caption={words.caption}
          head={[words.unit, words.open]}
          rows={units.map(({ id, name }) => [
            name,
            <a href={`/reports/${month}/units/${id}?c=${slug}`}>{words.open}</a>,
          ])}
        />
      )}
      <p>
        <a href={`/reports/${month}?c=${slug}`}>{back}</a>
      </p>
    </>
  )
}

/** For only a few members, the satisfaction would tell the employer how individual members were judged. */
const figuresFor = (people: number) =>
  people < fewestPeople
    ? (['confirmed', 'reached'] as const)
    : (['confirmed', 'reached', 'satisfied', 'reopened'] as const)

type LetterProps = {
  readonly page: Page
  readonly basis: Basis
  readonly month: string
  readonly community: Place
  readonly unit: Unit
  readonly facts: Facts
  readonly signed: SignedMonth | null
  /** Whether it is the first letter on the page. */
  readonly isFirst: boolean
} & UnitDeliveries

/** What a unit's members did in the community: counts and items, no names. */
export const UnitLetter = (props: LetterProps) => {
  const { page, basis, month, community, unit, facts, signed, items, joined, people, isFirst } = props
  const { text } = page
  const { letter, stamp } = text.sheets
  const counts = countsFrom(facts, 'unit', unit.id)
  const today = clockParts(page.now, community.zone)
  return (
    <Paper
      text={text}
      head={letter.head(community.name)}
      title={letter.subject}
      basis={basis}
      back={isFirst ? { href: `/reports/${month}/units?c=${community.slug}`, label: text.sheets.links.units } : null}
    >
      <p>{letter.dear(unit.name)}</p>
      <p>{letter.body(community.name, basis.month, people, counts.deliveries + joined, joined)}</p>
      <Table
        caption={letter.figures}
        head={[text.reports.figure, text.reports.count, text.reports.result]}
        numeric={[1, 2]}
        rows={[
          [letter.led, counts.deliveries, ''],
          ...figuresFor(people).map((figure) => [
            text.reports.names[figure],
            counts[figure],
            rateWords(figure, counts, text),
          ]),
          ...(joined ? [[letter.joined, joined, '']] : []),
        ]}
      />
      <CorrectionLine
        page={page}
        signed={signed}
        zone={community.zone}
        shown={[...figuresFor(people), 'deliveries'].map((figure) => keyOf(figure, 'unit', unit.id))}
      />
      {joined > 0 && <p class="hint">{letter.joinedHow}</p>}
      {people < fewestPeople && <p class="hint">{letter.few}</p>}
      <Table
        caption={letter.items}
        head={[letter.item, letter.category, letter.times]}
        numeric={[2]}
        rows={items.map((one) => [nameOf(one, text), text.catalogue.categories[one.category], one.times])}
      />
      <p>{letter.thanks}</p>
      <p class="hint">{letter.note}</p>
      <Stamps places={[letter.day(today.year, today.month, today.day)]} stamp={stamp} />
    </Paper>
  )
}
