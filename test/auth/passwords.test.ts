import { expect, test } from 'vitest'
import { cost } from '#auth/password-cost.ts'
import { hashPassword, isPassword } from '#auth/passwords.ts'
import { cost as cheap } from '#test/support/cheap-password-cost.ts'

test('a guess costs what OWASP asks for, and only the tests take less', () => {
  expect(cost).toMatchObject({ N: 32_768, r: 8, p: 3 })
  expect(cheap.N).toBeLessThan(cost.N)
})

test('a hash names the cost it was made with, and belongs to one password', async () => {
  const stored = await hashPassword('a-lamp-in-the-hall')

  expect(stored).toMatch(`scrypt$${cheap.N}$${cheap.r}$${cheap.p}$`)
  expect(await isPassword('a-lamp-in-the-hall', stored)).toBe(true)
  expect(await isPassword('a-lamp-in-the-ball', stored)).toBe(false)
  expect(await isPassword('a-lamp-in-the-hall', null)).toBe(false)
})
