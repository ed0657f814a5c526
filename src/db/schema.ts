// The one schema of both runtimes. No ON DELETE CASCADE or SET NULL anywhere: a table rebuild would lose rows silently.
export * from './schema/areas.ts'
export * from './schema/desk.ts'
export * from './schema/events.ts'
export * from './schema/people.ts'
export * from './schema/photos.ts'
export * from './schema/residents.ts'
export * from './schema/volunteering.ts'
export * from './schema/wishes.ts'
