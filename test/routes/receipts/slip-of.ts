import { printSlips, type Slip } from '#actions/receipts/print-slips.ts'
import type { TestApp } from '#test/support/app.ts'
import type { Name } from '#test/support/cast.ts'

/** The slip of a wish, printed by that person; on paper its token is in the QR code alone. */
export async function slipOf({ services, people }: TestApp, code: string, who: Name = 'dora') {
  const choice = { communityId: 'hongqi', gridIds: null, codes: [code] }
  const [slip] = (await printSlips(services, people[who], choice)) as readonly [Slip]
  return { token: slip.token, at: `/r/${slip.token}`, code: slip.code }
}
