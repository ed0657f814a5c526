import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type ImportPlace, judge } from '#actions/lists/judge-list.ts'
import {
  keepUpload,
  readUploaded,
  type Said,
  type Troubled,
  troubleWith,
  type Upload,
} from '#actions/lists/keep-list.ts'
import type { SaidColumn } from '#actions/lists/remember-headings.ts'
import { seenOf, takeImport } from '#actions/lists/take-list.ts'
import { takeOn } from '#actions/lists/take-on.ts'
import { newId } from '#auth/hashing.ts'
import { communityBySlug, gridsOf } from '#db/community/area-rows.ts'
import { importOf } from '#db/lists/list-rows.ts'
import { loadPerson } from '#db/people/people-rows.ts'
import { accountByPhone } from '#db/people/volunteer-rows.ts'
import { openSqlite } from '#db/store/sqlite.ts'
import { assignable, type Key, type ListKind, listKinds } from '#domain/lists/headings.ts'
import type { Question } from '#domain/lists/questions.ts'
import { isGridWorkerOf, isSecretaryOf, type Person } from '#domain/people/actor.ts'
import { readMobile } from '#domain/people/volunteer.ts'
import { noPhotos, type Services, wholeSeconds } from '#src/services.ts'
import { type Text, textOf } from '#text/text.ts'
import { summaryLines } from './import-summary.ts'
import { keepAnswers, type LinesSaid, linesSaid, withLines } from './lines-said.ts'
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
  kind: word,
  column: { type: 'string', multiple: true },
  same: { type: 'string', multiple: true },
  other: { type: 'string', multiple: true },
  change: { type: 'string', multiple: true },
  leave: { type: 'string', multiple: true },
  commit: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/**
 * npm run import: prints the preview as text and, with --commit, imports the rows that can be taken. Gives the exit
 * code: 1 if it was refused.
 */
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

    const said = saidIn(flags.kind, flags.column ?? [], text)
    if (typeof said === 'string') return refuse(said)
    const lines = linesSaid(flags)
    if (!lines) return refuse(`${say.badLine}\n${say.usage}`)
    const list = { bytes: new Uint8Array(bytes), fileName: basename(file), said, lines }
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
type List = Upload & { readonly said: Said; readonly lines: LinesSaid }

/**
 * Prints the preview and stores nothing. Gives how many rows can be imported, or the sentence of a refusal or a
 * question.
 */
async function preview(services: Services, who: Importer, list: List, text: Text, out: Terminal['out']) {
  const { community } = who.place
  const read = await readUploaded(services, community, list, list.said)
  if (!read.ok) return troubleIn(text, troubleWith(read, who.actor, community))
  if (read.draft.kind === 'roll' && !who.isSecretary) return text.imports.secretaryOnly
  const draft = await withLines(services, who.place, read.draft, list.lines)
  const rows = await judge(services, who.place, draft)
  for (const line of summaryLines(read.draft, rows, list.fileName, text)) out(line)
  return rows.filter(({ isTaken }) => isTaken).length
}

/** Works as in the browser: stores a preview, then imports it. Gives the sentence of a refusal, or null. */
async function take(services: Services, { actor, place }: Importer, list: List, text: Text, out: Terminal['out']) {
  const { db } = services.store
  const say = text.imports.command
  const stored = await keepUpload(services, actor, newId(), place.community, list, list.said)
  if (!stored.ok) return 'trouble' in stored ? troubleIn(text, stored) : say.changed
  const waiting = await importOf(db, stored.answer, actor.id, services.now())
  if (!waiting?.draft) return say.changed

  const draft = await withLines(services, place, waiting.draft, list.lines)
  await keepAnswers(services, actor, waiting.id, draft)
  const seen = seenOf(await judge(services, place, draft))
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

/** Who imports where, or a sentence that says why this is not possible. */
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
  const grids = (await gridsOf(store.db, community.id)).filter(({ isClosed }) => !isClosed)
  const isSecretary = isSecretaryOf(actor, community.id)
  const ownGridIds = grids.map(({ id }) => id).filter((id) => isSecretary || isGridWorkerOf(actor, id))
  return ownGridIds.length
    ? { actor, place: { community, grids, ownGridIds }, isSecretary }
    : say.noRole(community.name)
}

function troubleIn(text: Text, trouble: Troubled): string {
  const { imports, doubts } = text
  switch (trouble.trouble) {
    case 'secretary-only':
      return imports.secretaryOnly
    case 'no-header':
      return trouble.seen.length > 0 ? doubts.noHeaderSeen(trouble.seen) : doubts.file['no-header']
    case 'asks':
      return questionIn(text, trouble.question)
    default:
      return doubts.file[trouble.trouble]
  }
}

/** The question, the present meaning of each heading, and how to answer. */
function questionIn({ imports, doubts }: Text, { kind, doubtful, columns }: Question): string {
  const say = imports.command
  const nameOf = (key: Key | 'none' | '') =>
    key === '' ? '?' : key === 'none' ? imports.ask.none : doubts.keyName(kind, key)
  const asked = columns.find(({ isAsked }) => isAsked) ?? columns[0]
  const isKindAsked = doubtful.some(({ code }) => code === 'kind')
  return [
    say.asks,
    ...doubtful.map((one) => `  ${doubts.ask(one, kind)}`),
    ...columns.map(({ heading, guess }) => `    ${heading} = ${nameOf(guess)}`),
    say.meanings([...assignable[kind].map((key) => `${nameOf(key)} (${key})`), `${nameOf('none')} (none)`].join(' · ')),
    say.howToAnswer(
      isKindAsked ? `--kind ${kind}` : '',
      asked ? `--column "${asked.heading}=${nameOf(asked.guess || 'none')}"` : '',
    ),
  ].join('\n')
}

/** The answers given by --kind and --column, or a sentence that says what is wrong with them. */
function saidIn(kindWord: string | undefined, columnWords: readonly string[], text: Text): Said | string {
  const say = text.imports.command
  const kind = listKinds.find((one) => one === kindWord) ?? null
  if (kindWord !== undefined && kind === null) return say.badKind(kindWord)
  const columns: SaidColumn[] = []
  for (const word of columnWords) {
    const at = word.lastIndexOf('=')
    const heading = word.slice(0, Math.max(at, 0)).trim()
    const meaning = meaningOf(word.slice(at + 1).trim(), kind ? [kind] : listKinds)
    if (heading === '' || meaning === null) return say.badColumn(word)
    columns.push({ heading, meaning })
  }
  return { kind, columns }
}

/** A meaning, given by its code or by its name in either language. */
function meaningOf(word: string, kinds: readonly ListKind[]): Key | 'none' | null {
  const texts = [textOf('zh'), textOf('en')]
  if (word === 'none' || texts.some(({ imports }) => imports.ask.none === word)) return 'none'
  const all = kinds.flatMap((kind) => assignable[kind].map((key): readonly [ListKind, Key] => [kind, key]))
  const found =
    all.find(([, key]) => key === word) ??
    all.find(([kind, key]) => texts.some(({ doubts }) => doubts.keyName(kind, key) === word))
  return found?.[1] ?? null
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
