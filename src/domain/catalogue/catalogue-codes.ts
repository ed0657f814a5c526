/** The codes of catalogue items. Their words are in `text`. */

export const categories = ['goods', 'repair', 'errand', 'company'] as const
export type Category = (typeof categories)[number]

// Chinese has a measure word for each kind of item, hence 'spectacles' as well as 'pair'.
export const measures = [
  'piece',
  'box',
  'carton',
  'pack',
  'bag',
  'bottle',
  'jug',
  'tray',
  'patch',
  'bundle',
  'roll',
  'tin',
  'set',
  'pair',
  'spectacles',
  'bed',
  'strip',
  'sheet',
  'stick',
  'stem',
  'handle',
  'machine',
  'handset',
  'time',
  'hour',
] as const
export type Measure = (typeof measures)[number]

/** A volunteer's strengths: a hint for matching, never a condition for claiming. */
export const strengths = [
  'care',
  'haircut',
  'appliance',
  'plumbing-electric',
  'computer-phone',
  'counsel',
  'driving',
  'cooking',
  'cleaning',
  'teaching',
  'legal',
] as const
export type Strength = (typeof strengths)[number]

/** `usualFen` is the usual price of one, in fen; 0 where nothing has to be bought. */
export type CatalogueRow = {
  readonly icon: string
  readonly usualFen: number
  readonly measure: Measure
  readonly strengths: readonly Strength[]
}
