import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWishCode, wishCode } from '#domain/wish/wish-code.ts'

const seven = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 7, maxLength: 7 })

test('a code is eight digits in two groups and reads back as itself, with or without blanks and hyphen', () => {
  fc.assert(
    fc.property(seven, (digits) => {
      const code = wishCode(digits)
      expect(code).toMatch(/^\d{4}-\d{4}$/)
      for (const typed of [code, code.replace('-', ''), ` ${code.replace('-', ' ')} `])
        expect(readWishCode(typed)).toBe(code)
    }),
  )
})

test('one wrong digit anywhere is found', () => {
  fc.assert(
    fc.property(seven, fc.nat(7), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
      const code = [...wishCode(digits).replace('-', '')]
      code[at] = String((Number(code[at]) + by) % 10)
      expect(readWishCode(code.join(''))).toBeNull()
    }),
  )
})

test('two neighbours that changed places are found', () => {
  fc.assert(
    fc.property(seven, fc.nat(6), (digits, at) => {
      const code = [...wishCode(digits).replace('-', '')]
      const [one, other] = [code[at] as string, code[at + 1] as string]
      fc.pre(one !== other)
      code.splice(at, 2, other, one)
      expect(readWishCode(code.join(''))).toBeNull()
    }),
  )
})

test.each(['', '1234', '123456789', '1234-567a', '１２３４５６７８', '0000-0001', "1' or 1=1"])(
  '%j is no code',
  (typed) => {
    expect(readWishCode(typed)).toBeNull()
  },
)
