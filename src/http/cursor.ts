import type { Cursor } from '#db/store/paginate.ts'
import { seconds } from '#domain/time/seconds.ts'

/** A cursor in the address of the next page: the time in seconds, and an id or a code. */
export const writeCursor = ({ at, id }: Cursor): string => `${seconds(at)}.${id}`

/** Null if the address contains no cursor, or one that this site cannot have written. */
export function readCursor(text = ''): Cursor | null {
  const [, at, id] = /^(\d{1,12})\.([\w-]{1,64})$/.exec(text) ?? []
  return id ? { at: new Date(Number(at) * 1000), id } : null
}
