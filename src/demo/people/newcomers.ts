import { register } from '#actions/people/answer-registration.ts'
import { proposeSupervisor } from '#actions/people/propose-supervisor.ts'
import { areasAbove, communityById } from '#db/community/area-rows.ts'
import type { NewPerson } from '#domain/people/volunteer.ts'
import type { Stage } from '#src/demo/stage/stage.ts'
import type { Life } from '#src/demo/stage/timeline.ts'
import { newcomers, proposedSupervisor } from './demo-names.ts'

/** People who registered and wait for the secretary, and a supervisor who waits for the administrator. */
export const registrationsToday = (stage: Stage, communityId: string): readonly Life[] => {
  const { days } = stage
  return [
    registered(stage, communityId, newcomers[0], days.at(days.workday(2), 18.5)),
    registered(stage, communityId, newcomers[1], days.at(days.workday(1), 19.25)),
    proposed(stage, communityId, days.at(days.workday(1), 17)),
  ]
}

async function* proposed({ services, staff }: Stage, communityId: string, when: Date): Life {
  yield when
  const { db } = services.store
  const community = await communityById(db, communityId)
  const township = community && (await areasAbove(db, community)).at(-1)
  if (!community || !township) throw new Error('the demo has no community')
  const isSent = await proposeSupervisor(services, staff.secretary, community, {
    ...proposedSupervisor,
    areaId: township.id,
  })
  if (!isSent) throw new Error('the supervisor was not proposed')
}

type Newcomer = Omit<NewPerson, 'role' | 'gridId' | 'reportedIn'>

async function* registered({ services }: Stage, communityId: string, newcomer: Newcomer, when: Date): Life {
  yield when
  const community = await communityById(services.store.db, communityId)
  if (!community) throw new Error('the demo has no community')
  const person: NewPerson = { ...newcomer, role: 'volunteer', gridId: '', reportedIn: null }
  const registered = await register(services, community, person, 'demo')
  if (!registered.ok) throw new Error(`refused: ${registered.why}`)
}
