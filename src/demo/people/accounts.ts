import type { SamplePerson } from '#domain/people/sample.ts'

/** Only for the demo command; no other command knows a password. */
export const demoPassword = 'demo-wish-2026'

/** The accounts a visitor can sign in with, by telephone number. */
export const accounts = {
  gridWorker: '19900000001',
  volunteer: '19900000002',
  secondVolunteer: '19900000003',
  secretary: '19900000004',
  supervisor: '19900000005',
  administrator: '19900000009',
} as const satisfies Record<SamplePerson, string>
