import { and, eq, sql } from 'drizzle-orm'
import { editionWishes, robotMessages, wishDetails, wishes } from '#db/schema/tables.ts'
import type { Statement, Store } from '#db/store/store.ts'

/**
 * Messages to robots that wait, name a wish of this resident, and now name no open wish: they are not sent. Goes into the
 * commit that withdraws the wishes, after them. A message with other
 * wishes is sent, with the withdrawn ones crossed out and without their titles.
 */
export const dropRobotMessages = ({ db }: Store, residentId: string): Statement =>
  db
    .update(robotMessages)
    .set({ state: 'dropped', answer: 'consent-withdrawn' })
    .where(
      and(
        eq(robotMessages.state, 'waiting'),
        sql`${robotMessages.editionId} in (select ${editionWishes.editionId} from ${editionWishes}
          join ${wishDetails} on ${wishDetails.wishId} = ${editionWishes.wishId}
          where ${wishDetails.residentId} = ${residentId})`,
        sql`not exists (select 1 from ${editionWishes} join ${wishes} on ${wishes.id} = ${editionWishes.wishId}
          where ${editionWishes.editionId} = ${robotMessages.editionId} and ${wishes.state} = 'open')`,
      ),
    )
