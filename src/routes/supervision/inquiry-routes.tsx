import { Hono } from 'hono'
import { askAbout } from '#actions/supervision/ask-inquiry.ts'
import { moveInquiry } from '#actions/supervision/move-inquiry.ts'
import { newId } from '#auth/hashing.ts'
import { communityById } from '#db/community/area-rows.ts'
import { letterByCode } from '#db/letters/letter-rows.ts'
import { runningCard } from '#db/supervision/card-rows.ts'
import { looksInto } from '#db/supervision/case-rows.ts'
import { contactsOf } from '#db/supervision/contact-rows.ts'
import {
  inquiriesAsked,
  inquiriesForDesk,
  inquiryById,
  inquiryPassages,
  inquirySets,
  isStepDone,
  lettersSupervised,
} from '#db/supervision/inquiry-rows.ts'
import { waitingStates } from '#domain/letters/letter-life.ts'
import { isSupervisorOf, type Person } from '#domain/people/actor.ts'
import { cardSteps } from '#domain/supervision/card-steps.ts'
import { contactWordIn } from '#domain/supervision/contact-words.ts'
import {
  type AskOrder,
  type InquiryOrder,
  inquiryActsOf,
  inquiryPartiesOf,
} from '#domain/supervision/decide-inquiry.ts'
import type { Inquiry } from '#domain/supervision/inquiry.ts'
import { inquiryActs } from '#domain/supervision/inquiry-life.ts'
import { addDays, endOfDay, isDay, localDay } from '#domain/time/workdays.ts'
import { readWishCode } from '#domain/wish/wish-code.ts'
import { readersPlace } from '#http/community/readers-community.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { keyOf, one, wholeNumber } from '#http/form/fields.ts'
import { privateIn } from '#http/form/private-asked.ts'
import { cutSentences, MalformedBody, readForm, type Typed } from '#http/form/read-form.ts'
import { holder, secretaryHere } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { AskPage } from '#views/supervision/ask-page.tsx'
import { CaseLooks } from '#views/supervision/case-looks.tsx'
import { DeskInquiries } from '#views/supervision/desk-inquiries.tsx'
import { InquiryPage } from '#views/supervision/inquiry-page.tsx'
import { InquiryRowsPage, LetterRowsPage } from '#views/supervision/inquiry-rows-page.tsx'
import { monthAsked, scopeOf } from './supervised-scope.ts'

export const inquiryPages = new Hono<Env>()

const supervisor = holder('supervisor')
/** Days ahead of today that a supervisor may set for an answer. */
const mostDays = 60
/** The latest cases that supervisors opened, on the community's page. */
const looksShown = 50

/** Letters that wait for the communities' answers: number, dates and state. */
inquiryPages.get('/supervision/letters', supervisor, async (c) => {
  const scope = await scopeOf(c)
  if (!scope) return page.notFound(c)
  const here = pageOf(c, await readersPlace(c))
  const rows = await lettersSupervised(c.get('services').store.db, scope.ids)
  const body = <LetterRowsPage page={here} scope={scope} rows={rows} />
  return show(c, here, here.text.supervision.inquiry.letters, body)
})

inquiryPages.get('/supervision/inquiries', supervisor, async (c) => {
  const scope = await scopeOf(c)
  const period = monthAsked(c)
  const set = inquirySets.find((name) => name === (c.req.query('set') ?? 'open'))
  const step = cardSteps.find((name) => name === c.req.query('step')) ?? null
  if (!scope || !period || !set) return page.notFound(c)
  const here = pageOf(c, await readersPlace(c))
  const { from, until } = period
  const rows = await inquiriesAsked(c.get('services').store.db, { communityIds: scope.ids, set, step, from, until })
  const body = <InquiryRowsPage page={here} scope={scope} set={set} rows={rows} />
  return show(c, here, here.text.supervision.inquiry.list, body)
})

/** The form that asks about a card (`?card=`) or a letter (`?letter=`). */
inquiryPages.get('/supervision/ask', supervisor, async (c) => {
  const about = await aboutOf(c)
  return about ? showAsk(c, about, { key: newId(), day: '', words: '' }) : page.notFound(c)
})

