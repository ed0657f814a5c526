import { cpuUsage } from 'node:process'
import { createApp } from '#src/app.tsx'
import type { Place } from './bench-place.ts'
import { month } from './fill.ts'
import { atMost, type Line, median } from './measure.ts'

type Who = 'anyone' | 'volunteer' | 'secretary'
type Asked = {
  readonly name: string
  readonly who: Who
  /** How many times as much the page may cost at a larger size. */
  readonly goal: number
  /** Milliseconds of the processor at the smallest size. */
  readonly most?: number
  path(slug: string): string
  /** What is searched; the page is then asked for with a form. */
  readonly search?: string
}

const pages: readonly Asked[] = [
  { name: 'board, signed out', who: 'anyone', goal: 1.2, path: (slug) => `/c/${slug}` },
  { name: 'board, volunteer', who: 'volunteer', goal: 1.2, most: 2, path: (slug) => `/c/${slug}` },
  { name: 'own page, volunteer', who: 'volunteer', goal: 1.2, most: 3, path: () => '/mine' },
  { name: 'desk, secretary', who: 'secretary', goal: 1.2, most: 3, path: () => '/desk' },
  { name: 'ledger month', who: 'anyone', goal: 1.2, most: 3, path: (slug) => `/c/${slug}/ledger/${month}` },
  { name: 'month’s report', who: 'secretary', goal: 1.5, most: 8, path: (slug) => `/reports/${month}?c=${slug}` },
  { name: 'working table', who: 'secretary', goal: 1.2, path: (slug) => `/wishes?c=${slug}` },
  { name: 'search, by name', who: 'secretary', goal: 1.2, path: (slug) => `/wishes/search?c=${slug}`, search: '王' },
]

/**
 * Measures each page through the app's own fetch at each size, alternating with the smallest, in time of the processor, so
 * that other programs on the machine count less. `pass` moves the time forward before each request, so that no response
 * cached for some seconds is measured.
 */
export async function measurePages(
  places: readonly Place[],
  rounds: number,
  pass: () => void,
): Promise<readonly Line[]> {
  const sites = await Promise.all(places.map(siteOf))
  const took = new Map<string, number[]>()
  for (let round = -warmUp; round < rounds; round++)
    for (const asked of pages)
      for (const { place, app, cookies } of sites) {
        pass()
        const request = requestFor(asked, place.slug, cookies[asked.who])
        const began = cpuUsage()
        const answer = await app.request(request)
        const html = await answer.text()
        const { user, system } = cpuUsage(began)
        if (answer.status !== 200 || !html.includes('</html>')) throw new Error(`${asked.name}: ${answer.status}`)
        const key = `${asked.name} ${place.size}`
        if (round >= 0) took.set(key, [...(took.get(key) ?? []), (user + system) / 1000])
      }

  const [first, ...others] = places.map(({ size }) => size)
  return pages.flatMap(({ name, goal, most }) => {
    const small = median(took.get(`${name} ${first}`) ?? [])
    const own = most === undefined ? [] : [atMost(`${name}, processor`, small, most, `at ${first} wishes`, 'ms')]
    const larger = others.map((size) => {
      const large = median(took.get(`${name} ${size}`) ?? [])
      const note = `${large.toFixed(2)} ms of the processor, ${small.toFixed(2)} ms at ${first}`
      return atMost(`${name}, ${size} wishes`, large / small, goal, note)
    })
    return [...own, ...larger]
  })
}

function requestFor({ path, search }: Asked, slug: string, cookie: string): Request {
  const url = `http://127.0.0.1${path(slug)}`
  if (search === undefined) return new Request(url, { headers: { cookie } })
  const type = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
  return new Request(url, { method: 'POST', headers: { cookie, ...type }, body: new URLSearchParams({ q: search }) })
}

/** Until the compiler of JavaScript has seen the pages. */
const warmUp = 30

async function siteOf(place: Place) {
  const cookies: Record<Who, string> = {
    anyone: '',
    volunteer: await place.cookieOf('volunteer'),
    secretary: await place.cookieOf('secretary'),
  }
  return { place, app: createApp(place.services), cookies }
}
