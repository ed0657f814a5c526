import { Hono } from 'hono'
import { endFamilyLink } from '#actions/receipts/family-links.ts'
import { followPage } from '#actions/receipts/follow-own-page.ts'
import { recordWord, writeWord } from '#actions/receipts/receiver-word.ts'
import { recordConsent } from '#actions/residents/record-consent.ts'
import { type Moved, moveWish } from '#actions/wishes/move-wish.ts'
import { newId } from '#auth/hashing.ts'
import { familyLinksOf } from '#db/receipts/family-rows.ts'
import { looksOf } from '#db/residents/copy-rows.ts'
import { residentOf } from '#db/residents/resident-rows.ts'
import { consentsOf } from '#db/wishes/wish-rows.ts'
import { lookLines } from '#domain/people/resident-copy.ts'
import type { PageCall } from '#domain/receipts/page-call.ts'
import { hasArrived, readWord } from '#domain/receipts/receipt-word.ts'
import { localDay } from '#domain/time/workdays.ts'
import { isDissatisfied } from '#domain/vocabulary.ts'
import { statusOf } from '#domain/wish/refusals.ts'
import type { C, Env } from '#http/context.ts'
import { keyOf, wholeNumber } from '#http/form/fields.ts'
import { cutIn, MalformedBody, readForm } from '#http/form/read-form.ts'
import { anyoneMay } from '#http/guards.ts'
import { page, refusalText, show } from '#http/respond.tsx'
import { longestNote, tooLong, wasCut } from '#routes/wishes/move-forms.ts'
import type { Text } from '#text/text.ts'
import { AskAgainPage } from '#views/receipts/ask-again-page.tsx'
import { ReceiptLooks } from '#views/receipts/receipt-looks.tsx'
import { receiptDones } from '#views/receipts/receipt-view-data.ts'
import { theReceipt } from './receipt-loader.ts'
import {
  isOwnSide,
  isShared,
  type OpenReceipt,
  type Reached,
  receiptOf,
  receiptPage,
  receiverOf,
  showClosed,
  showReceipt,
} from './receipt-view.tsx'

export const receipts = new Hono<Env>()

const token = ':token{[A-Za-z0-9_-]{22}}'

receipts.get(`/r/${token}`, anyoneMay, theReceipt, async (c) => {
  const receipt = await receiptOf(c, c.get('wish'), ownPage(c))
  const done = receiptDones.find((one) => one === c.req.query('done')) ?? null
  return receipt ? showReceipt(c, receipt, { done }) : page.notFound(c)
})

receipts.get(`/r/${token}/looks`, anyoneMay, theReceipt, async (c) => {
  const receipt = await receiptOf(c, c.get('wish'), ownPage(c))
  if (!receipt) return page.notFound(c)
  const { community, residentId } = receipt
  const dayOf = (at: Date) => localDay(at, community.zone)
  const { looks, held } = await looksOf(c.get('services').store.db, residentId, community, dayOf)
  const here = receiptPage(c, community)
  const body = <ReceiptLooks page={here} lines={lookLines(looks, held)} back={receipt.base} />
  return show(c, here, here.text.receipts.looks.title, body)
})

receipts.post(`/r/${token}`, anyoneMay, theReceipt, async (c) => {
  const receipt = await receiptOf(c, c.get('wish'), ownPage(c))
  return receipt ? answerReceipt(c, receipt) : page.notFound(c)
})

const ownPage = (c: C): Reached => ({ base: `/r/${c.req.param('token')}`, speaker: 'resident', isReadOnly: false })

/** Everything said here is shown once more before it counts: `sure` is the second press. */
export async function answerReceipt(c: C, receipt: OpenReceipt): Promise<Response> {
  const form = await readForm(c)
  const typed = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)]))
  if (receipt.isReadOnly || (await isOwnSide(c, receipt.wish))) return showReceipt(c, receipt, { status: 403 })
  const said = acts[typed.act ?? ''] ?? (receipt.speaker === 'resident' ? ownActs[typed.act ?? ''] : undefined)
  if (!said) throw new MalformedBody()
  return said(c, receipt, typed)
}

type Typed = Readonly<Record<string, string>>
type Said = (c: C, receipt: OpenReceipt, typed: Typed) => Promise<Response>

const acts: Readonly<Record<string, Said>> = {
  word: sayWord,
  withdraw,
  correct: (c, receipt, typed) => write(c, receipt, typed, 'correction'),
  thanks: (c, receipt, typed) => write(c, receipt, typed, 'thanks'),
}

/** What only the resident's own page takes: a relative cannot withdraw a consent, nor another relative's link. */
const ownActs: Readonly<Record<string, Said>> = {
  consent: takeBack,
  'family-end': endLink,
  follow,
}

async function sayWord(c: C, receipt: OpenReceipt, typed: Typed): Promise<Response> {
  const { wish } = receipt
  const text = c.get('text')
  const word = readWord(typed.received, typed.satisfaction)
  if (!word) {
    const fault = { name: 'received', sentence: text.receipts.word.choose }
    return showReceipt(c, receipt, { fault, typed, status: 422 })
  }
  const seen = wholeNumber(typed.seq)
  if (seen === null) throw new MalformedBody()
  if (typed.sure !== 'yes' && hasArrived(wish)) return askAgain(c, receipt, typed, sentenceOf(word, text))
  const isSharedDevice = isShared(c, wish)
  const said = await recordWord(c.get('services'), receiverOf(c, receipt), wish, { word, seen, isSharedDevice })
  return afterMove(c, receipt, said.moved, said.call)
}

