import type { Community } from '#db/community/area-rows.ts'
import type { Fulfilment } from '#db/ledger/ledger-rows.ts'
import { escapeXml } from '#domain/reading/xml.ts'
import { isoIn } from '#domain/time/zone.ts'
import { shortDay } from '#text/days.ts'
import type { Text } from '#text/text.ts'
import { titleOf } from '#views/wishes/wish-title.ts'

type Props = {
  readonly community: Community
  readonly fulfilments: readonly Fulfilment[]
  readonly lastEvent: number
  readonly madeAt: Date
  /** The site's public address without a trailing slash. */
  readonly site: string
  /** A feed is in one language for all readers. */
  readonly text: Text
}

/**
 * A feed as in RFC 4287. The id of an entry is the wish's address; `updated` is the time of the receiving side's
 * confirmation.
 */
export function feedOf({ community, fulfilments, lastEvent, madeAt, site, text }: Props): string {
  const self = `${site}/c/${community.slug}/fulfilments.atom`
  const { feedTitle, feedSubtitle } = text.ledger
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    element('id', self),
    element('title', feedTitle(community.name)),
    element('subtitle', feedSubtitle),
    element('updated', isoIn(fulfilments[0]?.confirmedAt ?? madeAt, community.zone)),
    `<author>${element('name', community.name)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(`${site}/c/${community.slug}/ledger`)}"/>`,
    `<!-- lastEvent ${lastEvent}, madeAt ${isoIn(madeAt, community.zone)} -->`,
    ...fulfilments.map((one) => entryOf(one, community.zone, site, text)),
    '</feed>',
  ]
  return `${lines.join('\n')}\n`
}

function entryOf(one: Fulfilment, zone: string, site: string, text: Text): string {
  const address = `${site}/wishes/${one.code}`
  const day = (at: Date) => shortDay.zh(at, zone)
  const summary = text.ledger.feedSummary(one.gridName, one.unitName ?? '', day(one.publishedAt), day(one.confirmedAt))
  return [
    '<entry>',
    element('id', address),
    element('title', titleOf(one, text)),
    element('published', isoIn(one.publishedAt, zone)),
    element('updated', isoIn(one.confirmedAt, zone)),
    `<link rel="alternate" type="text/html" href="${escapeXml(address)}"/>`,
    `<category term="${escapeXml(one.category)}" label="${escapeXml(text.catalogue.categories[one.category])}"/>`,
    element('summary', summary),
    '</entry>',
  ].join('\n')
}

const element = (name: string, words: string): string => `<${name}>${escapeXml(words)}</${name}>`
