import { clean, plain } from './cells.ts'

export type Name = { readonly name: string; readonly sex: Sex | null; readonly wrong: 'no-name' | 'bad-name' | null }
export type Sex = 'female' | 'male'

/**
 * A person's name as typed → as kept: no blanks between Han, every dot between Han is ·, brackets gone (王芳（女） gives
 * the sex). Uncommon Han are fine. Digits, or more than 60 characters, are no name.
 */
export function nameOf(cell: string): Name {
  const text = clean(cell)
  const name = text
    .replace(/[（(【[].*$/u, '')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/(?<=\p{Script=Han})\s*[·‧•・･．.∙⋅●]\s*(?=\p{Script=Han})/gu, '·')
    .replace(/[,，;；:：、。]+$/u, '')
    .trim()
  const sex = sexOf(/[（(【[](.*)/u.exec(text)?.[1]?.replace(/[）)】\]].*/u, '') ?? '')

  if (!/\p{L}|\p{Co}/u.test(name) || /^(?:无|不详|未知|待补充|同上)$/.test(name))
    return { name: '', sex, wrong: 'no-name' }
  if ([...name].length > 60 || /\d/.test(plain(name))) return { name, sex, wrong: 'bad-name' }
  return { name, sex, wrong: null }
}

/** From a cell that says so in words or a letter; null for anything else, never guessed from a name. */
export function sexOf(cell: string): Sex | null {
  const text = plain(cell).toLowerCase()
  if (/^(?:女|女性|f|female)$/.test(text)) return 'female'
  return /^(?:男|男性|m|male)$/.test(text) ? 'male' : null
}
