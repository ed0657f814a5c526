import { and, eq, gt, type SQL } from 'drizzle-orm'
import { newId, sha256 } from '#auth/hashing.ts'
import type { Community } from '#db/areas.ts'
import { putInDraft, setInDraft } from '#db/imports.ts'
import { rulesToday } from '#db/rules.ts'
import { imports } from '#db/schema.ts'
import { isSecretaryOf, type Person } from '#domain/actor.ts'
import { localDay } from '#domain/calendar.ts'
import type { Choice, Kept } from '#domain/import/preview.ts'
import type { NeedRow, RollRow } from '#domain/import/rows.ts'
import type { Services } from '#src/services.ts'
import { type KeyReused, type OnceAnswer, once, type Prepared } from '../once.ts'
import { type ListTrouble, readList } from './read-list.ts'

const previewHours = 24

export type Upload = { readonly bytes: Uint8Array; readonly fileName: string }
export type UploadTrouble = ListTrouble | 'secretary-only'
type Troubled = { readonly ok: false; readonly trouble: UploadTrouble }

/** Reads a file and keeps what was understood as a preview; gives its id. A roll of volunteers is for the secretary. */
export async function keepUpload(
  services: Services,
  actor: Person,
  key: string,
  community: Community,
  { bytes, fileName }: Upload,
): Promise<OnceAnswer<string> | KeyReused | Troubled> {
  const { store, now, config } = services
  const { rules } = await rulesToday(store.db, community, now())
  const today = localDay(now(), community.zone)
  const read = await readList(bytes, fileName, config.secret, { limitFen: rules.valueLimitFen, today })
  if (!read.ok) return { ok: false, trouble: read.why }
  if (read.draft.kind === 'roll' && !isSecretaryOf(actor, community.id)) return { ok: false, trouble: 'secretary-only' }

  const body = [community.id, fileName, sha256(JSON.stringify(read.draft))]
  return once<string, never>(services, actor, { key, action: 'import', body }, async (): Promise<Prepared<string>> => {
    const id = newId()
    const at = now()
    const row = {
      id,
      communityId: community.id,
      personId: actor.id,
      kind: read.draft.kind,
      fileName,
      content: JSON.stringify(read.draft),
      at,
      expiresAt: new Date(at.getTime() + previewHours * 3600 * 1000),
    }
    return { ok: true, statements: [store.db.insert(imports).values(row)], answer: id }
  })
}

/** To take a row or to leave it out. */
export function chooseRow(services: Services, actor: Person, id: string, index: number, choice: Choice): Promise<void> {
  return change(services, actor, id, setInDraft(`$.rows[${index}].choice`, choice))
}

/** Puts a mended row in the place of the one that was read; the row is judged anew when it is shown. */
export function keepMended(
  services: Services,
  actor: Person,
  id: string,
  index: number,
  kept: Kept<NeedRow> | Kept<RollRow>,
): Promise<void> {
  return change(services, actor, id, putInDraft(`$.rows[${index}]`, kept))
}

/** Only in the person's own preview, and only until it is taken. */
async function change({ store, now }: Services, actor: Person, id: string, content: SQL): Promise<void> {
  const theirs = and(eq(imports.id, id), eq(imports.personId, actor.id), eq(imports.committed, false))
  const update = store.db
    .update(imports)
    .set({ content })
    .where(and(theirs, gt(imports.expiresAt, now())))
  await store.commit([update])
}
