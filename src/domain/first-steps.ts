/** What a community has so far. Residents, and those who agreed to something, are counted up to `enoughResidents`. */
export type SoFar = {
  /** Grids that are not closed, and how many of them list their buildings. */
  readonly grids: number
  readonly gridsWithBuildings: number
  readonly workers: number
  readonly residents: number
  readonly agreed: number
  readonly volunteers: number
  readonly activeVolunteers: number
  readonly hasPosted: boolean
  readonly hasPublished: boolean
  readonly hasEdition: boolean
}

export const enoughResidents = 5

/** In the order in which a new community takes them. */
export const firstSteps = [
  'rules',
  'places',
  'colleagues',
  'lists',
  'activate',
  'consents',
  'wishes',
  'publish',
  'doors',
] as const
export type FirstStep = (typeof firstSteps)[number]

/** Steps of a grid worker; the others are the secretary's. */
export const stepsOfWorker: readonly FirstStep[] = ['rules', 'lists', 'consents', 'wishes', 'doors']

/** Until a community has all of these, its desk begins with the first steps. */
export const isInFirstDays = ({ workers, residents, hasPublished, activeVolunteers }: SoFar): boolean =>
  workers === 0 || residents < enoughResidents || !hasPublished || activeVolunteers === 0

/** Null where the program cannot know: no one has to confirm that they have read the rules. */
export function isStepDone(step: FirstStep, so: SoFar): boolean | null {
  switch (step) {
    case 'rules':
      return null
    case 'places':
      return so.grids > 0 && so.gridsWithBuildings === so.grids
    case 'colleagues':
      return so.workers > 0
    case 'lists':
      return so.residents >= enoughResidents && so.volunteers > 0
    case 'activate':
      return so.activeVolunteers > 0
    case 'consents':
      return so.agreed >= enoughResidents
    case 'wishes':
      return so.hasPosted
    case 'publish':
      return so.hasPublished
    case 'doors':
      return so.hasEdition
  }
}
