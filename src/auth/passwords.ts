import { randomBytes, scrypt } from 'node:crypto'
import { isSame } from './hashing.ts'
import { cost } from './password-cost.ts'

/** 'scrypt$N$r$p$salt$hash', salt and hash in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16).toString('base64url')
  return ['scrypt', cost.N, cost.r, cost.p, salt, await derive(password, salt)].join('$')
}

/** A missing hash takes as long as a wrong password, so that timing does not reveal which phones have accounts. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [, , , , salt, hash] = (stored ?? 'scrypt$$$$nobody$nothing').split('$')
  const derived = await derive(password, salt ?? '')
  return isSame(derived, hash ?? '') && stored !== null
}

const derive = (password: string, salt: string): Promise<string> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 32, cost, (error, key) =>
      error ? reject(error) : resolve(key.toString('base64url')),
    )
  })
