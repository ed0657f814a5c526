import { nameKey } from '#domain/reading/names.ts'

type Sounds = { readonly pinyin: string; readonly initials: string }

/** Imported only when a name or title is written, because its table needs as much memory as the rest of the program. */
const sounding = async () => (await import('pinyin-pro')).pinyin

/** How a name is typed on a phone without Chinese characters: its pinyin and its initials, without blanks. */
export async function soundsOf(name: string): Promise<Sounds> {
  const pinyin = await sounding()
  const parts = pinyin(name, { toneType: 'none', type: 'array', mode: 'surname', v: true, nonZh: 'consecutive' })
  const letters = parts.map((part) => part.toLowerCase().replace(/[^a-z0-9]/g, ''))
  const words = letters.length === 1 ? name.toLowerCase().split(/[^a-z0-9]+/) : letters
  return { pinyin: letters.join(''), initials: words.map((word) => word.slice(0, 1)).join('') }
}

/** All columns for finding and comparing a resident's name, in addition to the name as written. */
export async function nameColumns(name: string): Promise<Sounds & { readonly nameKey: string }> {
  return { ...(await soundsOf(name)), nameKey: nameKey(name) }
}

/** The initials of any words' pinyin; other characters stay as they are. */
export async function initialsOf(words: string): Promise<string> {
  const pinyin = await sounding()
  return pinyin(words, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}
