import { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { sessionsOf } from '#auth/sessions.ts'
import { anyWish, communityOrChoose, readableWish, staffWish, theCommunity } from '#http/address-loaders.ts'
import type { Env } from '#http/context.ts'
import { wholeNumber } from '#http/form/fields.ts'
import { anyoneMay, secretaryHere, signedIn, staffHere } from '#http/guards.ts'
import { request } from '#http/request.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import type { Name } from '#test/support/cast.ts'

let site: TestApp
let door: Hono<Env>
beforeAll(async () => {
  site = await testApp()
  door = new Hono<Env>()
  door.use(request(site.services))
  door.get('/who', signedIn, (c) => c.text(c.get('person').name))
  door.get('/staff', staffHere, (c) => c.text(`${c.get('person').name} in ${c.get('place').community.slug}`))
  door.get('/secretary', secretaryHere, (c) => c.text(`${c.get('place').grids.length > 0}`))
  door.get('/c/:slug', anyoneMay, theCommunity, (c) => c.text(c.get('community').slug))
  door.get('/choose', anyoneMay, communityOrChoose, (c) => c.text(c.get('community').slug))
  door.get('/choose/:slug', anyoneMay, communityOrChoose, (c) => c.text(c.get('community').slug))
  door.get('/any/:code', anyoneMay, anyWish, (c) => c.text(c.get('wish').code))
  door.get('/readable/:code', anyoneMay, readableWish, (c) => c.text(c.get('wish').code))
  door.get('/staff/:code', anyoneMay, staffWish, (c) => c.text(c.get('wish').code))
})

async function asked(path: string, who?: Name): Promise<string> {
  const cookie = who ? ((await sessionsOf(site.services).begin(site.people[who].id)).split(';')[0] ?? '') : ''
  const answer = await door.request(path, { headers: { cookie } })
  return answer.status === 200 ? answer.text() : String(answer.status)
}

describe('what a guard loads', () => {
  test('the person signed in', async () => {
    expect(await asked('/who', 'ben')).toBe(site.people.ben.name)
    expect(await asked('/who')).toBe('303')
  })

  test('the place in which the person works; 404 where ?c= names another', async () => {
    const own = await asked('/staff', 'ana')

    const [name, slug] = own.split(' in ')
    expect(name).toBe(site.people.ana.name)
    expect(await asked(`/staff?c=${slug}`, 'ana')).toBe(own)
    expect(await asked('/staff?c=elsewhere', 'ana')).toBe('404')
    expect(await asked('/staff', 'ben')).toBe('404')
    expect(await asked('/staff')).toBe('303')
  })

  test('a grid worker of the place is not its secretary', async () => {
    expect([await asked('/secretary', 'dora'), await asked('/secretary', 'ana')]).toEqual(['true', '404'])
  })

  test('the community of a public page, 404 for an unknown one; without a name in the address one is chosen', async () => {
    const slug = (await asked('/staff', 'dora')).split(' in ')[1]

    expect(await asked(`/c/${slug}`)).toBe(slug)
    expect(await asked('/c/nowhere')).toBe('404')
    expect(await asked('/choose/nowhere')).toBe('404')
    expect(await asked('/choose')).toBe('303')
  })

  test('404 where no wish has the code, and where it is none', async () => {
    for (const kind of ['any', 'readable', 'staff'])
      for (const code of ['0000-0000', '1234-5674', '12'])
        expect([kind, code, await asked(`/${kind}/${code}`, 'dora')]).toEqual([kind, code, '404'])
  })

  test('cannot be read by a handler without the guard: that does not compile', () => {
    const routes = new Hono<Env>()
    // @ts-expect-error no guard has loaded a person
    routes.get('/a', anyoneMay, (c) => c.text(c.get('person').name))
    // @ts-expect-error a person has no place by that alone
    routes.get('/b', signedIn, (c) => c.text(c.get('place').community.slug))
    // @ts-expect-error the guard of staff pages loads no wish
    routes.get('/c', staffHere, (c) => c.text(c.get('wish').code))

    expect(routes.routes).toHaveLength(6)
  })
})

test('a number in an address or a hidden field is digits alone, and no more of them than were asked for', () => {
  expect(['0', '7', '007', '123456789'].map((text) => wholeNumber(text))).toEqual([0, 7, 7, 123_456_789])
  expect(
    ['', ' 7', '7 ', '-7', '+7', '7.0', '1e3', '0x7', '７', '1234567890'].map((text) => wholeNumber(text)),
  ).toEqual(Array.from({ length: 10 }, () => null))
  expect([wholeNumber('123', 3), wholeNumber('1234', 3), wholeNumber(undefined)]).toEqual([123, null, null])
})