inquiryPages.post('/supervision/ask', supervisor, async (c) => {
  const about = await aboutOf(c)
  if (!about) return page.notFound(c)
  const form = await readForm(c)
  const typed = { key: keyOf(form), day: one(form, 'day').trim(), words: one(form, 'words').trim().slice(0, 300) }
  const dueAt = answerDay(c, typed.day, about.zone)
  const { inquiry } = c.get('text').supervision
  const faults = {
    ...(typed.words ? {} : { words: inquiry.missing }),
    ...(dueAt ? {} : { day: inquiry.wrongDay(mostDays) }),
    ...cutSentences(c, { words: typed.words }),
  }
  const asked = privateIn(c, form, ['words'])
  if (!dueAt || Object.keys(faults).length || asked.needed)
    return showAsk(c, about, typed, { faults: { ...asked.errors, ...faults }, needed: asked.needed, form })
  const { zone: _, ...order } = about
  const answer = await askAbout(c.get('services'), c.get('person'), typed.key, {
    order: { ...order, act: 'ask', dueAt },
    words: typed.words,
  })
  if (answer.ok) return c.redirect(`/inquiries/${answer.answer}`, 303)
  if (answer.why === 'key-reused') {
    const faults = { words: c.get('text').people.keyReused }
    return showAsk(c, about, { ...typed, key: answer.freshKey }, { faults })
  }
  return showAsk(c, about, typed, { faults: { day: inquiry.refusal[answer.refusal.why] } })
})

type About = Omit<AskOrder, 'act' | 'dueAt'> & { readonly zone: string }

/** What is asked about; null if it is not in a community that the person supervises, or not running any more. */
async function aboutOf(c: CWith<'person'>): Promise<About | null> {
  const { db } = c.get('services').store
  const { card: cardId, letter } = c.req.query()
  if (letter !== undefined) {
    const code = readWishCode(letter)
    const found = code ? await letterByCode(db, code) : null
    const isWaiting = waitingStates.some((state) => state === found?.letter.state)
    if (!found || !isWaiting || found.letter.side !== 'community') return null
    const { id, communityId } = found.letter
    return inReach(c, { communityId, cardId: null, subject: id, code: found.letter.code, step: 'answer' })
  }
  const card = await runningCard(db, cardId ?? '')
  if (!card || card.kind === 'inquiry') return null
  const { id, communityId, subject, code, step } = card
  return inReach(c, { communityId, cardId: id, subject, code, step })
}

async function inReach(c: CWith<'person'>, about: Omit<About, 'zone'>): Promise<About | null> {
  if (!isSupervisorOf(c.get('person'), about.communityId)) return null
  const community = await communityById(c.get('services').store.db, about.communityId)
  return community && { ...about, zone: community.zone }
}

/** The end of that day; null unless it is from today to `mostDays` ahead. */
function answerDay(c: C, day: string, zone: string): Date | null {
  const today = localDay(c.get('services').now(), zone)
  return isDay(day) && day >= today && day <= addDays(today, mostDays) ? endOfDay(day, zone) : null
}

type Asked = { readonly key: string; readonly day: string; readonly words: string }
type Wrong = {
  readonly faults: Readonly<Record<string, string>>
  readonly needed?: readonly string[] | undefined
  readonly form?: Typed
}

async function showAsk(c: CWith<'person'>, about: About, typed: Asked, wrong?: Wrong) {
  const community = await communityById(c.get('services').store.db, about.communityId)
  const here = pageOf(c, community)
  const today = localDay(here.now, about.zone)
  const body = (
    <AskPage
      page={here}
      community={community?.name ?? ''}
      about={about}
      typed={typed}
      faults={wrong?.faults ?? {}}
      needed={wrong?.needed}
      confirmed={one(wrong?.form ?? {}, 'needed')}
      days={{ first: today, last: addDays(today, mostDays) }}
    />
  )
  return show(c, here, here.text.supervision.inquiry.askTitle, body, wrong ? 422 : 200)
}

/** The community's list: everything that a supervisor has asked it and that is not over. */
inquiryPages.get('/inquiries', secretaryHere, async (c) => {
  const { community } = c.get('place')
  const here = pageOf(c, community)
  const { db } = c.get('services').store
  const rows = await inquiriesForDesk(db, [community.id])
  const looks = await looksInto(db, community.id, looksShown)
  const { inquiry } = here.text.supervision
  const body = (
    <div class="stack">
      <h1>{inquiry.list}</h1>
      <p class="lead">{rows.length ? inquiry.lead : inquiry.none}</p>
      <DeskInquiries page={here} rows={rows} />
      <CaseLooks page={here} looks={looks} zone={community.zone} />
    </div>
  )
  return show(c, here, inquiry.list, body)
})

