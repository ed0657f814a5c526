import type { StorageFault } from '#domain/storage-fault.ts'

// In this order: a disk that is full is also one that cannot be written.
const codes: readonly (readonly [StorageFault, RegExp])[] = [
  ['full', /^(SQLITE_FULL|ENOSPC|EDQUOT)\b/],
  ['read-only', /^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EROFS|EACCES|EPERM)/],
  ['locked', /^(SQLITE_BUSY|SQLITE_LOCKED|SQLITE_PROTOCOL)/],
  ['damaged', /^(SQLITE_CORRUPT|SQLITE_NOTADB)/],
  ['disk', /^(SQLITE_IOERR|EIO|EFBIG)/],
]

// D1 gives no code, but ends its message with one. Other messages may contain what a person typed, and are not searched.
const ofD1 = /^D1_ERROR: .*?: (SQLITE_[A-Z]+)/s
const d1IsFull = /^D1_ERROR: Exceeded maximum DB size/

/** Null for any other error. The drivers' errors are wrapped, so the chain of causes is searched. */
export function storageFaultOf(error: unknown): StorageFault | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (d1IsFull.test(at.message)) return 'full'
    const code = 'code' in at && typeof at.code === 'string' ? at.code : (ofD1.exec(at.message)?.[1] ?? '')
    const found = codes.find(([, pattern]) => pattern.test(code))
    if (found) return found[0]
  }
  return null
}
