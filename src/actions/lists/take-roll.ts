import { acceptance } from '#actions/people/add-person.ts'
import type { Statement } from '#db/store/store.ts'
import type { RollRow } from '#domain/lists/rows.ts'
import type { Person } from '#domain/people/actor.ts'
import type { NewPerson } from '#domain/people/volunteer.ts'
import type { Services } from '#src/services.ts'
import type { ImportPlace, JudgedVolunteer } from './judge-list.ts'
import type { Share, TakeRefusal } from './list-share.ts'

/**
 * Adds inactive volunteers. Each becomes active by using their own code, or when the secretary confirms them in person.
 */
export async function rollTaken(
  services: Services,
  actor: Person,
  { community }: ImportPlace,
  chosen: readonly JudgedVolunteer[],
): Promise<Share | TakeRefusal> {
  const statements: Statement[] = []
  const personIds: string[] = []
  for (const { row } of chosen) {
    const accepted = await acceptance(services, actor.id, community, personOf(row))
    // Someone else has added them since the rows were checked.
    if (!accepted.ok) return { ok: false, why: 'changed' }
    statements.push(...accepted.statements)
    personIds.push(accepted.answer.personId)
  }
  return {
    ok: true,
    statements,
    owners: personIds.map((personId) => ({ wishId: null, personId })),
    taken: { wishCodes: [], newResidents: 0, knownResidents: 0, personIds },
  }
}

function personOf({ name, phone, unit, branch, building, strengths, freeTimes, reportedIn }: RollRow): NewPerson {
  if (phone === null) throw new Error('a row without a phone was taken')
  return { role: 'volunteer', name, phone, gridId: '', unit, branch, building, strengths, freeTimes, reportedIn }
}
