/** How a claim reached the program. */
export const doors = ['web', 'group', 'board', 'phone', 'counter'] as const
export type Door = (typeof doors)[number]

/** Where a list of wishes is published outside the program: in the WeChat group or on the notice board. */
const publishingDoors = ['group', 'board'] as const
export type PublishingDoor = (typeof publishingDoors)[number]

/** The ways in which a claim that staff enter for a volunteer may have arrived. */
export const enteredDoors = ['phone', 'counter', 'group'] as const satisfies readonly Door[]
type EnteredDoor = (typeof enteredDoors)[number]

/** The letter that a link in a group message or on a sheet carries in `?d=`, so that a claim knows where it came from. */
const letters = { group: 'g', board: 'b' } as const satisfies Record<PublishingDoor, string>

export const letterOf = (door: PublishingDoor): string => letters[door]

/** The door of a volunteer's own claim. Anything but one of the two letters means the program's own page. */
export const doorOfLetter = (letter: string | undefined): Door =>
  publishingDoors.find((door) => letters[door] === letter) ?? 'web'

export const enteredDoorOf = (typed: string | undefined): EnteredDoor | null =>
  enteredDoors.find((door) => door === typed) ?? null
