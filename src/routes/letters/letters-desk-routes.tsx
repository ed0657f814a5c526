import { Hono } from 'hono'
import { type LetterMove, moveLetter } from '#actions/letters/move-letter.ts'
import { publishStatement } from '#actions/letters/publish-letter.ts'
import { communitiesById } from '#db/community/area-rows.ts'
import { letterColleagues } from '#db/letters/letter-colleagues.ts'
import { letterByCode, lettersFor, type PlacedLetter, waitingLetters } from '#db/letters/letter-rows.ts'
import { roleZone } from '#db/people/people-rows.ts'
import { loadWish } from '#db/wishes/wish-rows.ts'
import { letterLists } from '#domain/letters/letter-life.ts'
import { letterPartiesOf } from '#domain/letters/letter-parties.ts'
import { type Person, workedIn } from '#domain/people/actor.ts'
import { lineOf } from '#domain/reading/checked.ts'
import { localDay } from '#domain/time/workdays.ts'
import { satisfactions } from '#domain/vocabulary.ts'
import { readWishCode } from '#domain/wish/wish-code.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { readCursor, writeCursor } from '#http/cursor.ts'
import { wholeNumber } from '#http/form/fields.ts'
import { privateIn } from '#http/form/private-asked.ts'
import { cutSentences, MalformedBody, readForm } from '#http/form/read-form.ts'
import { holder } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { LettersDesk } from '#views/letters/letters-desk.tsx'
import { showLetter } from './letter-view.tsx'
import { letterViewOf } from './whose-letters.ts'

export const lettersDesk = new Hono<Env>()

const dealsWithLetters = holder('gridWorker', 'secretary', 'supervisor')
const atOnce = 30

lettersDesk.get('/letters', dealsWithLetters, async (c) => {
  const { db } = c.get('services').store
  const person = c.get('person')
  const view = await letterViewOf(c, person)
  const list = letterLists.find((one) => one === c.req.query('list')) ?? 'waiting'
  const before = readCursor(c.req.query('before'))?.at
  const found = await lettersFor(db, view, list, { before, limit: atOnce + 1 })
  const letters = found.slice(0, atOnce)
  const last = letters.at(-1)
  const hasMore = list === 'done' && found.length > atOnce && last
  const next = hasMore ? `/letters?list=done&before=${writeCursor({ at: last.sentAt, id: last.id })}` : null
  const places = await communitiesById(db, [...new Set(letters.map(({ communityId }) => communityId))])
  const here = pageOf(c)
  const body = (
    <LettersDesk
      page={here}
      list={list}
      letters={letters}
      counts={await waitingLetters(db, view, here.now)}
      mayEnter={workedIn(person).length > 0}
      zoneOf={(id) => places.find((place) => place.id === id)?.zone ?? roleZone}
      next={next}
    />
  )
  return show(c, here, here.text.letters.desk.title, body)
})

lettersDesk.get('/letters/:code{[0-9-]+}', dealsWithLetters, async (c) => {
  const found = await letterAt(c, c.get('person'))
  return found ? showLetter(c, found) : page.notFound(c)
})

/** One form for each act; the button says which. */
lettersDesk.post('/letters/:code{[0-9-]+}', dealsWithLetters, async (c) => {
  const person = c.get('person')
  const found = await letterAt(c, person)
  if (!found) return page.notFound(c)
  const form = await readForm(c)
  const typed = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)]))
  const seen = wholeNumber(typed.seq)
  if (seen === null) throw new MalformedBody()
  const cut = cutSentences(c, typed)
  const read = Object.keys(cut).length ? { faults: cut } : await readAct(c, found, typed)
  if ('faults' in read) {
    const [sentence] = Object.values(cut)
    return showLetter(c, found, { typed, ...read, ...(sentence ? { sentence } : {}), status: 422 })
  }
  const { code } = found.letter
  const moved = await moveLetter(c.get('services'), person, { code, seen, ...read })
  if (!moved) return page.notFound(c)
  if (!moved.ok) {
    const fresh = { ...found, letter: moved.letter }
    const { why } = moved.refusal
    const sentence = c.get('text').letters.refusal[why]
    return showLetter(c, fresh, { typed, sentence, status: why === 'not-allowed' ? 403 : 409 })
  }
  // The letter may have gone to the other side, where this person does not see it any more.
  const isStillTheirs = letterPartiesOf(person, moved.letter, found.place).length > 0
  return c.redirect(isStillTheirs ? `/letters/${code}?done=1` : '/letters', 303)
})

