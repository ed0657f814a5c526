import type { Claimed } from '#actions/units/adopt-batch.ts'
import { mayAdopt } from '#actions/units/adopt-batch.ts'
import { communityById } from '#db/community/area-rows.ts'
import { type Batch, partsOf } from '#db/units/batch-rows.ts'
import { membersOf } from '#db/units/unit-rows.ts'
import type { CWith } from '#http/context.ts'
import { pageOf, refusalText, show } from '#http/respond.tsx'
import { BatchPage } from '#views/units/batch-page.tsx'

type Said = {
  /** What became of each wish whose member agreed. */
  readonly claimed?: readonly Claimed[]
  /** Chosen wishes that were not open any more. */
  readonly gone?: readonly string[]
  readonly refusal?: string
  readonly agreedError?: string
}

export async function showBatch(c: CWith<'person' | 'unit' | 'tie'>, batch: Batch, said: Said = {}) {
  const { db } = c.get('services').store
  const [unit, tie] = [c.get('unit'), c.get('tie')]
  const here = pageOf(c, await communityById(db, unit.communityId))
  const { claimed = [], gone = [], refusal, agreedError } = said
  const refused = claimed.flatMap(({ code, refusal: why }) => (why ? [{ code, why: refusalText(c, why) }] : []))
  const may = mayAdopt(c.get('person'), unit)
  const body = (
    <BatchPage
      page={here}
      unit={unit}
      tie={tie}
      batch={batch}
      parts={await partsOf(db, [batch.id])}
      members={may ? await membersOf(db, unit) : []}
      mayAdopt={may}
      done={claimed.length - refused.length}
      refused={refused}
      gone={gone}
      refusal={refusal}
      agreedError={agreedError}
    />
  )
  return show(c, here, here.text.units.batch(unit.name), body, refusal ? 409 : agreedError ? 422 : 200)
}
