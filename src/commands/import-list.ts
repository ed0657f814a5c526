import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type ImportPlace, judge } from '#actions/imports/judge.ts'
import type { UploadTrouble } from '#actions/imports/keep.ts'
import { keepUpload } from '#actions/imports/keep.ts'
import { readList } from '#actions/imports/read-list.ts'
import { seenOf, takeImport } from '#actions/imports/take.ts'
import { takeOn } from '#actions/imports/take-on.ts'
import { newId } from '#auth/hashing.ts'
import { communityBySlug, gridsOf } from '#db/areas.ts'
import { importOf } from '#db/imports.ts'
import { loadPerson } from '#db/people.ts'
import { rulesToday } from '#db/rules.ts'
import { accountByPhone } from '#db/volunteers.ts'
import { isGridWorkerOf, isSecretaryOf, type Person } from '#domain/actor.ts'
import { localDay } from '#domain/calendar.ts'
import { readMobile } from '#domain/volunteer.ts'
import { type Text, textOf } from '#text/text.ts'
import { openSqlite } from '../db/sqlite.ts'
import { noPhotos, type Services, wholeSeconds } from '../services.ts'
import { told } from './import-told.ts'
import { databaseFile, readConfigFromMachine } from './machine.ts'
import { migrationsFolder } from './root.ts'

type Terminal = {
  readonly out: (line: string) => void
  readonly error: (line: string) => void
  /** Milliseconds since 1970. */
  readonly now: number
}

const word = { type: 'string' } as const
const options = {
  community: word,
  as: word,
  data: word,
  lang: word,
  commit: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** npm run import: the preview as text, and with --commit what can be taken. Gives the exit code: 1 where it was refused. */
export async function importList(
  words: readonly string[],
  env: NodeJS.ProcessEnv,
  { out, error, now }: Terminal,
): Promise<0 | 1> {
  const read = flagsOf(words)
  const text = textOf(read.ok && read.flags.lang === 'en' ? 'en' : 'zh')
  const say = text.imports.command
  const refuse = (sentence: string): 1 => {
    error(sentence)
    return 1
  }
  if (!read.ok) return refuse(`${say.unknownOption(read.why)}\n${say.usage}`)
  const { flags, files } = read
  if (flags.help) {
    out(say.usage)
    return 0
  }
  const [file] = files
  if (file === undefined || files.length > 1) return refuse(`${say.oneFile}\n${say.usage}`)
  if (!flags.community) return refuse(say.needCommunity)

  const machine = readConfigFromMachine({ PUBLIC_URL: 'http://127.0.0.1', ...env, ...dataIn(flags.data) })
  if (!machine.ok) return refuse(machine.faults.join('\n'))
  const bytes = await readFile(file).catch(() => null)
  if (!bytes) return refuse(say.noFile(file))

  const store = openSqlite(databaseFile(machine.dataDir))
  try {
    store.migrate(migrationsFolder)
    const services: Services = { store, config: machine.config, photos: noPhotos, now: () => wholeSeconds(now) }
    const who = await importerOf(services, text, flags.community, flags.as ?? '')
    if (typeof who === 'string') return refuse(who)

    const list = { bytes: new Uint8Array(bytes), fileName: basename(file) }
    const shown = await preview(services, who, list, text, out)
    if (typeof shown === 'string') return refuse(shown)
    if (!flags.commit || shown === 0) {
      out(flags.commit ? say.nothing : say.preview)
      return 0
    }
    const refusal = await take(services, who, list, text, out)
    return refusal === null ? 0 : refuse(refusal)
  } finally {
    store.close()
  }
}

type Importer = { readonly actor: Person; readonly place: ImportPlace; readonly isSecretary: boolean }
type List = { readonly bytes: Uint8Array; readonly fileName: string }

/** Shows and stores nothing. Gives how many rows can be taken, or the sentence of a refusal. */
async function preview(services: Services, who: Importer, list: List, text: Text, out: Terminal['out']) {
  const { store, config, now } = services
  const { community } = who.place
  const { rules } = await rulesToday(store.db, community, now())
  const known = { limitFen: rules.valueLimitFen, today: localDay(now(), community.zone) }
  const read = await readList(list.bytes, list.fileName, config.secret, known)
  if (!read.ok) return troubleIn(text, read.why)
  if (read.draft.kind === 'roll' && !who.isSecretary) return text.imports.secretaryOnly
  const rows = await judge(services, who.place, read.draft)
  for (const line of told(read.draft, rows, list.fileName, text)) out(line)
  return rows.filter(({ isTaken }) => isTaken).length
}

/** The same way as in the browser: a preview is kept, then taken. Gives the sentence of a refusal, or null. */
async function take(services: Services, { actor, place }: Importer, list: List, text: Text, out: Terminal['out']) {
  const { db } = services.store
  const say = text.imports.command
  const kept = await keepUpload(services, actor, newId(), place.community, list)
  if (!kept.ok) return 'trouble' in kept ? troubleIn(text, kept.trouble) : say.changed
  const waiting = await importOf(db, kept.answer, actor.id, services.now())
  if (!waiting?.draft) return say.changed

  const seen = seenOf(await judge(services, place, waiting.draft))
  const took = await takeImport(services, actor, place, newId(), { id: waiting.id, seen })
  if (!took.ok && took.why === 'refused')
    return text.imports.preview.refused(took.line, text.refusals.sentence(took.refusal))
  const stands = () => importOf(db, waiting.id, actor.id, services.now())
  let now = took.ok ? await stands() : null
  while (now?.taking) {
    out(text.imports.progress.count(now.taking.at, now.taking.order.length))
    await takeOn(services, actor, place, waiting.id)
    now = await stands()
  }
  const taken = now?.taken
  if (!taken) return say.changed
  out(
    waiting.kind === 'needs'
      ? say.tookNeeds(taken.wishCodes.length, taken.newResidents, taken.knownResidents)
      : say.tookRoll(taken.personIds.length),
  )
  if (taken.left.length) out(say.left(taken.left.length))
  return null
}

/** Who imports where, or the sentence that says why not. */
async function importerOf(
  { store, now }: Services,
  text: Text,
  slug: string,
  phone: string,
): Promise<Importer | string> {
  const say = text.imports.command
  const community = await communityBySlug(store.db, slug)
  if (!community) return say.noCommunity(slug)
  const account = await accountByPhone(store.db, readMobile(phone) ?? '')
  const actor = account && (await loadPerson(store.db, account.id, now()))
  if (!actor) return say.noPerson
  const grids = await gridsOf(store.db, community.id)
  const isSecretary = isSecretaryOf(actor, community.id)
  const ownGridIds = grids.map(({ id }) => id).filter((id) => isSecretary || isGridWorkerOf(actor, id))
  return ownGridIds.length
    ? { actor, place: { community, grids, ownGridIds }, isSecretary }
    : say.noRole(community.name)
}

function troubleIn(text: Text, trouble: UploadTrouble): string {
  return trouble === 'secretary-only' ? text.imports.secretaryOnly : text.doubts.file[trouble]
}

const dataIn = (folder: string | undefined) => (folder === undefined ? {} : { DATA_DIR: folder })

function flagsOf(words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true })
    return { ok: true as const, flags: values, files: positionals }
  } catch (error) {
    if (error instanceof TypeError) return { ok: false as const, why: error.message }
    throw error
  }
}
