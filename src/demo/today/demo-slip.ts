import { printSlips } from '#actions/receipts/print-slips.ts'
import { sampleSlip } from '#domain/people/sample.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Stage } from '#src/demo/stage/stage.ts'

/** The slip of one wish that is on its way, printed by the secretary. The demo prints its address as well. */
export async function slipHandedOut({ services, staff }: Stage, { communityId, code }: Wish): Promise<void> {
  const choice = { communityId, gridIds: null, codes: [code], tokenOf: () => sampleSlip }
  const [slip] = await printSlips(services, staff.secretary, choice)
  if (!slip) throw new Error('demo: no slip was printed')
}
