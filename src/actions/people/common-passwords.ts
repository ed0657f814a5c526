import { dictionary } from '@zxcvbn-ts/language-common'

/** In the order of their use. A file of its own, to be imported only when a password is set: no page needs the list. */
export const commonPasswords: readonly string[] = dictionary['passwords-common']
