import { counted, type Found } from './recompute.ts'
import { type Shown, type Surface, surfaces } from './surfaces.ts'

/** One difference: the figure, where it is shown, the number according to the events and the number shown. */
export type Fault = { readonly what: string; readonly where: string; readonly events: string; readonly shown: string }

const said = (value: number | string | null | undefined): string =>
  value === null || value === undefined ? '—' : `${value}`
const isWait = (key: string) => /^to-[a-z]+\.(?:median|slowest)$/.test(key)
/** How wishes were published and claimed: on the page and in the files. */
const isOfDoors = (key: string) => key === 'twice' || key === 'not-twice' || key.startsWith('from-')
/** Which surfaces have to show a figure of the whole month. */
const isOwedBy: Readonly<Record<Surface, (key: string) => boolean>> = {
  page: (key) => !['ahead'].includes(key) && !isWait(key),
  sheet: (key) => !['ahead', 'requests', 'callback-due', 'tried'].includes(key) && !isWait(key) && !isOfDoors(key),
  csv: () => true,
  xlsx: () => true,
  json: () => true,
}

/**
 * Compares every figure on every surface with the events. A surface may leave out parts, but must not show another
 * number.
 */
export function compare(recounted: Found, shown: Shown, on: readonly Surface[] = surfaces): readonly Fault[] {
  const whole = [...counted, ...[...recounted.keys()].filter(isWait)]
  return on.flatMap((surface) => {
    const keys = new Set([
      ...whole.filter(isOwedBy[surface]),
      ...partsOwed(recounted, surface),
      ...shown[surface].keys(),
    ])
    return [...keys].flatMap((key) => faultOf(key, surface, recounted, shown[surface]))
  })
}

/** The files contain every part that is not 0. */
const partsOwed = (recounted: Found, surface: Surface): readonly string[] =>
  surface === 'page' || surface === 'sheet' ? [] : [...recounted.keys()].filter((key) => key.includes('@'))

function faultOf(key: string, surface: Surface, recounted: Found, shown: Found): readonly Fault[] {
  const [figure = ''] = key.split('@')
  const where = surface
  if (!isWait(key) && !counted.includes(figure))
    return [{ what: key, where, events: said(null), shown: said(shown.get(key)) }]
  const exact = recounted.get(key) ?? (isWait(key) ? null : 0)
  const expected = isWait(key) && surface !== 'json' && exact !== null ? Math.floor(exact / 3600) : exact
  const there = shown.get(key)
  return there === expected ? [] : [{ what: key, where, events: said(expected), shown: said(there) }]
}

/** A figure of the whole month as a line: the number from the events, then that of each surface. */
export const tableOf = (recounted: Found, shown: Shown): readonly (readonly string[])[] =>
  [...counted, ...[...recounted.keys()].filter(isWait)].map((key) => [
    key,
    said(recounted.get(key) ?? (isWait(key) ? null : 0)),
    ...surfaces.map((surface) => said(shown[surface].get(key))),
  ])
