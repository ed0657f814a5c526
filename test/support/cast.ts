import { activateVolunteer, addPerson } from '#actions/people/add-person.ts'
import { grantRole } from '#actions/people/grant-role.ts'
import { addResident, type NewResident } from '#actions/residents/edit-resident.ts'
import { newId } from '#auth/hashing.ts'
import { communityById } from '#db/community/area-rows.ts'
import { loadPerson } from '#db/people/people-rows.ts'
import { areas } from '#db/schema/tables.ts'
import { clock, type Person } from '#domain/people/actor.ts'
import { firstPurposes, type ResidentFields } from '#domain/people/resident.ts'
import type { NewPerson } from '#domain/people/volunteer.ts'
import type { ConsentPurpose } from '#domain/vocabulary.ts'
import type { Services } from '#src/services.ts'

/** Two communities of one township, so that a page that shows data of the other community is noticed. */
export const places = { hongqi: 'hongqi', nanyuan: 'nanyuan', grid1: 'grid1', grid2: 'grid2', nanyuan1: 'nanyuan1' }

/** The cast by name, with the phone they sign in with. `wang` and `zhao` are in the other community. */
export const phones = {
  ana: '13900000001',
  ben: '13900000002',
  cleo: '13900000003',
  dora: '13900000004',
  eve: '13900000005',
  finn: '13900000009',
  gus: '13900000006',
  wang: '13900000011',
  zhao: '13900000014',
} as const
export type Name = keyof typeof phones

/**
 * ana is the worker of grid 1, gus of grid 2; ben and cleo are active volunteers of two units; dora is secretary, eve
 * supervisor, finn administrator. In the other community wang works and zhao is secretary. One resident lives in each grid.
 */
export async function seedCast(services: Services) {
  await plantAreas(services)
  const staff = async (name: Name, role: Parameters<typeof grantRole>[2]['role'], areaId: string) => {
    const id = await grantRole(services, clock, { role, areaId, name, phone: phones[name] })
    return personOf(services, id as string)
  }
  const finn = await staff('finn', 'administrator', 'changji')
  const eve = await staff('eve', 'supervisor', 'beijing-road')
  const dora = await staff('dora', 'secretary', places.hongqi)
  const zhao = await staff('zhao', 'secretary', places.nanyuan)
  const worker = (name: Name, by: Person, communityId: string, gridId: string) =>
    addToCast(services, by, communityId, { ...blankPerson, role: 'gridWorker', name, phone: phones[name], gridId })
  const ana = await worker('ana', dora, places.hongqi, places.grid1)
  const gus = await worker('gus', dora, places.hongqi, places.grid2)
  const wang = await worker('wang', zhao, places.nanyuan, places.nanyuan1)
  const volunteer = async (name: Name, unit: string) => {
    const { id } = await addToCast(services, dora, places.hongqi, { ...blankPerson, name, phone: phones[name], unit })
    await activateVolunteer(services, dora, places.hongqi, id)
    return personOf(services, id)
  }
  const ben = await volunteer('ben', 'Water Works')
  const cleo = await volunteer('cleo', 'School No. 3')
  const people = { ana, ben, cleo, dora, eve, finn, gus, wang, zhao }

  const residents = {
    li: await listResident(services, ana, places.hongqi, { gridId: places.grid1, name: 'Li Guilan', door: '203' }),
    ma: await listResident(services, gus, places.hongqi, { gridId: places.grid2, name: 'Ma Xiulan', door: '501' }),
    sun: await listResident(services, wang, places.nanyuan, {
      gridId: places.nanyuan1,
      name: 'Sun Yulan',
      door: '101',
    }),
  }
  return { people, residents }
}

async function plantAreas({ store }: Services): Promise<void> {
  const rows = [
    { id: 'changji', kind: 'prefecture', path: 'changji/', name: 'Changji' },
    { id: 'city', kind: 'county', parentId: 'changji', path: 'changji/city/', name: 'City' },
    {
      id: 'beijing-road',
      kind: 'township',
      parentId: 'city',
      path: 'changji/city/beijing-road/',
      name: 'Beijing Road',
    },
    ...(['hongqi', 'nanyuan'] as const).map((id) => ({
      ...{
        id,
        kind: 'community' as const,
        parentId: 'beijing-road',
        path: `changji/city/beijing-road/${id}/`,
        name: id,
        slug: id,
      },
      ...{ region: 'xinjiang', zone: 'Asia/Shanghai', phone: '0994-2345678', opens: '10:00', closes: '18:30' },
    })),
    {
      id: 'grid1',
      kind: 'grid',
      parentId: 'hongqi',
      path: 'changji/city/beijing-road/hongqi/1/',
      name: 'Grid 1',
      position: 1,
    },
    {
      id: 'grid2',
      kind: 'grid',
      parentId: 'hongqi',
      path: 'changji/city/beijing-road/hongqi/2/',
      name: 'Grid 2',
      position: 2,
    },
    { id: 'nanyuan1', kind: 'grid', parentId: 'nanyuan', path: 'changji/city/beijing-road/nanyuan/1/', name: 'Grid A' },
  ] as const
  await store.commit(rows.map((row) => store.db.insert(areas).values(row)))
}

export const blankPerson: NewPerson = {
  ...{ role: 'volunteer', name: '', phone: '', gridId: '', unit: '', branch: '', building: '', reportedIn: null },
  strengths: ['haircut'],
  freeTimes: ['weekend'],
}

/** A person accepted by a secretary, through the same action as on the page. */
export async function addToCast(
  services: Services,
  by: Person,
  communityId: string,
  input: NewPerson,
): Promise<Person> {
  const community = await communityById(services.store.db, communityId)
  const added = community && (await addPerson(services, by, community, newId(), input))
  if (!added?.ok) throw new Error(`${input.name} was not added: ${JSON.stringify(added)}`)
  return personOf(services, added.answer.personId)
}

const blankResident: ResidentFields = {
  ...{ gridId: '', name: '', sex: 'female', ageBand: '80+', place: '', building: '17', unit: '2', door: '203' },
  ...{ phones: ['13800138000'], callFrom: '10:00', callUntil: '12:30' },
  ...{ relativeName: '', relativePhone: '', hearing: '' },
}

/** A resident's file with the consents named, all four where none are. Gives its id. */
export async function listResident(
  services: Services,
  by: Person,
  communityId: string,
  fields: Partial<ResidentFields>,
  agreed: readonly ConsentPurpose[] = firstPurposes,
): Promise<string> {
  const asked = { method: 'in-person', day: '2026-10-20' } as const
  const input: NewResident = { communityId, fields: { ...blankResident, ...fields }, agreed, asked }
  const added = await addResident(services, by, newId(), input)
  if (!added?.ok) throw new Error(`${fields.name} was not listed: ${JSON.stringify(added)}`)
  return added.answer.residentId
}

async function personOf(services: Services, id: string): Promise<Person> {
  const person = await loadPerson(services.store.db, id, services.now())
  if (!person) throw new Error('nobody has that id')
  return person
}
