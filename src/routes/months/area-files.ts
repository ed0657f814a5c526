import { isoIn } from '#domain/time/zone.ts'
import type { C } from '#http/context.ts'
import { figureLines } from '#views/sheets/figure-lines.ts'
import { figuresAs } from './figure-files.ts'
import { type SummedMonth, summedMonth } from './reports-area.tsx'
import { countryZone } from './reports-place.ts'

/**
 * An area's figures as a file with the same structure as a community's; null if the reader does not supervise the area.
 */
export async function areaFile(c: C): Promise<Response | null> {
  const month = await summedMonth(c)
  if (!month) return null
  const { area, period, lastEvent, madeAt, facts, parts, communities, signed } = month
  const text = c.get('text')
  const { file } = text.areas
  const about = {
    community: { slug: area.id, name: area.name, zone: countryZone },
    isArea: true,
    month: period.month,
    lastEvent,
    madeAt,
    more: [
      [file.communities, communities.length],
      [file.signed, signed],
      [text.sheets.file.rules, text.areas.rules],
    ] as const,
  }
  const names = { grids: parts, units: [], whole: text.areas.whole }
  const lines = () => figureLines({ facts, ...names, corrected: new Map() }, text)
  return figuresAs(c, { about, json: () => jsonOf(month), lines, signed: null })
}

/** Waits are in seconds, for programs. */
const jsonOf = ({ area, period, communities, signed, lastEvent, madeAt, facts }: SummedMonth): string =>
  JSON.stringify({
    area: { id: area.id, name: area.name, kind: area.kind },
    month: period.month,
    isRunning: period.isRunning,
    zone: countryZone,
    communities: communities.length,
    signed,
    lastEvent,
    madeAt: isoIn(madeAt, countryZone),
    figures: facts,
  })
