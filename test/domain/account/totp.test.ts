import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { codeOfStep, otpAddress, stepAt, stepOfCode, toBase32 } from '#domain/account/totp.ts'

const hmac = (key: Uint8Array, message: Uint8Array): Uint8Array =>
  new Uint8Array(createHmac('sha1', key).update(message).digest())
/** The secret of both RFCs. */
const secret = new TextEncoder().encode('12345678901234567890')

describe('codes of an authenticator app', () => {
  test.each([
    ['755224', 0],
    ['287082', 1],
    ['359152', 2],
    ['969429', 3],
    ['338314', 4],
    ['254676', 5],
    ['287922', 6],
    ['162583', 7],
    ['399871', 8],
    ['520489', 9],
  ])('are %s for the counter %i, as in RFC 4226', (code, counter) => {
    expect(codeOfStep(hmac, secret, counter)).toBe(code)
  })

  test.each([
    ['94287082', 59],
    ['07081804', 1111111109],
    ['14050471', 1111111111],
    ['89005924', 1234567890],
    ['69279037', 2000000000],
    ['65353130', 20000000000],
  ])('are %s at second %i, as in RFC 6238', (code, at) => {
    expect(codeOfStep(hmac, secret, stepAt(new Date(at * 1000)), 8)).toBe(code)
  })

  test('are valid one step early and late, and each only once', () => {
    const now = new Date(1111111109 * 1000)
    const step = stepAt(now)
    const typed = (of: number, lastStep = 0) =>
      stepOfCode(hmac, { secret, code: codeOfStep(hmac, secret, of), now, lastStep })

    expect([-2, -1, 0, 1, 2].map((by) => typed(step + by))).toEqual([null, step - 1, step, step + 1, null])
    expect(typed(step, step)).toBeNull()
    expect(typed(step, step - 1)).toBe(step)
    expect(typed(step, step + 1)).toBeNull()
    expect(stepOfCode(hmac, { secret, code: '０８１ ８０４', now, lastStep: 0 })).toBe(step)
    for (const code of ['', '081805', '81804', '07081804'])
      expect(stepOfCode(hmac, { secret, code, now, lastStep: 0 })).toBeNull()
  })

  test('come from a secret that the app reads in base32, as in RFC 4648', () => {
    const encoded = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) =>
      toBase32(new TextEncoder().encode(text)),
    )
    expect(encoded).toEqual(['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI'])
    expect(otpAddress({ secret, issuer: '微心愿', account: '139 0000' })).toBe(
      'otpauth://totp/%E5%BE%AE%E5%BF%83%E6%84%BF:139%200000?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E5%BE%AE%E5%BF%83%E6%84%BF&algorithm=SHA1&digits=6&period=30',
    )
  })
})
