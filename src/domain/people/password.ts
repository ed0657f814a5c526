const shortestPassword = 10
const longestPassword = 200

/**
 * Follows NIST SP 800-63B: length counts, kinds of characters do not; the passwords that are guessed first are refused.
 * The long list of common ones and what is known of the person are asked in actions/people/password-faults.ts.
 */
export function passwordFault(password: string, phone: string): PasswordFault | null {
  const plain = password.normalize('NFKC')
  if ([...plain].length < shortestPassword) return 'password'
  if (plain.length > longestPassword) return 'too-long'
  const bare = bareOf(password)
  if (phone && bare.includes(phone)) return 'password-phone'
  return isGuessedFirst(bare) ? 'password-common' : null
}
export type PasswordFault = 'password' | 'too-long' | 'password-phone' | 'password-common' | 'password-own'

/** As it is compared: neither capitals nor blanks nor signs between words make a password harder to guess. */
export const bareOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_.·]/g, '')

/** Whether one of the words is part of the password. Words of one Chinese or three other characters occur by chance. */
export function containsAny(password: string, words: readonly string[]): boolean {
  const bare = bareOf(password)
  return words.map(bareOf).some((word) => word.length >= shortestWord(word) && bare.includes(word))
}

/** "红旗社区" is typed "红旗" or "hongqi". */
export const shortPlace = (name: string): string => name.replace(/(社区|居委会|村)$/, '')

const shortestWord = (word: string): number => (/\p{Script=Han}/u.test(word) ? 2 : 4)

const isGuessedFirst = (bare: string): boolean =>
  bare.length === 0 || new Set(bare).size <= 2 || isRun(bare) || common.some((word) => bare === word)

/** 0123456789, 9876543210, abcdefghij: each character comes directly after, or before, the previous one. */
function isRun(text: string): boolean {
  const gaps = [...text].slice(1).map((sign, index) => sign.charCodeAt(0) - text.charCodeAt(index))
  return [1, -1].some((step) => gaps.every((gap) => gap === step || gap === -9 * step))
}

/** Common here, and not on the list that the package carries. */
const common: readonly string[] = [
  '123123123123',
  '1231231230',
  '12341234123',
  '5201314520',
  '52013141314',
  'woaini1314',
  'woaini520',
  'woaini5201314',
  'qwer1234567',
  'passw0rd123',
  'admin123456',
  'letmein1234',
  'demowish2026',
  'weixinyuan',
  'weixinyuan123',
  'weixinyuan2026',
]
