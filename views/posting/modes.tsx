import type { Page } from '#views/page.ts'
import { Chips } from '#views/parts/chips.tsx'

/** The ways in which a request arrives, each with its own version of the one form. */
type Way = 'visit' | 'phone' | 'letter' | 'transfer'

const queries = { visit: '', phone: 'call=1', letter: 'by=letter', transfer: 'by=transfer' } as const satisfies Record<
  Way,
  string
>

export const wayOf = ({ call, by }: Readonly<Record<string, string>>): Way =>
  call === '1' ? 'phone' : by === 'letter' || by === 'transfer' ? by : 'visit'

/** A visit, a telephone call, a letter or 12345: the same form, with links between the versions. */
export const Modes = ({ page, way, resident }: { page: Page; way: Way; resident: string }) => {
  const { intake } = page.text
  const chosen = resident && resident !== 'new' ? `resident=${encodeURIComponent(resident)}` : ''
  const place = page.community ? `c=${page.community.slug}` : ''
  return (
    <Chips
      label={intake.ways}
      items={(Object.keys(queries) as Way[]).map((one) => {
        const query = [queries[one], chosen, place].filter(Boolean).join('&')
        return { href: `/wishes/new${query && `?${query}`}`, label: intake.way[one], current: one === way }
      })}
    />
  )
}
