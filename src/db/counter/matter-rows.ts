import { and, asc, eq, isNull } from 'drizzle-orm'
import { counterMatters, knowledge } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'
import type { SlotLength } from '#domain/counter/counter-slots.ts'

/** A matter that people can book for: an entry of the knowledge base with how long it takes. */
export type Matter = {
  readonly id: string
  readonly title: string
  readonly answer: string
  /** What to bring, one item per line. */
  readonly documents: string
  readonly length: SlotLength
  /** Done at the counter; otherwise only handed in there. */
  readonly isDoneHere: boolean
}

const matter = {
  id: knowledge.id,
  title: knowledge.title,
  answer: knowledge.answer,
  documents: knowledge.documents,
  length: counterMatters.length,
  isDoneHere: counterMatters.isDoneHere,
}

export async function mattersOf(db: Db, communityId: string): Promise<readonly Matter[]> {
  return db
    .select(matter)
    .from(counterMatters)
    .innerJoin(knowledge, eq(knowledge.id, counterMatters.knowledgeId))
    .where(
      and(eq(counterMatters.communityId, communityId), isNull(counterMatters.endedAt), eq(knowledge.retired, false)),
    )
    .orderBy(asc(knowledge.title))
}

/** Null where no one can book for it any more. */
export async function matterById(db: Db, communityId: string, id: string): Promise<Matter | null> {
  return (await mattersOf(db, communityId)).find((one) => one.id === id) ?? null
}
