import type { C } from '#http/context.ts'

/** How the address opens the form: for a telephone call, a letter or 12345; with the referral unfolded. */
export function openingOf(c: C): Readonly<Record<string, string>> {
  const by = c.req.query('by')
  const refer: Readonly<Record<string, string>> =
    c.req.query('refer') === '1' ? { refer: 'other-office', item: 'other' } : {}
  if (c.req.query('call') === '1') return { call: '1', source: 'phone', method: 'phone', ...refer }
  if (by === 'letter') return { by, source: 'letter', method: 'written', ...refer }
  if (by === 'transfer') return { by, source: 'transfer', method: 'phone', ...refer }
  return refer
}
