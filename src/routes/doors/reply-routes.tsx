import { Hono } from 'hono'
import { claimReply } from '#actions/doors/claim-reply.ts'
import { editionByNumber, latestEditions } from '#db/doors/edition-rows.ts'
import type { Edition } from '#domain/doors/edition.ts'
import type { CWith, Env } from '#http/context.ts'
import { one, wholeNumber } from '#http/form/fields.ts'
import { cutSentences, readForm, type Typed } from '#http/form/read-form.ts'
import { staffHere } from '#http/guards.ts'
import { page, pageOf, refusalText, show } from '#http/respond.tsx'
import { type Proposal, RepliesPage, type ReplyLine } from '#views/doors/replies-page.tsx'
import { proposalsOf } from './reply-proposals.ts'

export const groupReplies = new Hono<Env>()

/** Replies can be about one of these latest messages. */
const offered = 5
const longest = 5000

groupReplies.get('/doors/replies', staffHere, (c) =>
  showReplies(c, { text: '', message: wholeNumber(c.req.query('message')), lines: [], refused: new Map() }),
)

/** Reads the pasted replies. If one proposal or all were confirmed, claims them and shows the result of each. */
groupReplies.post('/doors/replies', staffHere, async (c) => {
  const form = await readForm(c)
  const { community } = c.get('place')
  const { db } = c.get('services').store
  const text = one(form, 'text')
  const message = wholeNumber(one(form, 'message'))
  const { faults } = c.get('text')
  const error =
    cutSentences(c, form).text ??
    (text.trim() === '' ? faults.required : text.length > longest ? faults['too-long'] : undefined)
  if (error) return showReplies(c, { text, message, lines: [], refused: new Map(), error })
  const edition = message && (await editionByNumber(db, community.id, 'group', message))
  if (!edition) return page.notFound(c)
  const chosen = chosenIn(form)
  const press = one(form, 'press')
  const before = press ? await proposalsOf(c, community, edition, text, chosen) : []
  const refused = await claimPressed(
    c,
    before.flatMap(({ proposals }) => proposals),
    press,
  )
  const lines = await proposalsOf(c, community, edition, text, chosen)
  return showReplies(c, { text, message, lines, refused })
})

const chosenIn = (form: Typed): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.keys(form).flatMap((name) => (name.startsWith('volunteer-') ? [[name, one(form, name)]] : [])),
  )

/**
 * Claims one proposal after the other, so that a volunteer's limit refuses the right one. Gives the refusals by
 * proposal.
 */
async function claimPressed(
  c: CWith<'person' | 'place'>,
  proposals: readonly Proposal[],
  press: string,
): Promise<ReadonlyMap<string, string>> {
  const refused = new Map<string, string>()
  const { doors } = c.get('text')
  for (const proposal of proposals) {
    if (proposal.kind !== 'open' || (press !== 'all' && press !== proposal.key)) continue
    if (!proposal.volunteerId) {
      if (press !== 'all') refused.set(proposal.key, doors.replies.chooseWho)
      continue
    }
    const answer = await claimReply(c.get('services'), c.get('person'), proposal.card.code, proposal.volunteerId)
    if (!answer) refused.set(proposal.key, doors.replies.notYours)
    else if (!answer.ok) refused.set(proposal.key, refusalText(c, answer.refusal))
  }
  return refused
}

type Shown = {
  readonly text: string
  readonly message: number | null
  readonly lines: readonly ReplyLine[]
  readonly refused: ReadonlyMap<string, string>
  readonly error?: string | undefined
}

async function showReplies(c: CWith<'place'>, { text, message, lines, refused, error }: Shown) {
  const { community } = c.get('place')
  const { db } = c.get('services').store
  const here = pageOf(c, community)
  const messages: readonly Edition[] = await latestEditions(db, community.id, 'group', offered)
  const body = (
    <RepliesPage
      page={here}
      slug={community.slug}
      zone={community.zone}
      messages={messages}
      message={message ?? messages[0]?.number ?? 0}
      text={text}
      lines={lines}
      refused={refused}
      error={error}
    />
  )
  return show(c, here, here.text.doors.replies.title, body, error ? 422 : 200)
}