function sentenceOf({ received, satisfaction }: NonNullable<ReturnType<typeof readWord>>, { receipts, words }: Text) {
  const { ask } = receipts
  if (received !== 'yes' || satisfaction === null) return ask.word[received]
  const level = words.satisfaction[satisfaction]
  return isDissatisfied(satisfaction) ? ask.dissatisfied(level) : ask.level(level)
}

async function withdraw(c: C, receipt: OpenReceipt, typed: Typed): Promise<Response> {
  const seen = wholeNumber(typed.seq)
  if (seen === null) throw new MalformedBody()
  if (typed.sure !== 'yes') return askAgain(c, receipt, typed, c.get('text').receipts.ask.withdraw)
  const moved = await moveWish(c.get('services'), receiverOf(c, receipt), {
    code: receipt.wish.code,
    orders: [{ action: 'withdraw', reason: 'no-longer-needed' }],
    seen,
  })
  return afterMove(c, receipt, moved)
}

/** The same sentence as on the other pages where the wish has moved on; the page is the fresh one. */
async function afterMove(
  c: C,
  receipt: OpenReceipt,
  moved: Moved | null,
  call: PageCall | null = null,
): Promise<Response> {
  if (!moved) return page.notFound(c)
  if (moved.ok) {
    const { state } = moved.wish
    const done = moved.isAgain
      ? 'again'
      : state === 'open'
        ? 'reopen'
        : state === 'withdrawn'
          ? 'withdraw'
          : (call ?? 'word')
    return c.redirect(`${receipt.base}?done=${done}`, 303)
  }
  const { refusal, wish } = moved
  const isStale = refusal.why === 'overtaken' || refusal.why === 'wrong-state'
  const sentence = isStale ? c.get('text').receipts.moved : refusalText(c, refusal)
  const status = statusOf[refusal.why]
  return showReceipt(c, { ...receipt, wish }, { refusal: sentence, status: status === 429 ? 409 : status })
}

async function write(c: C, receipt: OpenReceipt, typed: Typed, kind: 'correction' | 'thanks'): Promise<Response> {
  const { receipts: words } = c.get('text')
  const name = kind === 'thanks' ? 'thanks' : 'text'
  const text = (typed[name] ?? '').trim()
  const again = (sentence: string) => showReceipt(c, receipt, { fault: { name, sentence }, typed, status: 422 })
  if (kind === 'thanks' && !hasArrived(receipt.wish))
    return showReceipt(c, receipt, { refusal: words.moved, status: 409 })
  if (name in cutIn(typed)) return again(wasCut(c, name).sentence)
  if (!text) return again(kind === 'thanks' ? words.thanks.missing : words.correct.missing)
  if (text.length > longestNote) return again(tooLong(c).sentence)
  if (typed.sure !== 'yes') return askAgain(c, receipt, { ...typed, [name]: text, key: newId() }, words.ask[kind], text)
  const kept = await writeWord(c.get('services'), receiverOf(c, receipt), keyOf(typed), receipt.wish, { kind, text })
  return kept.ok ? c.redirect(`${receipt.base}?done=${kind}`, 303) : again(c.get('text').people.keyReused)
}

async function takeBack(c: C, receipt: OpenReceipt, typed: Typed): Promise<Response> {
  const services = c.get('services')
  const text = c.get('text')
  const given = await consentsOf(services.store.db, receipt.residentId)
  const purpose = given.find((one) => one === typed.purpose)
  // Being removed from the list ends the whole file, which a person should explain first.
  if (!purpose || purpose === 'kept') return showReceipt(c, receipt, { refusal: text.receipts.moved, status: 409 })
  const { ask, consent } = text.receipts
  if (typed.sure !== 'yes') {
    const says = ask.consent(text.words.consentPurpose[purpose])
    return askAgain(c, receipt, { ...typed, key: newId() }, says, consent.effect[purpose])
  }
  const resident = await residentOf(services.store.db, receipt.residentId)
  if (!resident) return page.notFound(c)
  const day = localDay(services.now(), receipt.community.zone)
  const answer = { purpose, given: false, method: 'page', day } as const
  const recorded = await recordConsent(services, receiverOf(c, receipt), keyOf(typed), resident, answer)
  if (!recorded.ok) return showReceipt(c, receipt, { refusal: text.receipts.moved, status: 409 })
  return purpose === 'posting' ? showClosed(c, receipt) : c.redirect(`${receipt.base}?done=consent`, 303)
}

async function follow(c: C, receipt: OpenReceipt, typed: Typed): Promise<Response> {
  if (typed.sure !== 'yes') return askAgain(c, receipt, typed, c.get('text').receipts.ask.follow)
  await followPage(c.get('services'), receiverOf(c, receipt), receipt.wish)
  return c.redirect(`${receipt.base}?done=follow`, 303)
}

async function endLink(c: C, receipt: OpenReceipt, typed: Typed): Promise<Response> {
  const services = c.get('services')
  const { receipts: words } = c.get('text')
  const links = await familyLinksOf(services.store.db, receipt.residentId, services.now())
  const link = links.find(({ id }) => id === typed.link)
  if (!link) return showReceipt(c, receipt, { refusal: words.moved, status: 409 })
  if (typed.sure !== 'yes') return askAgain(c, receipt, typed, words.ask.familyEnd(link.name))
  const resident = await residentOf(services.store.db, receipt.residentId)
  if (!resident) return page.notFound(c)
  await endFamilyLink(services, receiverOf(c, receipt), resident, link.id)
  return c.redirect(`${receipt.base}?done=family-end`, 303)
}

function askAgain(c: C, { base, community }: OpenReceipt, typed: Typed, sentence: string, more = '') {
  const here = receiptPage(c, community)
  const body = <AskAgainPage page={here} base={base} typed={typed} sentence={sentence} more={more} />
  return Promise.resolve(show(c, here, here.text.receipts.ask.title, body))
}
