import { moveLetter } from '#actions/letters/move-letter.ts'
import { communityById } from '#db/community/area-rows.ts'
import { letterNotes, letterPassages, wordsOfLetter } from '#db/letters/letter-rows.ts'
import type { LetterOrder } from '#domain/letters/decide-letter.ts'
import type { Letter } from '#domain/letters/letter.ts'
import { satisfactions } from '#domain/vocabulary.ts'
import type { C } from '#http/context.ts'
import { wholeNumber } from '#http/form/fields.ts'
import { cutIn, MalformedBody } from '#http/form/read-form.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { type FollowDone, FollowPage } from '#views/letters/follow-page.tsx'

/** What the writer of a letter reads and may press. */
export function answerWriter(c: C, letter: Letter, typed: Typed): Promise<Response> {
  if (typed.act === 'rate') return rate(c, letter, typed)
  if (typed.act === 'withdraw') return withdraw(c, letter, typed)
  return showLetter(c, letter, typed.letterKey ?? '')
}

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
