import type { StillOpen, StillOpenList } from '#db/months/month-open.ts'
import { type OpenGroup, openGroups } from '#domain/month/still-open.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { When } from '#views/parts/when.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'

type Lists = Readonly<Record<OpenGroup, StillOpenList>>
type Props = {
  readonly page: Page
  readonly month: string
  readonly slug: string
  readonly zone: string
  readonly open: Lists
}

/** The dates which show how long a wish has waited. */
const days = {
  submitted: ['postedAt'],
  draft: ['postedAt'],
  referred: ['postedAt', 'endedAt'],
  open: ['publishedAt'],
  claimed: ['publishedAt', 'dueAt'],
  uncalled: ['publishedAt', 'deliveredAt'],
  earlier: ['publishedAt', 'deliveredAt'],
  unconfirmed: ['publishedAt', 'deliveredAt'],
} as const satisfies Record<OpenGroup, readonly (keyof StillOpen)[]>

/** The page where each kind is worked on. Claimed wishes have no common page, only their own. */
const workedOn: Readonly<Record<Exclude<OpenGroup, 'claimed'>, (slug: string) => string>> = {
  submitted: () => '/desk#to-check',
  draft: () => '/desk#to-complete',
  referred: () => '/referrals',
  open: (slug) => `/c/${slug}`,
  uncalled: () => '/callbacks',
  earlier: () => '/callbacks',
  unconfirmed: () => '/desk#exhausted',
}

/** What is still open in a month, group by group, before it is signed. */
export const StillOpenLists = (props: Props) => {
  const { sign } = props.page.text.months
  const found = openGroups.filter((group) => props.open[group].count > 0)
  return (
    <Panel title={sign.openTitle} id="still-open">
      <p>{found.length ? sign.openHint : sign.nothingOpen}</p>
      {found.map((group) => (
        <OpenList {...props} group={group} />
      ))}
    </Panel>
  )
}

const OpenList = ({ page, month, slug, zone, open, group }: Props & { readonly group: OpenGroup }) => {
  const { sign } = page.text.months
  const { count, rows } = open[group]
  const more = count - rows.length
  return (
    <section id={`open-${group}`}>
      <Table
        caption={sign.count(sign.groups[group], count)}
        head={[sign.wish, sign.grid, ...days[group].map((day) => sign.days[day])]}
        rows={rows.map((row) => [
          <a href={`/wishes/${row.code}`}>{titleOf(row, page.text)}</a>,
          row.gridName,
          ...days[group].map((day) => <When at={row[day]} lang={page.lang} zone={zone} />),
        ])}
      />
      <p class="actions">
        {more > 0 && (
          <LinkButton
            kind="quiet"
            href={`/reports/${month}/sign?${new URLSearchParams({ c: slug, all: group })}#open-${group}`}
          >
            {sign.more(more)}
          </LinkButton>
        )}
        {group !== 'claimed' && (
          <LinkButton kind="second" href={workedOn[group](slug)}>
            {sign.work[group]}
          </LinkButton>
        )}
      </p>
    </section>
  )
}
