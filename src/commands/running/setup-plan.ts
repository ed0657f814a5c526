import { parseArgs } from 'node:util'
import { readMobile } from '#domain/people/volunteer.ts'
import { nameOf } from '#domain/reading/names.ts'
import type { commandsZh } from '#text/zh/site/commands-text.ts'

export type Holder = { readonly name: string; readonly mobile: string }
export type Plan = {
  readonly prefecture: string
  readonly county: string
  readonly township: string
  readonly community: string
  readonly slug: string
  readonly phone: string
  readonly grids: readonly string[]
  readonly region: 'xinjiang' | null
  readonly zone: string
  /** HH:MM. */
  readonly opens: string
  readonly closes: string
  readonly secretary: Holder
  readonly administrator: Holder | null
  readonly wantsNewCode: boolean
}

const text = { type: 'string' } as const
const flags = {
  prefecture: text,
  county: text,
  township: text,
  community: text,
  slug: text,
  phone: text,
  grids: text,
  region: text,
  zone: text,
  opens: text,
  closes: text,
  secretary: text,
  mobile: text,
  administrator: text,
  'administrator-mobile': text,
  lang: text,
  sql: text,
  'new-code': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** Throws a TypeError for an option that does not exist. */
export const readFlags = (words: readonly string[]) => parseArgs({ args: [...words], options: flags }).values
export type Flags = ReturnType<typeof readFlags>

/** The settings without a default, in the order in which the command asks for them. */
export const asked = [
  ...(['prefecture', 'county', 'township', 'community', 'slug', 'phone', 'grids', 'region'] as const),
  ...(['secretary', 'mobile'] as const),
] satisfies readonly (keyof Flags)[]

type Fault = keyof (typeof commandsZh)['setup']['fault']

/** The flags as a plan, or the names of all invalid ones. `gridName` names grids that are given only by number. */
export function planOf(
  given: Flags,
  gridName: (n: number) => string,
): { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly faults: readonly Fault[] } {
  const names = areaNames(given)
  const secretary = holderOf(given.secretary, given.mobile)
  const hasAdministrator = given.administrator !== undefined || given['administrator-mobile'] !== undefined
  const administrator = holderOf(given.administrator, given['administrator-mobile'])
  const grids = gridsOf(given.grids ?? '', gridName)
  const { slug = '', phone = '', region = '', zone = 'Asia/Shanghai', opens = '10:00', closes = '18:30' } = given
  const wrong: Partial<Record<Fault, boolean>> = {
    prefecture: !isName(names.prefecture),
    county: !isName(names.county),
    township: !isName(names.township),
    community: !isName(names.community),
    slug: !/^[a-z0-9][a-z0-9-]{0,39}$/.test(slug),
    phone: !/^[\d\s+()-]{5,24}$/.test(phone.trim()),
    grids: grids === null,
    region: region !== 'xinjiang' && region !== 'none',
    zone: !isZone(zone),
    hours: ![opens, closes].every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)) || opens >= closes,
    secretary: nameOf(given.secretary ?? '').wrong !== null,
    mobile: readMobile(given.mobile ?? '') === null,
    administrator: hasAdministrator && administrator === null,
  }
  const faults = (Object.keys(wrong) as Fault[]).filter((name) => wrong[name])
  if (faults.length || !secretary || !grids) return { ok: false, faults }
  const where = { zone, opens, closes, region: region === 'xinjiang' ? ('xinjiang' as const) : null }
  const wantsNewCode = given['new-code'] ?? false
  return {
    ok: true,
    plan: { ...names, slug, phone: phone.trim(), grids, ...where, secretary, administrator, wantsNewCode },
  }
}

const areaNames = ({ prefecture = '', county = '', township = '', community = '' }: Flags) => ({
  prefecture: prefecture.trim(),
  county: county.trim(),
  township: township.trim(),
  community: community.trim(),
})

const isName = (name: string) => name !== '' && [...name].length <= 60

function holderOf(typedName: string | undefined, typedMobile: string | undefined): Holder | null {
  const { name, wrong } = nameOf(typedName ?? '')
  const mobile = readMobile(typedMobile ?? '')
  return name && !wrong && mobile ? { name, mobile } : null
}

function gridsOf(typed: string, gridName: (n: number) => string): readonly string[] | null {
  const names = typed.split(/[,，、]/).map((name) => name.trim())
  const count = Number(typed)
  const grids = Number.isInteger(count) ? Array.from({ length: Math.min(count, 61) }, (_, n) => gridName(n + 1)) : names
  const isGood = grids.length > 0 && grids.length <= 60 && grids.every(isName) && new Set(grids).size === grids.length
  return isGood ? grids : null
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
