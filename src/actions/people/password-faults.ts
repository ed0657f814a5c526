import { ownWordsOf } from '#db/people/own-words.ts'
import type { Db } from '#db/store/store.ts'
import { bareOf, containsAny, type PasswordFault, passwordFault } from '#domain/people/password.ts'
import { soundsOf } from './name-sounds.ts'

/** What is wrong with a new password, apart from what is known of the person. */
export async function newPasswordFault(password: string, phone: string): Promise<PasswordFault | null> {
  return passwordFault(password, phone) ?? ((await isCommon(password)) ? 'password-common' : null)
}

/**
 * Whether it contains the person's name, the pinyin of it, or their community. To be asked only for a person who is signed
 * in or has shown a right code or link: the answer confirms a name.
 */
export async function ownPasswordFault(db: Db, personId: string, password: string): Promise<PasswordFault | null> {
  const { names, slugs } = await ownWordsOf(db, personId)
  const sounds = await Promise.all(names.map(async (name) => (await soundsOf(name)).pinyin))
  return containsAny(password, [...names, ...sounds, ...slugs]) ? 'password-own' : null
}

async function isCommon(password: string): Promise<boolean> {
  const { commonPasswords } = await import('./common-passwords.ts')
  return (
    commonPasswords.includes(bareOf(password)) || commonPasswords.includes(password.normalize('NFKC').toLowerCase())
  )
}
