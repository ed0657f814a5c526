import type { Supervised } from '#db/months/supervised.ts'
import type { InquiryCounts, InquiryPattern, InquirySet } from '#db/supervision/inquiry-rows.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Panel } from '#views/parts/panel.tsx'

/** A pattern with the sentence of the rule that its step follows; without one, the step follows no rule of its own. */
export type ShownPattern = InquiryPattern & { readonly rule: string | null }

type Props = {
  readonly page: Page
  readonly communities: readonly Supervised[]
  readonly month: string
  readonly letters: ReadonlyMap<string, number>
  readonly inquiries: ReadonlyMap<string, InquiryCounts>
  readonly patterns: readonly ShownPattern[]
}

/** What was asked, by community, and what was asked again and again. */
export const AskedByCommunity = (props: Props) => {
  const { page, communities, month, letters, inquiries } = props
  const { inquiry, community } = page.text.supervision
  const cell = (slug: string, set: InquirySet, count: number) => (
    <Count count={count} href={`/supervision/inquiries?${new URLSearchParams({ c: slug, set, month })}`} />
  )
  return (
    <>
      <Patterns {...props} />
      <Table
        caption={inquiry.byCommunity}
        head={[community, inquiry.letters, inquiry.set.asked, inquiry.set.answered, inquiry.set.month]}
        numeric={[1, 2, 3, 4]}
        rows={communities.map(({ id, slug, name }) => {
          const counts = inquiries.get(id)
          return [
            name,
            <Count count={letters.get(id) ?? 0} href={`/supervision/letters?c=${slug}`} />,
            cell(slug, 'asked', counts?.asked ?? 0),
            cell(slug, 'answered', counts?.answered ?? 0),
            cell(slug, 'month', counts?.month ?? 0),
          ]
        })}
      />
      <p class="hint">{inquiry.how}</p>
    </>
  )
}

const Count = ({ count, href }: { readonly count: number; readonly href: string }) =>
  count ? <a href={href}>{count}</a> : <span>0</span>

const Patterns = ({ page, communities, month, patterns }: Props) => {
  const { inquiry, step: steps } = page.text.supervision
  if (!patterns.length) return null
  return (
    <Panel title={inquiry.patterns} id="patterns" tone="yellow">
      <p>{inquiry.patternsLead}</p>
      <ul class="work">
        {patterns.map(({ communityId, step, count, rule }) => {
          const community = communities.find(({ id }) => id === communityId)
          const asked = { c: community?.slug ?? '', set: 'month', step, month }
          return (
            <li>
              <div>
                <a href={`/supervision/inquiries?${new URLSearchParams(asked)}`}>
                  {inquiry.pattern(community?.name ?? '', steps[step], count)}
                </a>
                {rule && (
                  <small>
                    <a href={`/c/${community?.slug}/rules`}>{inquiry.rule(rule)}</a>
                  </small>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
