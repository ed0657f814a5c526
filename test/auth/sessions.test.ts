import { beforeEach, describe, expect, test } from 'vitest'
import { sessionsOf } from '#auth/sessions.ts'
import { sessions } from '#db/schema/tables.ts'
import { type TestApp, testApp } from '#test/support/app.ts'

const day = 24 * 3600 * 1000

// The machine's own clock stands nowhere near any of these: a rehearsal's time may be months away from it.
describe.each(['2019-03-01T09:00:00+08:00', '2041-03-01T09:00:00+08:00'])('on a clock that shows %s', (begun) => {
  let app: TestApp
  let cookie: string
  const read = () => sessionsOf(app.services).read(cookie)
  const later = (days: number, seconds = 0) =>
    app.at(new Date(new Date(begun).getTime() + days * day + seconds * 1000).toISOString())

  beforeEach(async () => {
    app = await testApp({ now: begun })
    cookie = (await sessionsOf(app.services).begin(app.people.ben.id)).split(';')[0] ?? ''
  })

  test('who has signed in is signed in, and nothing is sent again for a fortnight', async () => {
    later(14)

    expect(await read()).toMatchObject({ personId: app.people.ben.id, isFresh: false })
  })

  test('use after a fortnight slides the end by thirty days and sends the cookie again', async () => {
    later(16)
    expect(await read()).toMatchObject({ isFresh: true })
    later(45)
    expect(await read()).not.toBeNull()
  })

  test('thirty days without use end it', async () => {
    later(30, -1)
    const unused = cookie
    cookie = (await sessionsOf(app.services).begin(app.people.ben.id)).split(';')[0] ?? ''
    later(30)

    expect(await sessionsOf(app.services).read(unused)).toBeNull()
    expect(await read()).not.toBeNull()
  })

  test('ninety days end it whatever happens', async () => {
    for (let days = 10; days < 90; days += 10) {
      later(days)
      expect(await read()).not.toBeNull()
    }
    later(90, -1)
    expect(await read()).not.toBeNull()
    later(90)
    expect(await read()).toBeNull()
  })

  test('a token that has ended or never existed signs no one in', async () => {
    const { token } = (await read()) ?? { token: '' }
    await sessionsOf(app.services).end(token)

    expect(await read()).toBeNull()
    cookie = 'session=neverbegun'
    expect(await read()).toBeNull()
  })

  test('the database has no token', async () => {
    const kept = JSON.stringify(await app.services.store.db.select().from(sessions))

    expect(kept).not.toContain((await read())?.token ?? '')
  })
})
