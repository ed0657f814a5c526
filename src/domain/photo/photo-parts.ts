const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
type PhotoType = (typeof photoTypes)[number]

/** The camera's orientation as Exif numbers it: 1 upright, 6 a quarter turn to the right, 8 to the left … */
export type Turn = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** A picture in parts: only those needed to show it, without where, when or with what it was taken. */
export type PhotoParts = {
  readonly type: PhotoType
  readonly width: number
  readonly height: number
  readonly turn: Turn
  readonly parts: readonly Uint8Array[]
}
