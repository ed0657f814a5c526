import { Hono } from 'hono'
import { openCase } from '#actions/supervision/open-case.ts'
import { newId } from '#auth/hashing.ts'
import { communityById } from '#db/community/area-rows.ts'
import { type Case, caseByCode, casePassages, caseWords, lookById, namesIn } from '#db/supervision/case-rows.ts'
import { contactsOf } from '#db/supervision/contact-rows.ts'
import { withoutContacts } from '#domain/supervision/mask-contacts.ts'
import { minute } from '#domain/time/durations.ts'
import { readWishCode } from '#domain/wish/wish-code.ts'
import { readersPlace } from '#http/community/readers-community.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { keyOf, one } from '#http/form/fields.ts'
import { type PrivateAsked, privateIn } from '#http/form/private-asked.ts'
import { cutSentences, readForm } from '#http/form/read-form.ts'
import { holder } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { CaseForm } from '#views/supervision/case-form.tsx'
import { CasePage } from '#views/supervision/case-page.tsx'

export const casePages = new Hono<Env>()

const supervisor = holder('supervisor')
/** As long as this after the reason was given, the supervisor may read the case again without a new look. */
const readMinutes = 30

casePages.get('/supervision/case', supervisor, (c) =>
  showForm(c, { key: newId(), number: c.req.query('number') ?? '', reason: '', needed: '' }),
)

casePages.post('/supervision/case', supervisor, async (c) => {
  const form = await readForm(c)
  const typed = {
    key: keyOf(form),
    number: one(form, 'number').trim(),
    reason: one(form, 'reason').trim().slice(0, 200),
    needed: one(form, 'needed'),
  }
  const words = c.get('text').supervision.case
  const code = readWishCode(typed.number.normalize('NFKC'))
  const found = code ? await inReach(c, code) : null
  const asked = privateIn(c, form, ['reason'])
  const faults = {
    ...asked.errors,
    ...(found ? {} : { number: words.unknown }),
    ...(typed.reason ? {} : { reason: words.missing }),
    ...cutSentences(c, { number: typed.number, reason: typed.reason }),
  }
  if (!found || Object.keys(faults).length) return showForm(c, typed, { faults, asked })
  const opened = await openCase(c.get('services'), c.get('person'), typed.key, { found, reason: typed.reason })
  if (opened.ok) return c.redirect(`/supervision/cases/${opened.answer}`, 303)
  return showForm(c, { ...typed, key: opened.freshKey }, { faults: { reason: c.get('text').people.keyReused } })
})

/** Only for the supervisor who gave the reason, and only for a while; then the reason has to be given again. */
casePages.get('/supervision/cases/:id{[0-9a-f]{24}}', supervisor, async (c) => {
  const { store, now } = c.get('services')
  const look = await lookById(store.db, c.req.param('id'))
  if (!look || look.personId !== c.get('person').id) return page.notFound(c)
  const found = await inReach(c, look.code)
  if (!found) return page.notFound(c)
  if (now().getTime() - look.at.getTime() > readMinutes * minute)
    return c.redirect(`/supervision/case?number=${look.code}`, 303)
  return showCase(c, found)
})

const inReach = (c: CWith<'person'>, code: string): Promise<Case | null> =>
  caseByCode(c.get('services').store.db, code, c.get('person').supervises ?? [])

async function showCase(c: C, found: Case) {
  const { db } = c.get('services').store
  const community = await communityById(db, found.communityId)
  if (!community) return page.notFound(c)
  const words = await caseWords(db, found)
  const passages = await casePassages(db, found.subject)
  const all = [...words, ...passages.flatMap((passage) => passage.words)]
  const whose = await contactsOf(db, found.subject)
  const others = await namesIn(db, community.id, all.join('\n'))
  const readable = (text: string) => withoutContacts(text, whose, others)
  const here = pageOf(c, community)
  const body = (
    <CasePage
      page={here}
      found={found}
      community={community}
      words={words.map(readable)}
      passages={passages.map((passage) => ({ ...passage, words: passage.words.map(readable) }))}
      minutes={readMinutes}
    />
  )
  return show(c, here, here.text.supervision.case.title, body)
}

type Typed = { readonly key: string; readonly number: string; readonly reason: string; readonly needed: string }
type Wrong = { readonly faults: Readonly<Record<string, string>>; readonly asked?: PrivateAsked }

async function showForm(c: C, typed: Typed, wrong?: Wrong) {
  const here = pageOf(c, await readersPlace(c))
  const body = (
    <CaseForm
      page={here}
      typed={typed}
      faults={wrong?.faults ?? {}}
      needed={wrong?.asked?.needed}
      minutes={readMinutes}
    />
  )
  return show(c, here, here.text.supervision.case.open, body, wrong ? 422 : 200)
}
