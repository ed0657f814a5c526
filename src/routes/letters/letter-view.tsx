import { recordFollowedLooks } from '#actions/follow/followed-looks.ts'
import { communityById } from '#db/community/area-rows.ts'
import { letterColleagues } from '#db/letters/letter-colleagues.ts'
import {
  letterNotes,
  letterPassages,
  type PlacedLetter,
  publicationOf,
  wordsOfLetter,
} from '#db/letters/letter-rows.ts'
import { namesOf, roleZone } from '#db/people/people-rows.ts'
import { knowledgeById, searchKnowledge, worthOffering } from '#db/wishes/knowledge-rows.ts'
import { letterActsOf } from '#domain/letters/letter-parties.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { CWith } from '#http/context.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { LetterPage } from '#views/letters/letter-page.tsx'

type ShownLetter = {
  readonly typed?: Readonly<Record<string, string>>
  readonly faults?: Readonly<Record<string, string>>
  readonly needed?: readonly string[] | undefined
  readonly sentence?: string
  readonly status?: 200 | 403 | 409 | 422
}

/** The letter's page for the people who deal with it. Opening it is recorded, because it shows who wrote. */
export async function showLetter(
  c: CWith<'person'>,
  { letter, place }: PlacedLetter,
  { typed = {}, faults = {}, needed, sentence, status = 200 }: ShownLetter = {},
): Promise<Response> {
  const services = c.get('services')
  const { db } = services.store
  const person = c.get('person')
  const community = await communityById(db, letter.communityId)
  if (!community) return page.notFound(c)
  await recordFollowedLooks(services, person, 'letter', [letter.id])
  const words = await wordsOfLetter(db, letter.id)
  const notes = await letterNotes(db, letter.id)
  const passages = await letterPassages(db, letter.id)
  const today = localDay(services.now(), roleZone)
  const colleagues = await letterColleagues(db, place, letter.side, today)
  const names = await namesOf(db, [...new Set([...passages.map(({ actorId }) => actorId), letter.handlerId ?? ''])])
  const acts = letterActsOf(person, letter, place)
  const asked = words && acts.includes('answer') ? words.subject : ''
  const known = asked
    ? await searchKnowledge(db, { communityId: community.id, words: asked, limit: 3, least: worthOffering })
    : []
  const here = pageOf(c, community)
  const body = (
    <LetterPage
      page={here}
      letter={letter}
      words={words}
      passages={passages.map((one) => ({
        ...one,
        note: notes.get(one.seq) ?? '',
        by: names.get(one.actorId) ?? '',
      }))}
      handler={letter.handlerId ? (names.get(letter.handlerId) ?? null) : null}
      zone={community.zone}
      sentence={sentence ?? null}
      isDone={c.req.query('done') === '1'}
      acts={acts}
      colleagues={colleagues.filter(({ id }) => id !== letter.handlerId)}
      known={known}
      typed={{ answer: await answerFrom(c, community.id), ...typed }}
      faults={faults}
      needed={needed}
      lastAnswer={notes.get(passages.findLast(({ act }) => act === 'answer')?.seq ?? 0) ?? ''}
      published={await publicationOf(db, letter.id)}
    />
  )
  return show(c, here, here.text.letters.desk.title, body, status)
}

/** The answer of the knowledge base that was chosen with `?from=`, to be edited before it is sent. */
async function answerFrom(c: CWith<'person'>, communityId: string): Promise<string> {
  const id = c.req.query('from')
  const entry = id ? await knowledgeById(c.get('services').store.db, id) : null
  if (!entry || entry.communityId !== communityId || entry.retired) return ''
  return [entry.answer, entry.documents, [entry.office, entry.phone].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join('\n')
}
