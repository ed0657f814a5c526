import { addressFrom, addressKey, addressOf, type Where, withoutDoor } from '#domain/reading/addresses.ts'

/** A building, or a lane, village group or estate as a whole if `building` is empty. */
export type Building = { readonly place: string; readonly building: string }
export type ListedBuilding = Building & { readonly gridId: string }

/** What a grid can list. A list is written in one commit, and a request on Workers is limited to a thousand statements. */
export const mostBuildings = 300
const longest = 60

type BuildingsRead =
  | { readonly ok: true; readonly value: readonly Building[] }
  /** The parts that are not a building, as typed; or more buildings than one grid can list. */
  | { readonly ok: false; readonly wrong: readonly string[]; readonly isTooMany: boolean }

/**
 * Reads the buildings of a grid as a secretary types them: one a line or with commas between them, several in a row as
 * 1-12号楼. The same building twice is one.
 */
export function readBuildings(typed: string): BuildingsRead {
  const parts = typed
    .normalize('NFKC')
    .split(/[\n,、;；。]+/u)
    .map((part) => part.trim())
    .filter(Boolean)
  const read = parts.map((part) => ({ part, buildings: buildingsIn(part) }))
  const wrong = read.flatMap(({ part, buildings }) => (buildings ? [] : [part]))
  const all = read.flatMap(({ buildings }) => buildings ?? [])
  const once = [...new Map(all.map((one) => [buildingKey(one), one])).values()]
  if (wrong.length || once.length > mostBuildings) return { ok: false, wrong, isTooMany: !wrong.length }
  return { ok: true, value: once }
}

/** A building as the list shows it, and as it is read again. */
export const buildingLine = ({ place, building }: Building): string => (building ? `${place}${building}号楼` : place)

/** One text for each building, however it is written. */
export const buildingKey = (one: Building): string => addressKey({ ...one, unit: '', door: '' })

/**
 * The grid of an address by the lists of the grids: its building in its estate, else the building where the list names no
 * estate, else the whole estate or lane. An address without an estate fits a building of any estate, unless they are in
 * different grids. Null where no list has it.
 */
export function gridFinder(listed: readonly ListedBuilding[]): (address: Where) => string | null {
  const gridOf = new Map(listed.map((one) => [buildingKey(one), one.gridId]))
  const ofNumber = Map.groupBy(listed, ({ building }) => building)
  return (address) => {
    const { place, building } = withoutDoor(address)
    const found = [
      { place, building },
      { place: '', building },
      { place, building: '' },
    ]
      .filter((one) => one.place || one.building)
      .map((one) => gridOf.get(buildingKey(one)))
      .find((gridId) => gridId !== undefined)
    if (found !== undefined || place || !building) return found ?? null
    const [only, ...others] = new Set((ofNumber.get(building) ?? []).map(({ gridId }) => gridId))
    return only !== undefined && !others.length ? only : null
  }
}

/** The same for one address. */
export const gridAt = (listed: readonly ListedBuilding[], address: Where): string | null => gridFinder(listed)(address)

function buildingsIn(part: string): readonly Building[] | null {
  if (part.length > longest) return null
  const row = /^(.*?)(?<!\d)(\d{1,3})\s*[-~—–至到]\s*(\d{1,3})\s*(?:号楼|栋|幢|号|#)$/u.exec(part)
  if (row) return rowOf(row[1] ?? '', Number(row[2]), Number(row[3]))
  const { place, building, unit, door } = addressOf(part)
  if (building) return unit || door ? null : [{ place, building }]
  const alone = /^[\da-z零一二三四五六七八九十百]{1,5}$/iu.test(part)
  if (alone) return [{ place: '', building: addressFrom({ building: part, unit: '', door: '' }, '').building }]
  const lane = withoutDoor({ place, building, unit, door })
  return lane.place && !unit && !door ? [{ place: lane.place, building: '' }] : null
}

function rowOf(place: string, first: number, last: number): readonly Building[] | null {
  if (first < 1 || last < first || last - first >= mostBuildings) return null
  return Array.from({ length: last - first + 1 }, (_, n) => ({ place: place.trim(), building: String(first + n) }))
}
