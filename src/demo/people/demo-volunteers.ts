import { claims } from '#db/schema/tables.ts'
import { catalogue } from '#domain/catalogue/catalogue.ts'
import { type Day, localMonth } from '#domain/time/workdays.ts'
import type { Thing } from '#src/demo/stage/demo-thing.ts'
import type { Seeking, Stage } from '#src/demo/stage/stage.ts'
import { accounts } from './accounts.ts'
import type { Volunteer } from './demo-people.ts'
import { zone } from './demo-place.ts'

const perPerson = 2
const perUnit = 5
/** Claims that the work units of the visitors' accounts still have left this month. */
const spare = 2
/** The accounts that visitors sign in with. */
export const own: readonly string[] = [accounts.volunteer, accounts.secondVolunteer]

/**
 * Who claims the wish now: preferably a volunteer with the right strength, then the one with the fewest claims, within
 * all limits and without claims reserved for later. Null where there is none.
 */
export async function freeVolunteer(
  stage: Seeking,
  thing: { readonly itemId: string | null },
  except: readonly (string | null)[],
): Promise<Volunteer | null> {
  const { services, reserved, random, days } = stage
  const now = services.now()
  const month = localMonth(now, zone)
  const rows = await services.store.db
    .select({
      personId: claims.personId,
      unitId: claims.unitId,
      month: claims.month,
      slot: claims.monthSlot,
      endedAt: claims.endedAt,
    })
    .from(claims)
  const openOf = (id: string) =>
    rows.filter((row) => row.personId === id && !row.endedAt).length +
    reserved.filter((r) => r.volunteer.id === id).length
  const monthOf = (unitId: string) =>
    rows.filter((row) => row.unitId === unitId && row.month === month && row.slot !== null).length +
    reserved.filter((r) => r.volunteer.unitId === unitId && r.day.startsWith(month)).length
  // The accounts that visitors sign in with have no claim from earlier months left open.
  const isLate = now > days.at(days.workday(20), 0)

  const limitOf = (unitId: string) => {
    const isOwn = stage.volunteers.some((volunteer) => volunteer.unitId === unitId && own.includes(volunteer.phone))
    return isOwn && month === localMonth(days.now, zone) ? perUnit - spare : perUnit
  }
  const fits = stage.volunteers.filter(
    (volunteer) =>
      volunteer.isActive &&
      !except.includes(volunteer.id) &&
      !(isLate && own.includes(volunteer.phone)) &&
      openOf(volunteer.id) < perPerson &&
      monthOf(volunteer.unitId) < limitOf(volunteer.unitId),
  )
  const load = (volunteer: Volunteer) =>
    rows.filter((row) => row.personId === volunteer.id).length - (isGoodAt(volunteer, thing) ? 2 : 0)
  return random.shuffled(fits).sort((a, b) => load(a) - load(b))[0] ?? null
}

/** Reserves a claim on that day for one of today's wishes; at most one per person and three per work unit. */
export function reserve(stage: Stage, thing: Thing, day: Day, phone: string | null = null): Volunteer {
  const { volunteers, reserved, random } = stage
  const fits = volunteers.filter(
    (volunteer) =>
      volunteer.isActive &&
      (phone ? volunteer.phone === phone : !own.includes(volunteer.phone)) &&
      !reserved.some((r) => r.volunteer.id === volunteer.id) &&
      reserved.filter((r) => r.volunteer.unitId === volunteer.unitId).length < 3,
  )
  const sorted = random.shuffled(fits).sort((a, b) => Number(isGoodAt(b, thing)) - Number(isGoodAt(a, thing)))
  const volunteer = sorted[0]
  if (!volunteer) throw new Error('demo: nobody is left for the claims of today')
  reserved.push({ volunteer, day })
  return volunteer
}

/** The reserved claim is about to be made. */
export function unreserve({ reserved }: Stage, volunteer: Volunteer): void {
  const at = reserved.findIndex((r) => r.volunteer.id === volunteer.id)
  if (at >= 0) reserved.splice(at, 1)
}

function isGoodAt(volunteer: Volunteer, thing: { readonly itemId: string | null }): boolean {
  const wanted = catalogue.find(({ id }) => id === thing.itemId)?.strengths ?? []
  return wanted.some((strength) => volunteer.strengths.includes(strength))
}
