import { type Checked, faultsFrom, lineOf } from '#domain/reading/checked.ts'

/** What a community shows of itself, and where its pages are. */
export type CommunitySettings = {
  readonly slug: string
  readonly phone: string
  /** HH:MM. */
  readonly opens: string
  readonly closes: string
  readonly region: string | null
}
export type SettingsForm = {
  readonly slug: string
  readonly phone: string
  readonly opens: string
  readonly closes: string
  /** Empty for none. */
  readonly region: string
}

export const isAreaName = (name: string): boolean => name !== '' && [...name].length <= 60

/** Checks the settings form of a community. */
export function readSettings(typed: SettingsForm): Checked<CommunitySettings> {
  const [slug, phone] = [lineOf(typed.slug).toLowerCase(), lineOf(typed.phone)]
  const isTime = (time: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)
  const faults = faultsFrom({
    slug: !/^[a-z0-9][a-z0-9-]{0,39}$/.test(slug) && 'slug',
    phone: !/^[\d\s+()-]{5,24}$/.test(phone) && 'phone',
    opens: !isTime(typed.opens) && 'time',
    closes: !isTime(typed.closes) ? 'time' : typed.opens >= typed.closes && 'hours',
  })
  if (Object.keys(faults).length) return { ok: false, faults }
  const region = typed.region === 'xinjiang' ? 'xinjiang' : null
  return { ok: true, value: { slug, phone, opens: typed.opens, closes: typed.closes, region } }
}
