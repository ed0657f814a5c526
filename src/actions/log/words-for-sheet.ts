import { lastHead } from '#db/log/log-rows.ts'
import { checkLetters } from '#domain/log/check-letters.ts'
import type { CheckWords, SheetChecked } from '#domain/log/check-words-shown.ts'
import type { Services } from '#src/services.ts'
import { rootOfSize } from './log-reads.ts'
import { checkpointOf, sequenceLog } from './sequence-log.ts'

/**
 * The check words for a page that may be printed, after taking in what has happened up to now. Where the log cannot grow (a
 * full disk, a lost seed) those of its last signed state; null where it has none.
 */
export async function checkWordsNow(services: Services): Promise<CheckWords | null> {
  const head = await sequenceLog(services, 1).catch((error: Error) => {
    console.error(`log: ${error.name}`)
    return lastHead(services.store.db)
  })
  return head && { records: head.size, letters: checkLetters(checkpointOf(head).root), site: services.config.publicUrl }
}

/** Whether today's log still begins with the records that an old sheet names. `letters` in the spelling of `checkLetters`. */
export async function checkSheet(services: Services, records: number, letters: string): Promise<SheetChecked> {
  const now = (await checkWordsNow(services))?.records ?? 0
  if (records > now) return { result: 'fewer', records, now }
  const isSame = checkLetters(await rootOfSize(services, records)) === letters
  return { result: isSame ? 'same' : 'differs', records, now }
}
