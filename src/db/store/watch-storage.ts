import type { StorageFault } from '#domain/storage-fault.ts'
import { second } from '#domain/time/durations.ts'
import { storageFaultOf } from './fault-of.ts'
import type { Store } from './store.ts'

/** Whether a process can write at present. */
export type StorageWatch = {
  /** Null while nothing is wrong, as far as it has been tried. */
  fault(): { readonly kind: StorageFault; readonly since: Date } | null
  /** Takes down an error that was met elsewhere, for example with a photo's file. */
  met(error: unknown): void
}

/** On a full disk a small commit may still find room while others do not: so one that succeeds does not end the fault at once. */
const calmFor = 30 * second

/**
 * Passes everything on to the store, and remembers since when commits have failed because of the disk or a lock. It is over
 * with the first commit that succeeds half a minute after the last failure; the clock commits every minute, so that this
 * needs no visitor.
 */
export function watchStorage(
  store: Store,
  now: () => Date,
  say: (line: string) => void,
): { readonly store: Store; readonly watch: StorageWatch } {
  let fault: { readonly kind: StorageFault; readonly since: Date } | null = null
  let refused = 0
  let lastRefusal = 0

  function met(error: unknown): void {
    const kind = storageFaultOf(error)
    if (!kind) return
    refused++
    lastRefusal = now().getTime()
    if (fault?.kind === kind) return
    fault = { kind, since: fault?.since ?? now() }
    say(storageLine(kind))
  }

  function works(): void {
    if (!fault || now().getTime() - lastRefusal < calmFor) return
    say(
      `storage: works again; ${refused} ${refused === 1 ? 'attempt was' : 'attempts were'} refused and changed nothing`,
    )
    fault = null
    refused = 0
  }

  async function commit(statements: Parameters<Store['commit']>[0]): Promise<void> {
    try {
      await store.commit(statements)
    } catch (error) {
      met(error)
      throw error
    }
    if (statements.length) works()
  }
  return { store: { ...store, commit }, watch: { fault: () => fault, met } }
}

/** A line of the process's own log. */
export const storageLine = (kind: StorageFault): string => `storage: ${sentences[kind]}`

const sentences: Readonly<Record<StorageFault, string>> = {
  full: 'the disk is full. Pages can be read and nothing can be saved until there is room',
  'read-only': 'the database or its folder may only be read. Nothing can be saved until the process may write there',
  locked: 'another process has the database locked. Nothing can be saved until it lets go',
  disk: 'the disk cannot be read or written. Look at the log of the system',
  damaged: 'the database file is damaged. Restore a backup: docs/running.md',
}
