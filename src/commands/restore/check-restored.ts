import { rootOfSize } from '#actions/log/log-reads.ts'
import { verifyLog } from '#actions/log/verify-log.ts'
import { faultsOf, openSqlite } from '#db/store/sqlite.ts'
import { fromHex } from '#domain/log/byte-strings.ts'
import { checkLetters } from '#domain/log/check-letters.ts'
import { databaseFile } from '#src/commands/running/machine.ts'
import { migrationsFolder } from '#src/commands/running/root.ts'

/** What a sheet or a witness outside says of the ledger. */
export type Sheet = { readonly records: number; readonly letters: string }

type Checked =
  | {
      readonly ok: true
      readonly records: number
      /** Check words of the whole log; empty where it has no records. */
      readonly letters: string
      /** Records of the sheet that came after the backup; null where no sheet was compared. */
      readonly missing: number | null
    }
  | { readonly ok: false; readonly why: 'damaged'; readonly what: string }
  | { readonly ok: false; readonly why: 'event'; readonly record: number }
  | { readonly ok: false; readonly why: 'log' }
  | { readonly ok: false; readonly why: 'sheet'; readonly records: number }

/** Migrates the database in a folder, and checks the file, every record against the log, and the log against a sheet. */
export async function checkRestored(folder: string, logSeed: string, sheet: Sheet | null = null): Promise<Checked> {
  const faults = faultsIn(folder)
  if (faults.length) return { ok: false, why: 'damaged', what: faults.join('; ') }
  const store = openSqlite(databaseFile(folder))
  try {
    store.migrate(migrationsFolder)
    const log = await verifyLog({ store, config: { logSeed } })
    if (!log.ok)
      return log.why === 'event' ? { ok: false, why: 'event', record: log.record } : { ok: false, why: 'log' }
    const letters = log.records ? checkLetters(fromHex(log.root)) : ''
    const whole = { ok: true, records: log.records, letters } as const
    if (!sheet) return { ...whole, missing: null }
    if (sheet.records > log.records) return { ...whole, missing: sheet.records - log.records }
    const isSame = checkLetters(await rootOfSize({ store }, sheet.records)) === sheet.letters
    return isSame ? { ...whole, missing: 0 } : { ok: false, why: 'sheet', records: sheet.records }
  } finally {
    store.close()
  }
}

function faultsIn(folder: string): readonly string[] {
  try {
    return faultsOf(databaseFile(folder))
  } catch (error) {
    return [(error as { code?: string }).code ?? 'unreadable']
  }
}
