import { register } from '#actions/people/answer-registration.ts'
import { communityById } from '#db/community/area-rows.ts'
import type { NewPerson } from '#domain/people/volunteer.ts'
import type { Stage } from '#src/demo/stage/stage.ts'
import type { Life } from '#src/demo/stage/timeline.ts'
import { newcomers } from './demo-names.ts'

/** A person who registered and waits for the secretary's decision. */
export const registrationsToday = (stage: Stage, communityId: string): readonly Life[] => {
  const { days } = stage
  return [
    registered(stage, communityId, newcomers[0], days.at(days.workday(2), 18.5)),
    registered(stage, communityId, newcomers[1], days.at(days.workday(1), 19.25)),
  ]
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
