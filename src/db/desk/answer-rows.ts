import { and, eq } from 'drizzle-orm'
import { events, knowledge, notes } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'
import type { AnswerWay, ToldWay } from '#domain/vocabulary.ts'

/** How a request was answered: at once, or by an office; and how the resident was informed of an office's answer. */
export type Answered = {
  readonly how: AnswerWay | 'referral'
  readonly told: ToldWay | null
  readonly toldOn: string
  /** The question, for a request without a resident's name. */
  readonly asked: string
  readonly said: string
  /** The same answer as it was edited for everyone; empty where it was not. */
  readonly published: string
  /** The entry of the knowledge base, with its present title. */
  readonly entry: { readonly id: string; readonly title: string } | null
}

export async function answerOf(db: Db, wishId: string): Promise<Answered | null> {
  const [event] = await db
    .select({ seq: events.seq, data: events.data })
    .from(events)
    .where(and(eq(events.stream, wishId), eq(events.action, 'answer')))
  if (!event) return null
  const { how, told, toldOn, knowledgeId } = event.data
  const words = await db
    .select({ kind: notes.kind, text: notes.text })
    .from(notes)
    .where(and(eq(notes.stream, wishId), eq(notes.seq, event.seq)))
  const textOf = (kind: string) => words.find((note) => note.kind === kind)?.text ?? ''
  const [entry] =
    typeof knowledgeId === 'string'
      ? await db
          .select({ id: knowledge.id, title: knowledge.title })
          .from(knowledge)
          .where(eq(knowledge.id, knowledgeId))
      : []
  return {
    how: how as Answered['how'],
    told: (told ?? null) as Answered['told'],
    toldOn: typeof toldOn === 'string' ? toldOn : '',
    asked: textOf('words'),
    said: textOf('office'),
    published: textOf('answer'),
    entry: entry ?? null,
  }
}

/** The office's answer as it was edited for everyone; empty where nothing was, or where the words of the wish were erased. */
export async function publishedAnswerOf(db: Db, wishId: string): Promise<string> {
  const [row] = await db
    .select({ text: notes.text })
    .from(notes)
    .where(and(eq(notes.stream, wishId), eq(notes.kind, 'answer')))
  return row?.text ?? ''
}
