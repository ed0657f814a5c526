const shortestPassword = 10
const longestPassword = 200

/**
 * Follows NIST SP 800-63B: length counts, kinds of characters do not; the passwords that are guessed first are refused.
 */
export function passwordFault(password: string, phone: string): PasswordFault | null {
  const plain = password.normalize('NFKC')
  if ([...plain].length < shortestPassword) return 'password'
  if (plain.length > longestPassword) return 'too-long'
  const bare = plain.toLowerCase().replace(/[\s\-_.]/g, '')
  if (phone && bare.includes(phone)) return 'password-phone'
  return isGuessedFirst(bare) ? 'password-common' : null
}
type PasswordFault = 'password' | 'too-long' | 'password-phone' | 'password-common'

const isGuessedFirst = (bare: string): boolean =>
  bare.length === 0 || new Set(bare).size <= 2 || isRun(bare) || common.some((word) => bare === word)

/** 0123456789, 9876543210, abcdefghij: each character comes directly after, or before, the previous one. */
function isRun(text: string): boolean {
  const gaps = [...text].slice(1).map((sign, index) => sign.charCodeAt(0) - text.charCodeAt(index))
  return [1, -1].some((step) => gaps.every((gap) => gap === step || gap === -9 * step))
}

const common: readonly string[] = [
  '12345678910',
  '123456789a',
  'a123456789',
  'a1234567890',
  '123456789abc',
  'abc123456789',
  '1234567890a',
  '123123123123',
  '1231231230',
  '12341234123',
  '1122334455',
  '112233445566',
  '1357924680',
  '1472583690',
  '147258369a',
  '5201314520',
  '52013141314',
  'woaini1314',
  'woaini520',
  'woaini5201314',
  'qwertyuiop',
  'qwerty123456',
  'qwer1234567',
  '1q2w3e4r5t',
  '1qaz2wsx3edc',
  'zaq12wsxcde3',
  'asdfghjkl123',
  'zxcvbnm123',
  'password12',
  'password123',
  'password1234',
  'passw0rd123',
  'admin123456',
  'administrator',
  'letmein1234',
  'iloveyou123',
  'welcome123',
  'demowish2026',
  'weixinyuan',
  'weixinyuan123',
  'weixinyuan2026',
]
