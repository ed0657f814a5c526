import type { WishedItem } from '#db/months/month-items.ts'
import type { SignedMonth } from '#db/months/month-rows.ts'
import { isItemId } from '#domain/catalogue/catalogue.ts'
import { categories } from '#domain/catalogue/catalogue-codes.ts'
import { countsFrom, type Facts } from '#domain/month/month-facts.ts'
import { CorrectionLine } from '#views/months/correction-line.tsx'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { type Basis, Paper, Stamps } from '#views/parts/paper/paper.tsx'
import { QrCode } from '#views/parts/paper/qr-code.tsx'

type Props = {
  readonly page: Page
  readonly basis: Basis
  readonly month: string
  readonly community: { readonly slug: string; readonly name: string; readonly zone: string; readonly phone: string }
  readonly facts: Facts
  readonly items: readonly WishedItem[]
  readonly signed: SignedMonth | null
  /** Leads to the month in the public ledger. */
  readonly code: Parameters<typeof QrCode>[0]['code']
}

/**
 * For the board in the yard: what was wished for and fulfilled. No name; every number counts wishes, as the public ledger
 * lists them one by one (docs/decisions/0016-small-numbers.md).
 */
export const BulletinSheet = ({ page, basis, month, community, facts, items, signed, code }: Props) => {
  const { text } = page
  const words = text.sheets.notice
  const { published, fulfilled } = countsFrom(facts)
  const brought = items.filter(({ isFulfilled }) => isFulfilled)
  const ledger = `/c/${community.slug}/ledger/${month}`
  return (
    <Paper
      text={text}
      head={community.name}
      title={words.title(basis.month)}
      basis={basis}
      back={{ href: ledger, label: text.reports.ledger }}
      isPoster
    >
      {published === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <>
          <p class="lead">{words.lead(published, fulfilled)}</p>
          <CorrectionLine page={page} signed={signed} zone={community.zone} shown={['published', 'fulfilled']} />
          <ByCategory page={page} facts={facts} />
          <Things page={page} title={words.fulfilled} items={brought} />
          <Things page={page} title={words.wished} items={items} />
          <p class="hint">{words.others}</p>
        </>
      )}
      <p>{words.noNames}</p>
      <div class="scan">
        <div>
          <p>
            {words.how} <a href={ledger}>{`${page.publicUrl}${ledger}`}</a>
          </p>
          {community.phone && <p>{words.voice(community.phone)}</p>}
        </div>
        <figure>
          <QrCode code={code} label={words.scan} />
          <figcaption>{words.scan}</figcaption>
        </figure>
      </div>
      <Stamps
        places={[
          <>
            {words.shown}
            <br />
            {words.until(words.blank)}
            <br />
            {words.blank}
          </>,
          <>
            {words.sign}
            <br />
            <br />
            {words.blank}
          </>,
        ]}
        stamp={text.sheets.stamp}
      />
    </Paper>
  )
}

const ByCategory = ({ page, facts }: { readonly page: Page; readonly facts: Facts }) => {
  const { text } = page
  const words = text.sheets.notice
  return (
    <Table
      caption={words.table}
      head={[words.category, words.published, words.done]}
      numeric={[1, 2]}
      isWhole
      rows={categories.map((category) => {
        const { published, fulfilled } = countsFrom(facts, 'category', category)
        return [text.catalogue.categories[category], published, fulfilled]
      })}
    />
  )
}

type ThingsProps = { readonly page: Page; readonly title: string; readonly items: readonly WishedItem[] }

/** Items by name, each once: how often would reveal something about a few people. */
const Things = ({ page, title, items }: ThingsProps) => {
  const { catalogue } = page.text
  const names = items.flatMap(({ itemId }) => (isItemId(itemId) ? [catalogue.items[itemId].name] : []))
  if (!names.length) return null
  return (
    <>
      <h2>{title}</h2>
      <p>{names.join(' · ')}</p>
    </>
  )
}
