import { newId } from '#auth/hashing.ts'
import { allCommunities, type Community } from '#db/community/area-rows.ts'
import { claimsByGrid, countsByCell, latestPlan } from '#db/matching/outcome-rows.ts'
import { invitationPlans } from '#db/schema/tables.ts'
import { takenKey } from '#db/store/store.ts'
import { chancesFrom } from '#domain/matching/chance.ts'
import { planInvitations } from '#domain/matching/plan.ts'
import { quietGridsFrom } from '#domain/matching/quiet-grids.ts'
import { sentInvitations } from '#domain/matching/sent-invitation.ts'
import { atTime } from '#domain/time/clock-time.ts'
import { day } from '#domain/time/durations.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { Services } from '#src/services.ts'
import { inviteStatements } from './invite.ts'
import { planSetting } from './plan-setting.ts'

/** Half a year of invitations is counted; the last week has not had its time yet. */
const counted = { from: 182 * day, until: 7 * day } as const
/** The number of days over which claims are counted. */
const claimsCounted = 91 * day

/** Makes the day's plan of every community whose office has opened and that has none yet. Gives the invitations sent. */
export async function planDays(services: Services): Promise<number> {
  let sent = 0
  for (const community of await allCommunities(services.store.db)) sent += await planDay(services, community)
  return sent
}

/** The plan's row is written first: a second clock hits its key, and the whole commit is refused. */
async function planDay(services: Services, community: Community): Promise<number> {
  const { store, now } = services
  const at = now()
  const today = localDay(at, community.zone)
  if (at < atTime(today, community.opens, community.zone)) return 0
  if ((await latestPlan(store.db, community.id))?.day === today) return 0

  const before = (length: number) => new Date(at.getTime() - length)
  const chances = await countsByCell(store.db, community.id, before(counted.from), before(counted.until))
  const grids = await claimsByGrid(store.db, community.id, before(claimsCounted), before(counted.until))
  const quietGrids = quietGridsFrom(grids)
  const setting = await planSetting(services, community.id)
  if (!setting) return 0
  const { invitations } = planInvitations({ ...setting, chances: chancesFrom(chances), quietGrids })
  const { volunteers, calendar } = setting
  const sent = sentInvitations(invitations, { communityId: community.id, zone: calendar.zone, at, volunteers, newId })
  const row = { communityId: community.id, day: today, at, invited: invitations.length }
  try {
    await store.commit([
      store.db.insert(invitationPlans).values({ ...row, chances, quietGrids: [...quietGrids].sort() }),
      ...inviteStatements(sent),
    ])
    return invitations.length
  } catch (error) {
    if (takenKey(error)?.startsWith('invitation_plans.')) return 0
    throw error
  }
}
