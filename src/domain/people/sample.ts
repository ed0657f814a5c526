/** The people of the sample community as whom a visitor can sign in, in the order in which a rehearsal needs them. */
export const samplePeople = [
  'secretary',
  'gridWorker',
  'volunteer',
  'secondVolunteer',
  'supervisor',
  'administrator',
] as const
export type SamplePerson = (typeof samplePeople)[number]

/** The token of the one slip that the demo shows, at /r/…: known to everyone, like the demo's password. */
export const sampleSlip = 'sample-slip-for-photos'
/** The token of the demo's link for a relative. */
export const sampleFamilyLink = 'sample-link-for-family'
