import { createApp } from '#src/app.tsx'
import type { Place } from './bench-place.ts'
import { month } from './fill.ts'
import { atMost, type Line, median } from './measure.ts'

type Who = 'anyone' | 'volunteer' | 'secretary'
type Asked = { readonly name: string; readonly who: Who; readonly goal: number; path(slug: string): string }

const pages: readonly Asked[] = [
  { name: 'board, signed out', who: 'anyone', goal: 1.2, path: (slug) => `/c/${slug}` },
  { name: 'board, volunteer', who: 'volunteer', goal: 1.2, path: (slug) => `/c/${slug}` },
  { name: 'ledger month', who: 'anyone', goal: 1.2, path: (slug) => `/c/${slug}/ledger/${month}` },
  { name: 'desk, secretary', who: 'secretary', goal: 1.2, path: () => '/desk' },
  { name: 'month’s report', who: 'secretary', goal: 1.5, path: (slug) => `/reports/${month}?c=${slug}` },
]

/**
 * Measures each page through the app's own fetch at each size, alternating with the smallest. `pass` moves the time
 * forward before each request, so that no response cached for some seconds is measured.
 */
export async function measurePages(
  places: readonly Place[],
  rounds: number,
  pass: () => void,
): Promise<readonly Line[]> {
  const sites = await Promise.all(places.map(siteOf))
  const took = new Map<string, number[]>()
  for (let round = -warmUp; round < rounds; round++)
    for (const { name, who, path } of pages)
      for (const { place, app, cookies } of sites) {
        pass()
        const headers = { cookie: cookies[who] }
        const began = performance.now()
        const answer = await app.request(path(place.slug), { headers })
        const html = await answer.text()
        const ms = performance.now() - began
        if (answer.status !== 200 || !html.includes('</html>')) throw new Error(`${path(place.slug)}: ${answer.status}`)
        const key = `${name} ${place.size}`
        if (round >= 0) took.set(key, [...(took.get(key) ?? []), ms])
      }

  const [first, ...others] = places.map(({ size }) => size)
  return pages.flatMap(({ name, goal }) => {
    const small = median(took.get(`${name} ${first}`) ?? [])
    return others.map((size) => {
      const large = median(took.get(`${name} ${size}`) ?? [])
      const note = `${large.toFixed(2)} ms, ${small.toFixed(2)} ms at ${first}`
      return atMost(`${name}, ${size} wishes`, large / small, goal, note)
    })
  })
}

const warmUp = 5

async function siteOf(place: Place) {
  const cookies: Record<Who, string> = {
    anyone: '',
    volunteer: await place.cookieOf('volunteer'),
    secretary: await place.cookieOf('secretary'),
  }
  return { place, app: createApp(place.services), cookies }
}