/** Null for a letter that this person may not see; it is answered like one that does not exist. */
async function letterAt(c: C, person: Person): Promise<PlacedLetter | null> {
  const code = readWishCode(c.req.param('code') ?? '')
  const found = code ? await letterByCode(c.get('services').store.db, code) : null
  return found && letterPartiesOf(person, found.letter, found.place).length ? found : null
}

type Typed = Readonly<Record<string, string>>
type Read =
  | Pick<LetterMove, 'order' | 'note' | 'also'>
  | { readonly faults: Readonly<Record<string, string>>; readonly needed?: readonly string[] | undefined }

const plainActs = ['receive', 'entrust', 'raise'] as const

async function readAct(c: CWith<'person'>, { letter, place }: PlacedLetter, typed: Typed): Promise<Read> {
  const { act: words } = c.get('text').letters
  const note = (typed.note ?? '').trim()
  const missing = { faults: { note: words.missing } }
  const plain = plainActs.find((one) => one === typed.act)
  if (plain) return { order: { act: plain } }
  switch (typed.act) {
    case 'assign': {
      const { store, now } = c.get('services')
      const today = localDay(now(), roleZone)
      const colleagues = await letterColleagues(store.db, place, letter.side, today)
      const handler = colleagues.find(({ id }) => id === typed.handler)
      return handler ? { order: { act: 'assign', handlerId: handler.id } } : { faults: { handler: words.choose } }
    }
    case 'refer':
      return note ? { order: { act: 'refer' }, note: note.slice(0, 300) } : missing
    case 'answer':
      return note ? { order: { act: 'answer' }, note: note.slice(0, 1000) } : missing
    case 'call': {
      const level = satisfactions.find((one) => one === typed.level) ?? null
      if (!level && typed.level !== 'missed') return { faults: { level: words.choose } }
      return { order: { act: 'call', level }, note: note.slice(0, 300) }
    }
    case 'join':
      return readJoin(c, letter.communityId, typed)
    case 'publish':
      return readPublication(c, typed)
    default:
      throw new MalformedBody()
  }
}

/** The wish or letter must be of the same community, and a letter must be one that this person may see. */
async function readJoin(c: CWith<'person'>, communityId: string, typed: Typed): Promise<Read> {
  const { act: words } = c.get('text').letters
  const to = (['wish', 'letter'] as const).find((one) => one === typed.to)
  if (!to) return { faults: { to: words.choose } }
  const code = readWishCode((typed.number ?? '').normalize('NFKC'))
  const { db } = c.get('services').store
  const isHere = async (): Promise<boolean> => {
    if (!code) return false
    if (to === 'wish') return (await loadWish(db, code))?.communityId === communityId
    const other = await letterByCode(db, code)
    if (!other || other.letter.communityId !== communityId) return false
    return letterPartiesOf(c.get('person'), other.letter, other.place).length > 0
  }
  return code && (await isHere()) ? { order: { act: 'join', to, code } } : { faults: { number: words.unknownCode } }
}

/** Question and answer for everyone: read for private words like an answer of the knowledge base. */
function readPublication(c: CWith<'person'>, typed: Typed): Read {
  const { act: words } = c.get('text').letters
  const question = lineOf(typed.question ?? '').slice(0, 100)
  const answer = (typed.answer ?? '').trim().slice(0, 1000)
  const missing = { ...(question ? {} : { question: words.missing }), ...(answer ? {} : { answer: words.missing }) }
  if (Object.keys(missing).length) return { faults: missing }
  const asked = privateIn(c, typed, ['question', 'answer'])
  if (asked.needed) return { faults: asked.errors, needed: asked.needed }
  const publishedAt = c.get('services').now()
  const row = { question, answer, publishedBy: c.get('person').id, publishedAt }
  return {
    order: { act: 'publish' },
    also: (store, letter) => [publishStatement(store, letter, row)],
  }
}
