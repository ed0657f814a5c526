type Rows = readonly (readonly string[])[]
export type KeyOf = (figure: string, part: string) => string

/** The keys of the CSV by the names next to them. A name that two figures have, such as that of two grids, means both in turn. */
export function keysIn(csv: Rows): KeyOf {
  const keys = new Map<string, string[]>()
  for (const row of csv.slice(1)) {
    const name = `${asTyped(row[0])} ${asTyped(row[1])}`
    keys.set(name, [...(keys.get(name) ?? []), row[7] ?? ''])
  }
  return (figure, part) => {
    const own = keys.get(`${figure} ${part}`) ?? []
    const [first = ''] = own
    if (own.length > 1) own.push(own.shift() ?? '')
    return first
  }
}

/** The workbook's rows in the columns of the CSV: figure, part, number, base's name, base, rate, corrected, key. */
export function likeCsv(rows: Rows, csv: Rows): Rows {
  const keyOf = keysIn(csv)
  return rows.map(([figure = '', part = '', value = '', , rate = '', of = '', base = '', corrected = ''], n) => [
    figure,
    part,
    value,
    of,
    base,
    rate,
    corrected,
    n === 0 ? '' : keyOf(figure, part),
  ])
}

/** Without the apostrophe that keeps a spreadsheet from taking a cell of the CSV for a formula. */
const asTyped = (cell = ''): string => cell.replace(/^'/, '')
