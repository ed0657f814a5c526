/** The people of the sample community whom a visitor can be, in the order in which a rehearsal needs them. */
export const samplePeople = [
  'secretary',
  'gridWorker',
  'volunteer',
  'secondVolunteer',
  'supervisor',
  'administrator',
] as const
export type SamplePerson = (typeof samplePeople)[number]
