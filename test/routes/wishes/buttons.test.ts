import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { wishes } from '#db/schema/tables.ts'
import type { State } from '#domain/vocabulary.ts'
import { type Action, actions, type Party, transition } from '#domain/wish/lifecycle.ts'
import { tick } from '#jobs/run-clock.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import type { Name } from '#test/support/cast.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

/** Who of the cast is that party to the wish that `stage` sets up; the receiver's buttons are tested with the page of the slip. */
const cast: Readonly<Record<Exclude<Party, 'clock' | 'receiver'>, readonly Name[]>> = {
  gridWorker: ['ana'],
  secretary: ['dora'],
  volunteer: ['cleo'],
  claimant: ['ben'],
  enterer: ['ana', 'dora'],
  joiner: ['cleo'],
  caller: ['ana', 'dora'],
  supervisor: ['eve'],
  codeHolder: ['ben', 'ana'],
}

/** The address to which an action's form is sent, where it is not the action's own name. */
const doors: Partial<Record<Action, (code: string) => string>> = {
  post: (code) => `/wishes/${code}/edit`,
  amend: (code) => `/wishes/${code}/edit`,
  try: (code) => `/wishes/${code}/confirm`,
  rate: (code) => `/wishes/${code}/confirm`,
  reopen: (code) => `/wishes/${code}/confirm`,
  follow: (code) => `/wishes/${code}/answer`,
  // Told by telephone: the list of those to be told takes it.
  inform: (code) => `/wishes/${code}/inform`,
  // No one spares a call by itself: it goes with the resident's file.
  spare: () => `/residents/${app.residents.li}/end`,
}

const later = new Date('2026-11-20T04:00:00Z')

/** A wish in that state, as it stands when this party may do this to it. */
async function stage(action: Action, state: State, party: Party, who: Name): Promise<string> {
  const isHeld = ['claimed', 'delivered', 'unconfirmed', 'fulfilled'].includes(state)
  const code = isHeld ? await life.claimed('ben') : await life.open()
  const { db } = app.services.store
  const { ben, ana, cleo } = app.people
  if (action === 'request') for (const item of ['kettle', 'rice']) await life.claimed('cleo', { item })
  if (action === 'keep' || action === 'advise') {
    app.at(action === 'keep' ? '2026-11-17T12:00:00+08:00' : '2026-11-24T12:00:00+08:00')
    await tick(app.services)
  }
  const isEntered = party === 'enterer' || (party === 'codeHolder' && who !== 'ben')
  const isOver = state === 'fulfilled' || state === 'delivered' || state === 'unconfirmed'
  const now = app.services.now()
  await app.services.store.commit([
    db
      .update(wishes)
      .set({
        state,
        enteredBy: isEntered ? ana.id : null,
        deliveredBy: isOver ? ben.id : null,
        deliveredAt: isOver ? now : null,
        callbackDueAt: isOver ? later : null,
        confirmedAt: state === 'fulfilled' ? now : null,
        publishedAt: state === 'draft' || state === 'submitted' ? null : now,
        informSince: action === 'inform' ? now : null,
        isJoint: action === 'join' || action === 'leave',
        joiners: action === 'leave' ? [{ personId: cleo.id, quantity: 1 }] : [],
      })
      .where(eq(wishes.code, code)),
  ])
  return code
}

/** Where the forms of a page are sent to, and the pages of this wish and its resident to which it leads. */
const formsOf = (html: string) => [...html.matchAll(/<form[^>]* action="([^"]+)"/g)].map(([, to = '']) => to)
const linksOf = (html: string, code: string) =>
  [...html.matchAll(/href="([^"#?]+)[^"]*"/g)]
    .map(([, to = '']) => to)
    .filter((to) => to.startsWith(`/wishes/${code}/`) || to.startsWith(`/residents/${app.residents.li}`))

/** Every form within two links of the wish's own page. */
async function formsWithin(who: Name, code: string): Promise<readonly string[]> {
  const seen = new Set<string>()
  const forms: string[] = []
  let next = [`/wishes/${code}`]
  for (let steps = 0; steps < 3 && next.length; steps++) {
    const found: string[] = []
    for (const path of next) {
      seen.add(path)
      const { status, html } = await app.as(who).get(path)
      if (status !== 200) continue
      forms.push(...formsOf(html))
      found.push(...linksOf(html, code))
    }
    next = [...new Set(found)].filter((path) => !seen.has(path))
  }
  return forms
}

const cells = actions.flatMap((action) => {
  const { from, by } = transition(action)
  return from
    .filter((state) => state !== 'none')
    .flatMap((state) =>
      by.flatMap((party) =>
        party === 'clock' || party === 'receiver' ? [] : cast[party].map((who) => [action, state, party, who] as const),
      ),
    )
})

describe('everything the table allows has a button on some page', () => {
  test.each(cells.filter(([action, state, party]) => isPossible(action, state, party)))(
    '%s a wish that is %s: %s (%s)',
    async (action, state, party, who) => {
      const code = await stage(action, state, party, who)
      const door = doors[action]?.(code) ?? `/wishes/${code}/${action}`

      expect(await formsWithin(who, code)).toContain(door)
    },
  )
})

/** No one holds an open wish, whatever its row of the table says of claimants. */
function isPossible(_action: Action, state: State, party: Party): boolean {
  const needsClaim = party === 'claimant' || party === 'enterer' || party === 'codeHolder' || party === 'joiner'
  return !(needsClaim && state === 'open')
}

describe('a fulfilled wish', () => {
  const { call } = zh.moves

  test('is reopened from a button on its page only by a person who had no part in it', async () => {
    const code = await life.claimed('ben')
    await life.deliver(code, 'ben', { code: await life.codeOf(code) })
    const page = await app.as('dora').get(`/wishes/${code}`)
    expect(page.words).toContain(call.later)
    expect(page.html).toContain(`href="/wishes/${code}/confirm"`)
    expect((await app.as('ben').get(`/wishes/${code}`)).html).not.toContain(`/wishes/${code}/confirm`)

    const form = await app.as('dora').get(`/wishes/${code}/confirm`)
    await life.call(
      code,
      { seq: form.hidden('seq'), reached: 'yes', received: 'yes', satisfaction: 'dissatisfied' },
      'dora',
    )

    expect(await life.stored(code)).toMatchObject({ state: 'open', barredId: app.people.ben.id, reopened: 1 })
  })

  test('whose delivery one recorded says who may take the complaint instead', async () => {
    const code = await life.open()
    await life.move('ana', code, 'claim', { volunteer: app.people.ben.id, door: 'phone' })
    await life.deliver(code, 'dora')
    await life.call(code, { reached: 'yes', received: 'yes', satisfaction: 'satisfied' }, 'ana').catch(() => {})
    expect((await life.stored(code)).state).toBe('delivered')

    for (const who of ['ana', 'dora'] as const) {
      const page = await app.as(who).get(`/wishes/${code}`)
      expect(page.words).toContain(call.notYours)
      expect((await app.as(who).get(`/wishes/${code}/confirm`)).status).toBe(403)
      expect((await app.as(who).get('/callbacks')).html).not.toContain(`/wishes/${code}/confirm`)
    }
  })
})
