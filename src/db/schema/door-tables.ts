import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { PublishingDoor } from '#domain/doors/door.ts'
import type { PaperSize } from '#domain/doors/edition.ts'
import type { RobotKind, RobotState } from '#domain/doors/robot.ts'
import { flag, id, instant } from './column-types.ts'
import { wishes } from './wish-tables.ts'

/** A list of wishes that was published: one message to the group or one sheet on the notice board. */
export const editions = sqliteTable(
  'editions',
  {
    id: id(),
    communityId: text('community_id').notNull(),
    door: text('door').$type<PublishingDoor>().notNull(),
    /** Counts from 1 in the community for each door; printed on a sheet. */
    number: integer('number').notNull(),
    /** Of a sheet; null for a message. */
    paper: text('paper').$type<PaperSize>(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    /** When the message was recalled, or the sheet taken down. */
    endedAt: instant('ended_at'),
    /** The local day whose daily message to the robots this is; null for any other. */
    robotDay: text('robot_day'),
  },
  (t) => [
    uniqueIndex('editions_robot_day').on(t.communityId, t.robotDay).where(sql`robot_day is not null`),
    // If two people make one at the same moment, this key refuses one of them, which then takes the next number.
    uniqueIndex('editions_number').on(t.communityId, t.door, t.number),
    index('editions_current').on(t.communityId, t.door, t.madeAt).where(sql`ended_at is null`),
  ],
)

/** The wishes of an edition, in the order in which they are printed. */
export const editionWishes = sqliteTable(
  'edition_wishes',
  {
    editionId: text('edition_id')
      .notNull()
      .references(() => editions.id),
    /** Counts from 1; volunteers use it to answer a message. */
    position: integer('position').notNull(),
    wishId: text('wish_id')
      .notNull()
      .references(() => wishes.id),
    /** Within the time that the rules of the wish allow for both doors; null in editions from before that rule. */
    inTime: flag('in_time'),
  },
  (t) => [
    primaryKey({ columns: [t.editionId, t.position] }),
    uniqueIndex('edition_wishes_once').on(t.editionId, t.wishId),
    index('edition_wishes_wish').on(t.wishId),
  ],
)

/** Robots of a community's chat groups. */
export const robots = sqliteTable(
  'robots',
  {
    id: id(),
    communityId: text('community_id').notNull(),
    kind: text('kind').$type<RobotKind>().notNull(),
    /** Address and key, sealed with the installation's secret; empty once the robot was removed. */
    sealed: text('sealed').notNull(),
    addedBy: text('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [index('robots_current').on(t.communityId).where(sql`ended_at is null`)],
)

/** One message for one robot, from when it is made until it is sent or given up. */
export const robotMessages = sqliteTable(
  'robot_messages',
  {
    id: id(),
    robotId: text('robot_id')
      .notNull()
      .references(() => robots.id),
    communityId: text('community_id').notNull(),
    editionId: text('edition_id')
      .notNull()
      .references(() => editions.id),
    state: text('state').$type<RobotState>().notNull(),
    tries: integer('tries').notNull().default(0),
    triedAt: instant('tried_at'),
    nextAt: instant('next_at').notNull(),
    /** How the firm answered the last try, as a code. */
    answer: text('answer').notNull(),
  },
  (t) => [
    uniqueIndex('robot_messages_once').on(t.robotId, t.editionId),
    index('robot_messages_due').on(t.state, t.nextAt),
    index('robot_messages_place').on(t.communityId, t.state),
    index('robot_messages_tried').on(t.robotId, t.triedAt),
  ],
)
