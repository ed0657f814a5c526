import { nameColumns } from '#actions/people/name-sounds.ts'
import { newId } from '#auth/hashing.ts'
import { consents, residents } from '#db/schema/tables.ts'
import type { Statement, Store } from '#db/store/store.ts'
import { firstPurposes } from '#domain/people/resident.ts'
import type { AgeBand } from '#domain/vocabulary.ts'
import type { People } from './demo-people.ts'
import type { Place } from './demo-place.ts'
import { hearingNotes, relatives, residentsByGrid } from './resident-names.ts'

/** A resident as the story needs them. */
export type Neighbour = {
  readonly id: string
  readonly communityId: string
  readonly gridId: string
  readonly grid: number
  readonly ageBand: AgeBand
  /** The same for those who live behind one door. */
  readonly household: string
  /** From a recently imported list: no one has asked for consent yet. */
  readonly isFromList: boolean
}

type Since = {
  readonly at: Date
  readonly day: string
  readonly listAt: Date
  /** The resident who has been on the list longest and has to be asked again today. */
  readonly longAgo: string
  readonly longAgoAt: Date
}

// Positions in the list of all residents, from 0.
const fromList = [11, 23, 34]
const withoutContact = [4, 19, 29, 42]
const consentByPhone = [13, 27, 36]
const consentByRelative = [6, 15]
const landlineOnly = [3, 18, 27, 44]
const withoutPhone = [31]
const twoPhones = [0, 13, 22, 35]
const longOnTheList = 2

/** 46 files behind 42 doors of twelve buildings; most agreed to all four purposes before a grid worker. */
export async function residentRows({ db }: Store, place: Place, people: People, since: Since) {
  const statements: Statement[] = []
  const names = residentsByGrid.flat().map(({ name }) => name)
  const sounds = new Map(await Promise.all(names.map(async (name) => [name, await nameColumns(name)] as const)))
  let n = -1
  const neighbours = residentsByGrid.flatMap((named, grid) =>
    named.map((resident, position): Neighbour => {
      n += 1
      const isFromList = fromList.includes(n)
      const id = newId()
      const [gridId, communityId] = [place.gridIds[grid] as string, place.communityId]
      const worker = people.staff[`grid-${grid + 1}` as 'grid-1']
      const address = addressOf(grid, Math.min(position, named.length - 2))
      const isOld = n === longOnTheList
      const at = isFromList ? since.listAt : isOld ? since.longAgoAt : since.at
      const day = isOld ? since.longAgo : since.day
      const written = { createdBy: worker, createdAt: at }
      const file = {
        id,
        communityId,
        gridId,
        ...resident,
        ...sounds.get(resident.name),
        ...address,
        ...callsOf(n),
        ...written,
        renewedOn: isFromList ? null : day,
      }
      statements.push(db.insert(residents).values(file))

      const method = consentByPhone.includes(n) ? 'phone' : consentByRelative.includes(n) ? 'relative' : 'in-person'
      for (const purpose of isFromList ? [] : firstPurposes) {
        const given = purpose !== 'contact' || !withoutContact.includes(n)
        const answer = { residentId: id, purpose, given, method, witnessId: worker, day, at } as const
        statements.push(db.insert(consents).values({ id: newId(), ...answer }))
      }
      const household = Object.values(address).join('-')
      return { id, communityId, gridId, grid, ageBand: resident.ageBand, household, isFromList }
    }),
  )
  return { statements, neighbours }
}

const addressOf = (grid: number, position: number) => ({
  building: String(grid * 3 + (position % 3) + 1),
  unit: String((position % 4) + 1),
  door: `${((position * 2 + grid) % 6) + 1}0${(position % 2) + 1}`,
})

function callsOf(n: number) {
  const mobile = `199000002${String(n).padStart(2, '0')}`
  const landline = `0994-12346${String(n).padStart(2, '0')}`
  const phones = withoutPhone.includes(n) ? [] : landlineOnly.includes(n) ? [landline] : [mobile]
  const relativeName = relatives[n] ?? ''
  const hours =
    n % 3 === 0
      ? { callFrom: '10:30', callUntil: '13:00' }
      : n % 3 === 1
        ? { callFrom: '16:00', callUntil: '19:00' }
        : {}
  return {
    phones: twoPhones.includes(n) ? [...phones, landline] : phones,
    ...hours,
    relativeName,
    relativePhone: relativeName ? `199000003${String(n).padStart(2, '0')}` : '',
    hearing: hearingNotes[n] ?? '',
  }
}
