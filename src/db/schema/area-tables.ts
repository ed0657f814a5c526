import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { flag, id, instant } from './column-types.ts'

/** prefecture → county → street → community → grid. `path` contains the ids from the top, each followed by a slash. */
export const areas = sqliteTable(
  'areas',
  {
    id: id(),
    kind: text('kind', { enum: ['prefecture', 'county', 'township', 'community', 'grid'] }).notNull(),
    parentId: text('parent_id'),
    path: text('path').notNull(),
    name: text('name').notNull(),
    position: integer('position').notNull().default(0),
    // The columns below belong to communities; other areas leave them empty.
    slug: text('slug'),
    zone: text('zone'),
    region: text('region'),
    phone: text('phone'),
    opens: text('opens'),
    closes: text('closes'),
    /** A closed area stays for past months, and takes no new residents, wishes or roles. */
    closedAt: instant('closed_at'),
  },
  (t) => [
    uniqueIndex('areas_slug').on(t.slug),
    uniqueIndex('areas_path').on(t.path),
    index('areas_parent').on(t.parentId, t.position),
    index('areas_kind').on(t.kind, t.path),
  ],
)

/** Addresses that a community has had: they lead to its present one. */
export const areaSlugs = sqliteTable('area_slugs', {
  slug: text('slug').primaryKey(),
  areaId: text('area_id').notNull(),
})

/** The buildings of a grid, as the secretary lists them. `key` is the same for every way of writing a building. */
export const gridBuildings = sqliteTable(
  'grid_buildings',
  {
    communityId: text('community_id').notNull(),
    key: text('key').notNull(),
    gridId: text('grid_id').notNull(),
    place: text('place').notNull(),
    building: text('building').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.key] }), index('grid_buildings_grid').on(t.gridId)],
)

/** The rules of a community from a local day on; `communityId` '*' applies where a community has set none. */
export const ruleVersions = sqliteTable(
  'rule_versions',
  {
    id: id(),
    communityId: text('community_id').notNull(),
    fromDay: text('from_day').notNull(),
    /** Every rule as the secretary saw it. What applies is computed from `changed`: domain/rules.ts. */
    rules: text('rules').notNull(),
    /** JSON of the rules that this version changes; null for one that sets them all. */
    changed: text('changed'),
    reason: text('reason').notNull(),
    madeBy: text('made_by'),
    madeAt: instant('made_at').notNull(),
    /** Taken back before it began. */
    cancelledAt: instant('cancelled_at'),
  },
  (t) => [uniqueIndex('rule_versions_day').on(t.communityId, t.fromDay).where(sql`${t.cancelledAt} is null`)],
)

/** Work units that Party members report in from, as one community knows them. */
export const units = sqliteTable(
  'units',
  {
    id: id(),
    communityId: text('community_id').notNull(),
    name: text('name').notNull(),
    /** The volunteer who adopts batches for the unit; without effect once they volunteer for it no more. */
    contactId: text('contact_id'),
  },
  (t) => [uniqueIndex('units_name').on(t.communityId, t.name)],
)

/** Needs lists and rolls waiting for review: private to the uploader, deleted after 24 hours. */
export const imports = sqliteTable(
  'imports',
  {
    id: id(),
    communityId: text('community_id').notNull(),
    personId: text('person_id').notNull(),
    kind: text('kind', { enum: ['needs', 'roll'] }).notNull(),
    fileName: text('file_name').notNull(),
    content: text('content').notNull(),
    at: instant('at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    committed: flag('committed').notNull().default(false),
    /**
     * When the last part of a long list was imported, from the confirmation until all of it is imported; null for other
     * lists.
     */
    takingAt: instant('taking_at'),
  },
  (t) => [
    index('imports_expiry').on(t.expiresAt),
    index('imports_person').on(t.personId, t.at),
    index('imports_taking').on(t.takingAt).where(sql`taking_at is not null`),
  ],
)

/**
 * The meanings that staff have given to the headings of a community's lists; the next list is read with these first.
 * `heading` is without blanks and brackets, `written` is as seen. Meaning `list`: the row is about the headings of a
 * whole list, of that kind.
 */
export const importHeadings = sqliteTable(
  'import_headings',
  {
    id: id(),
    communityId: text('community_id').notNull(),
    kind: text('kind', { enum: ['needs', 'roll'] }).notNull(),
    heading: text('heading').notNull(),
    written: text('written').notNull(),
    meaning: text('meaning').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [uniqueIndex('import_headings_one').on(t.communityId, t.kind, t.heading)],
)

/** Keyed hashes of imported rows: importing the same file twice creates nothing twice. */
export const importMarks = sqliteTable(
  'import_marks',
  {
    id: id(),
    communityId: text('community_id').notNull(),
    fingerprint: text('fingerprint').notNull(),
    /** 0 for the first time; 1, 2 … when the same row returns after the repeat period. */
    nth: integer('nth').notNull(),
    wishId: text('wish_id'),
    personId: text('person_id'),
    at: instant('at').notNull(),
  },
  (t) => [uniqueIndex('import_marks_once').on(t.communityId, t.fingerprint, t.nth)],
)
