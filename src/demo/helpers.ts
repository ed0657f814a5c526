import { claims } from '#db/schema.ts'
import { type Day, localMonth } from '#domain/calendar.ts'
import { catalogue } from '#domain/catalogue.ts'
import { accounts } from './accounts.ts'
import type { Helper } from './people.ts'
import { zone } from './place.ts'
import type { Stage } from './stage.ts'
import type { Thing } from './thing.ts'

const perPerson = 2
const perUnit = 5
/** Claims that the work units of the visitors' accounts still have this month. */
const spare = 2
const own: readonly string[] = [accounts.volunteer, accounts.secondVolunteer]

/**
 * Who takes the wish now: somebody good at it first, whoever has carried least, and never beyond a limit or a claim that
 * is held free for later. Null where nobody is free.
 */
export async function freeHelper(
  stage: Stage,
  thing: Thing,
  except: readonly (string | null)[],
): Promise<Helper | null> {
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
    rows.filter((row) => row.personId === id && !row.endedAt).length + reserved.filter((r) => r.helper.id === id).length
  const monthOf = (unitId: string) =>
    rows.filter((row) => row.unitId === unitId && row.month === month && row.slot !== null).length +
    reserved.filter((r) => r.helper.unitId === unitId && r.day.startsWith(month)).length
  // The accounts that visitors sign in with have nothing from the months before still in hand.
  const isLate = now > days.at(days.workday(20), 0)

  const limitOf = (unitId: string) => {
    const isOwn = stage.helpers.some((helper) => helper.unitId === unitId && own.includes(helper.phone))
    return isOwn && month === localMonth(days.now, zone) ? perUnit - spare : perUnit
  }
  const fits = stage.helpers.filter(
    (helper) =>
      helper.isActive &&
      !except.includes(helper.id) &&
      !(isLate && own.includes(helper.phone)) &&
      openOf(helper.id) < perPerson &&
      monthOf(helper.unitId) < limitOf(helper.unitId),
  )
  const load = (helper: Helper) =>
    rows.filter((row) => row.personId === helper.id).length - (isGoodAt(helper, thing) ? 2 : 0)
  return random.shuffled(fits).sort((a, b) => load(a) - load(b))[0] ?? null
}

/** Holds a claim of that day free for one of today's lives; at most one a person and three a work unit. */
export function reserve(stage: Stage, thing: Thing, day: Day, phone: string | null = null): Helper {
  const { helpers, reserved, random } = stage
  const fits = helpers.filter(
    (helper) =>
      helper.isActive &&
      (phone ? helper.phone === phone : !own.includes(helper.phone)) &&
      !reserved.some((r) => r.helper.id === helper.id) &&
      reserved.filter((r) => r.helper.unitId === helper.unitId).length < 3,
  )
  const sorted = random.shuffled(fits).sort((a, b) => Number(isGoodAt(b, thing)) - Number(isGoodAt(a, thing)))
  const helper = sorted[0]
  if (!helper) throw new Error('demo: nobody is left for the claims of today')
  reserved.push({ helper, day })
  return helper
}

/** The held claim is about to be made. */
export function unreserve({ reserved }: Stage, helper: Helper): void {
  const at = reserved.findIndex((r) => r.helper.id === helper.id)
  if (at >= 0) reserved.splice(at, 1)
}

function isGoodAt(helper: Helper, thing: Thing): boolean {
  const wanted = catalogue.find(({ id }) => id === thing.itemId)?.strengths ?? []
  return wanted.some((strength) => helper.strengths.includes(strength))
}
