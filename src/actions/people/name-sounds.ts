import { nameKey } from '#domain/reading/names.ts'

type Sounds = { readonly pinyin: string; readonly initials: string }

/** The table of sounds takes as much memory as the rest of the program, and is asked only where a name or a title is written. */
const sounding = async () => (await import('pinyin-pro')).pinyin

/** How a name is typed on a phone without Chinese letters: the whole sound and its first letters, without blanks. */
export async function soundsOf(name: string): Promise<Sounds> {
  const pinyin = await sounding()
  const parts = pinyin(name, { toneType: 'none', type: 'array', mode: 'surname', v: true, nonZh: 'consecutive' })
  const letters = parts.map((part) => part.toLowerCase().replace(/[^a-z0-9]/g, ''))
  const words = letters.length === 1 ? name.toLowerCase().split(/[^a-z0-9]+/) : letters
  return { pinyin: letters.join(''), initials: words.map((word) => word.slice(0, 1)).join('') }
}

/** All by which a resident's name is found and compared, beside the name as it is written. */
export async function nameColumns(name: string): Promise<Sounds & { readonly nameKey: string }> {
  return { ...(await soundsOf(name)), nameKey: nameKey(name) }
}

/** First letters of any words' sounds; what is not Chinese stays as it is written. */
export async function initialsOf(words: string): Promise<string> {
  const pinyin = await sounding()
  return pinyin(words, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}
