import { Hono } from 'hono'
import { moveLetter } from '#actions/letters/move-letter.ts'
import { openLetter } from '#actions/letters/open-letter.ts'
import { communityById } from '#db/community/area-rows.ts'
import { letterByCode, letterNotes, letterPassages, wordsOfLetter } from '#db/letters/letter-rows.ts'
import { loadWish } from '#db/wishes/wish-rows.ts'
import type { LetterOrder } from '#domain/letters/decide-letter.ts'
import type { Letter } from '#domain/letters/letter.ts'
import { satisfactions } from '#domain/vocabulary.ts'
import { isPublic } from '#domain/wish/lifecycle.ts'
import { readWishCode } from '#domain/wish/wish-code.ts'
import { clientAddress } from '#http/client-address.ts'
import type { C, Env } from '#http/context.ts'
import { wholeNumber } from '#http/fields.ts'
import { anyoneMay } from '#http/guards.ts'
import { cutIn, MalformedBody, readForm } from '#http/read-form.ts'
import { readersPlace } from '#http/readers-community.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { type FollowDone, FollowForm, FollowPage } from '#views/letters/follow-page.tsx'

export const follow = new Hono<Env>()

follow.get('/follow', anyoneMay, (c) => ask(c, '', null))

/** Number and key come in the body of every press, so that no address, log or history has the key. */
follow.post('/follow', anyoneMay, async (c) => {
  const form = await readForm(c)
  const typed = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)]))
  const { number = '', letterKey = '' } = typed
  c.header('cache-control', 'private, no-store')
  const services = c.get('services')
  const opened = await openLetter(services, { number, key: letterKey, address: clientAddress(c) })
  if (!opened.ok && opened.why === 'wrong') return ask(c, number, c.get('text').letters.followPage.wrong, 422)
  if (!opened.ok) {
    const seconds = Math.max(1, Math.ceil((opened.until.getTime() - services.now().getTime()) / 1000))
    c.header('retry-after', String(seconds))
    return ask(c, number, c.get('text').letters.followPage.tooMany(Math.ceil(seconds / 60)), 429)
  }
  const { letter } = opened
  if (typed.act === 'rate') return rate(c, letter, typed)
  if (typed.act === 'withdraw') return withdraw(c, letter, typed)
  return showLetter(c, letter, letterKey)
})

type Typed = Readonly<Record<string, string>>

function rate(c: C, letter: Letter, typed: Typed) {
  const level = satisfactions.find((one) => one === typed.level)
  const { followPage } = c.get('text').letters
  if (!level) return showLetter(c, letter, typed.letterKey ?? '', { fault: followPage.choose, status: 422 })
  if ('note' in cutIn(typed)) {
    const fault = c.get('text').faults['private-number'] ?? followPage.choose
    return showLetter(c, letter, typed.letterKey ?? '', { fault, status: 422 })
  }
  return move(c, letter, typed, { act: 'rate', level }, (typed.note ?? '').trim().slice(0, 300))
}

function withdraw(c: C, letter: Letter, typed: Typed) {
  if (typed.sure !== 'yes') return showLetter(c, letter, typed.letterKey ?? '', { isAsking: true })
  return move(c, letter, typed, { act: 'withdraw' })
}

async function move(c: C, letter: Letter, typed: Typed, order: LetterOrder, note = ''): Promise<Response> {
  const seen = wholeNumber(typed.seq)
  if (seen === null) throw new MalformedBody()
  const writer = { kind: 'writer', letterId: letter.id } as const
  const moved = await moveLetter(c.get('services'), writer, { code: letter.code, order, seen, note })
  if (!moved) return page.notFound(c)
  const key = typed.letterKey ?? ''
  if (!moved.ok)
    return showLetter(c, moved.letter, key, { sentence: c.get('text').letters.followPage.moved, status: 409 })
  const done = moved.isAgain
    ? 'again'
    : order.act === 'withdraw'
      ? 'withdraw'
      : moved.letter.state === 'reopened'
        ? 'reopened'
        : 'rate'
  return showLetter(c, moved.letter, key, { done })
}

type Shown = {
  readonly done?: FollowDone
  readonly sentence?: string
  readonly fault?: string
  readonly isAsking?: boolean
  readonly status?: 200 | 409 | 422
}

async function showLetter(c: C, letter: Letter, key: string, shown: Shown = {}): Promise<Response> {
  const { db } = c.get('services').store
  const community = await communityById(db, letter.communityId)
  if (!community) return page.notFound(c)
  const notes = await letterNotes(db, letter.id)
  const passages = (await letterPassages(db, letter.id)).map((one) => ({ ...one, note: notes.get(one.seq) ?? '' }))
  const here = pageOf(c, community)
  const { done = null, sentence = null, fault = null, isAsking = false, status = 200 } = shown
  const body = (
    <FollowPage
      page={here}
      letter={letter}
      letterKey={key}
      words={await wordsOfLetter(db, letter.id)}
      passages={passages}
      zone={community.zone}
      done={done}
      sentence={sentence}
      fault={fault}
      isAsking={isAsking}
    />
  )
  return show(c, here, here.text.letters.followPage.yours, body, status)
}

/** A wish's number needs no key; the page says where the wish is. */
async function ask(c: C, number: string, sentence: string | null, status: 200 | 422 | 429 = 200): Promise<Response> {
  const { db } = c.get('services').store
  const code = readWishCode(number.normalize('NFKC'))
  const wish = code && status === 422 && !(await letterByCode(db, code)) ? await loadWish(db, code) : null
  const wishCode = wish && isPublic(wish) ? wish.code : null
  const here = pageOf(c, await readersPlace(c))
  const body = (
    <FollowForm page={here} number={number.slice(0, 20)} sentence={wishCode ? null : sentence} wishCode={wishCode} />
  )
  return show(c, here, here.text.letters.followPage.title, body, status)
}
