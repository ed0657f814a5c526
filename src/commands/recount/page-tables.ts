/** A table of a page as a person reads it: words without markup, and a cell's summary instead of what it folds away. */
export type Table = {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The address of the link in each row's first cell; empty if there is none. */
  readonly links: readonly string[]
}

export const tablesOf = (html: string): readonly Table[] =>
  [...html.matchAll(/<table\b.*?<\/table>/gs)].map(([table]) => {
    const rows = [...table.matchAll(/<tr\b.*?<\/tr>/gs)].map(([row]) => cellsIn(row))
    return {
      caption: wordsOf(/<caption>(.*?)<\/caption>/s.exec(table)?.[1] ?? ''),
      head: (rows[0] ?? []).map(wordsOf),
      rows: rows.slice(1).map((row) => row.map(wordsOf)),
      links: rows.slice(1).map(([first = '']) => plain(/href="([^"]*)"/.exec(first)?.[1] ?? '')),
    }
  })

const cellsIn = (row: string) => [...row.matchAll(/<t[hd]\b[^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell)

export const wordsOf = (html: string): string =>
  plain((/<summary>(.*?)<\/summary>/s.exec(html)?.[1] ?? html).replace(/<[^>]+>/g, ''))
    .replace(/\s+/g, ' ')
    .trim()

const marks: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const plain = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => marks[name] ?? '')

/** The whole numbers in a cell, in their order. */
export const numbersOf = (words: string): readonly number[] => [...words.matchAll(/\d+(?![\d.]*%)/g)].map(Number)
