import { hanDigits, hanNumber, squeezed } from '#domain/reading/cells.ts'

/** Finds the grid of a community that a cell names: 第1网格, 第一网格, 一网格, 1号网格 and 网格01 are the same. Null when unsure. */
export function gridOf(written: string, names: readonly string[]): string | null {
  const wanted = squeezed(written)
  if (wanted === '') return null
  const same = names.filter((name) => squeezed(name) === wanted)
  if (same.length === 1) return same[0] ?? null

  const number = gridNumber(wanted)
  const numbered = names.filter((name) => number !== null && gridNumber(squeezed(name)) === number)
  return numbered.length === 1 ? (numbered[0] ?? null) : null
}

/** Finds 第三网格 in a title or in a sheet's name; null if none is named. */
export function gridNamedIn(text: string): string | null {
  return inText.exec(text.replace(/\s/g, ''))?.[0] ?? null
}

function gridNumber(text: string): number | null {
  const found = shape.exec(text)
  const number = found?.[1] ?? found?.[2]
  if (number === undefined) return null
  return hanNumber(number) ?? Number(number)
}

const number = `\\d{1,3}|[${hanDigits}]{1,3}`
const shape = new RegExp(
  `(?:^|[^\\d${hanDigits}])(?:第)?(${number})(?:号|#)?(?:网格|片区|$)|^(?:网格|片区)(${number})(?:号|#)?$`,
  'u',
)
const inText = new RegExp(`第?(?:${number})(?:号|#)?网格(?!员|长)|网格(?:${number})(?:号|#)?`, 'u')