inquiryPages.get('/inquiries/:id{[0-9a-f]{24}}', holder('supervisor', 'secretary'), async (c) => {
  const inquiry = await inquiryAt(c)
  return inquiry ? showInquiry(c, inquiry) : page.notFound(c)
})

/** One form for each act; its button says which. */
inquiryPages.post('/inquiries/:id{[0-9a-f]{24}}', holder('supervisor', 'secretary'), async (c) => {
  const inquiry = await inquiryAt(c)
  if (!inquiry) return page.notFound(c)
  const form = await readForm(c)
  const seen = wholeNumber(one(form, 'seq'))
  const act = inquiryActs.find((name) => name === one(form, 'act'))
  if (seen === null || !act || act === 'ask') throw new MalformedBody()
  const words = one(form, 'words').trim().slice(0, 500)
  const community = await communityById(c.get('services').store.db, inquiry.communityId)
  const { inquiry: text } = c.get('text').supervision
  const dueAt = act === 'again' ? answerDay(c, one(form, 'day').trim(), community?.zone ?? 'UTC') : null
  const asked = privateIn(c, form, ['words'])
  const faults = {
    ...asked.errors,
    ...(words || act === 'accept' ? {} : { words: text.missing }),
    ...(act === 'again' && !dueAt ? { day: text.wrongDay(mostDays) } : {}),
    ...(act === 'answer' ? await contactFault(c, inquiry, words) : {}),
    ...cutSentences(c, { words }),
  }
  if (Object.keys(faults).length) return showInquiry(c, inquiry, { form, faults, needed: asked.needed, status: 422 })
  const order: InquiryOrder = act === 'again' ? { act, dueAt: dueAt as Date } : { act }
  const moved = await moveInquiry(c.get('services'), c.get('person'), { id: inquiry.id, order, seen, words })
  if (!moved) return page.notFound(c)
  if (moved.ok) return c.redirect(`/inquiries/${inquiry.id}?done=1`, 303)
  const { why } = moved.refusal
  const status = why === 'not-allowed' ? 403 : 409
  return showInquiry(c, moved.inquiry, { form, sentence: text.refusal[why], status })
})

/** The supervisor reads the answer, so it must not say whose wish or letter it is. */
async function contactFault(c: C, { subject }: Inquiry, words: string): Promise<Readonly<Record<string, string>>> {
  const found = contactWordIn(words, await contactsOf(c.get('services').store.db, subject))
  return found ? { words: c.get('text').supervision.inquiry.hasContact(found.word) } : {}
}

/** Null for an inquiry that this person may not see; it is answered like one that does not exist. */
async function inquiryAt(c: CWith<'person'>): Promise<Inquiry | null> {
  const inquiry = await inquiryById(c.get('services').store.db, c.req.param('id') ?? '')
  return inquiry && inquiryPartiesOf(c.get('person'), inquiry.communityId).length ? inquiry : null
}

type Shown = {
  readonly form?: Typed
  readonly faults?: Readonly<Record<string, string>>
  readonly needed?: readonly string[] | undefined
  readonly sentence?: string
  readonly status?: 200 | 403 | 409 | 422
}

async function showInquiry(
  c: CWith<'person'>,
  inquiry: Inquiry,
  { form = {}, faults = {}, needed, sentence, status = 200 }: Shown = {},
) {
  const { db } = c.get('services').store
  const person: Person = c.get('person')
  const community = await communityById(db, inquiry.communityId)
  if (!community) return page.notFound(c)
  const isDone = await isStepDone(db, inquiry.id)
  const here = pageOf(c, community)
  const today = localDay(here.now, community.zone)
  const body = (
    <InquiryPage
      page={here}
      inquiry={inquiry}
      community={community}
      passages={await inquiryPassages(db, inquiry.id)}
      acts={inquiryActsOf(person, inquiry, isDone)}
      isStepDone={isDone}
      isCommunity={inquiryPartiesOf(person, inquiry.communityId).includes('secretary')}
      form={form}
      faults={faults}
      needed={needed}
      sentence={sentence ?? null}
      isSaved={c.req.query('done') === '1'}
      days={{ first: today, last: addDays(today, mostDays) }}
    />
  )
  return show(c, here, here.text.supervision.inquiry.title, body, status)
}
