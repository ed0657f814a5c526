import { expect, test } from 'vitest'
import { PhoneLink } from '#views/parts/phone-link.tsx'

test('an extension is shown and not dialled', () => {
  const link = String(<PhoneLink phone="0994-2345678转2" />)

  expect(link).toContain('href="tel:09942345678"')
  expect(link).toContain('0994-2345678转2')
})
