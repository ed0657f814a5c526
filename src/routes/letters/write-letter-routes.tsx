import { Hono } from 'hono'
import { communityRulesOf } from '#actions/community/community-rules.ts'
import { sendLetter } from '#actions/letters/send-letter.ts'
import { supervisorsOf } from '#actions/wishes/circle.ts'
import { followKey } from '#auth/follow-key.ts'
import { newId } from '#auth/hashing.ts'
import type { Community } from '#db/community/area-rows.ts'
import { letterByCode, publishedLetters } from '#db/letters/letter-rows.ts'
import { type LetterTyped, letterFieldNames, readLetter } from '#domain/letters/letter-form.ts'
import { type LetterWay, letterWays } from '#domain/letters/letter-life.ts'
import { type Actor, anyone } from '#domain/people/actor.ts'
import type { Faults } from '#domain/reading/checked.ts'
import { theCommunity } from '#http/address-loaders.ts'
import type { C, Env } from '#http/context.ts'
import { readCursor, writeCursor } from '#http/cursor.ts'
import { keyOf, one } from '#http/form/fields.ts'
import { cutIn, readForm, type Typed } from '#http/form/read-form.ts'
import { anyoneMay, staffHere } from '#http/guards.ts'
import { pageOf, show } from '#http/respond.tsx'
import { LetterSent } from '#views/letters/letter-sent.tsx'
import { PublishedLetters } from '#views/letters/published-letters.tsx'
import { LetterForm } from '#views/letters/write-letter.tsx'

export const letterWriting = new Hono<Env>()

const atOnce = 20

letterWriting.get('/c/:slug/letters', anyoneMay, theCommunity, async (c) => {
  const community = c.get('community')
  const words = (c.req.query('q') ?? '').trim().slice(0, 40)
  const before = readCursor(c.req.query('before'))?.at
  const found = await publishedLetters(c.get('services').store.db, community.id, { words, before, limit: atOnce + 1 })
  const list = found.slice(0, atOnce)
  const last = list.at(-1)
  const query = new URLSearchParams(words ? { q: words } : {})
  if (last) query.set('before', writeCursor({ at: last.publishedAt, id: last.letterId }))
  const next = found.length > atOnce ? `/c/${community.slug}/letters?${query}` : null
  const here = pageOf(c, community)
  const body = <PublishedLetters page={here} community={community} list={list} words={words} next={next} />
  return show(c, here, here.text.letters.title, body)
})

letterWriting.get('/c/:slug/letters/new', anyoneMay, theCommunity, (c) =>
  showForm(c, forEveryone(c.get('community')), newId(), blank),
)
letterWriting.post('/c/:slug/letters/new', anyoneMay, theCommunity, (c) => send(c, forEveryone(c.get('community'))))

letterWriting.get('/letters/new', staffHere, (c) => showForm(c, forStaff(c.get('place').community), newId(), blank))
letterWriting.post('/letters/new', staffHere, (c) => send(c, forStaff(c.get('place').community), c.get('person')))

type Form = {
  readonly community: Community
  readonly action: string
  /** The ways that staff choose from; null for everyone else, whose letters come from the web. */
  readonly ways: readonly LetterWay[] | null
  readonly back: string
}

const forEveryone = (community: Community): Form => ({
  community,
  action: `/c/${community.slug}/letters/new`,
  ways: null,
  back: `/c/${community.slug}/letters`,
})

const forStaff = (community: Community): Form => ({
  community,
  action: `/letters/new?c=${community.slug}`,
  ways: letterWays.filter((way) => way !== 'web'),
  back: '/letters',
})

const blank = Object.fromEntries(letterFieldNames.map((name) => [name, ''])) as LetterTyped
const typedIn = (form: Typed): LetterTyped =>
  Object.fromEntries(letterFieldNames.map((name) => [name, one(form, name)])) as LetterTyped

/** The page after sending is the answer to the POST itself, because no address may contain the key. */
async function send(c: C, form: Form, enteredBy: Actor = anyone): Promise<Response> {
  const { community, ways, back } = form
  const services = c.get('services')
  const sent = await readForm(c)
  const [key, typed] = [keyOf(sent), typedIn(sent)]
  const read = readLetter(ways ? typed : { ...typed, way: 'web' })
  const faults = { ...(read.ok ? {} : read.faults), ...cutIn(typed) }
  if (!read.ok || Object.keys(faults).length) return showForm(c, form, key, typed, { faults })
  const answer = await sendLetter(services, community.id, key, read.value, enteredBy)
  if (!answer.ok) {
    return showForm(c, form, answer.freshKey, typed, { sentence: c.get('text').people.keyReused })
  }
  const { id, code } = answer.answer
  const found = await letterByCode(services.store.db, code)
  const isOnStreet = found?.letter.side === 'street'
  const here = pageOf(c, community)
  const { sent: words } = here.text.letters
  c.header('cache-control', 'private, no-store')
  const body = (
    <LetterSent
      page={here}
      code={code}
      letterKey={followKey(services.config.secret, id)}
      answerBy={found?.letter.promiseAt ?? services.now()}
      zone={community.zone}
      isOnStreet={isOnStreet}
      hasSupervisor={!isOnStreet || (await supervisorsOf(services, community.id, services.now())).length > 0}
      isStaff={ways !== null}
      back={back}
    />
  )
  return show(c, here, ways ? words.staffTitle : words.title, body)
}

type Shown = { readonly faults?: Faults; readonly sentence?: string }

async function showForm(
  c: C,
  { community, action, ways }: Form,
  key: string,
  typed: LetterTyped,
  { faults = {}, sentence }: Shown = {},
) {
  const here = pageOf(c, community)
  const { form } = here.text.letters
  const { rules } = await communityRulesOf(c.get('services'), community.id)
  const body = (
    <LetterForm
      page={here}
      action={action}
      keyOfForm={key}
      typed={typed}
      faults={faults}
      sentence={sentence ?? null}
      rules={rules}
      ways={ways}
    />
  )
  const isWrong = sentence !== undefined || Object.keys(faults).length > 0
  return show(c, here, ways ? form.staffTitle : form.title, body, isWrong ? 422 : 200)
}
