import { writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { issueCode } from '#actions/people/access-codes.ts'
import { accountByPhone } from '#db/people/volunteer-rows.ts'
import { openSqlite, type SqliteStore } from '#db/store/sqlite.ts'
import { clock } from '#domain/people/actor.ts'
import { readMobile } from '#domain/people/volunteer.ts'
import { setupAsSql } from '#src/commands/running/as-sql.ts'
import { commandWords } from '#src/commands/running/command-words.ts'
import { type Founded, found } from '#src/commands/running/found.ts'
import { linkAsSql } from '#src/commands/running/link-as-sql.ts'
import { databaseFile, dataFolder, keepLogSeed, keepSecret, secretFile } from '#src/commands/running/machine.ts'
import { migrationsFolder } from '#src/commands/running/root.ts'
import { asked, type Flags, type Plan, planOf, readFlags } from '#src/commands/running/setup-plan.ts'
import type { commandsZh } from '#text/zh/site/commands-text.ts'
import { type Config, readConfig } from '../config.ts'
import { noPhotos, wholeSeconds } from '../services.ts'

type Words = (typeof commandsZh)['setup']

/**
 * bin/setup: makes the areas, the secret, the first secretary and an activation code, and prints what it did. Safe to run
 * again.
 */
async function setup(words: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const read = flagsOf(words)
  const text = commandWords(read.flags?.lang, env).setup
  if (!read.flags) return complain([text.fault.unknown(read.why)])
  if (read.flags.help) return say([text.usage])

  const codeOnly = codeAskedFor(read.flags)
  if (codeOnly !== null && read.flags.sql !== undefined) return newLinkInFile(codeOnly, text, env, read.flags.sql)
  if (codeOnly !== null) return newCodeHere(codeOnly, text, env)

  const planned = planOf(process.stdin.isTTY ? await ask(read.flags, text) : read.flags, text.gridName)
  if (!planned.ok) return complain([...planned.faults.map((name) => String(text.fault[name])), '', text.usage])
  const { sql } = read.flags
  return sql === undefined ? foundHere(planned.plan, text, env) : foundInFile(planned.plan, text, env, sql)
}

/** The mobile number, if a new code is all that is asked for; then no other option is needed. */
function codeAskedFor({ mobile, slug, community, ...flags }: Flags): string | null {
  const isAll = slug === undefined && community === undefined
  return flags['new-code'] && isAll ? (mobile ?? null) : null
}

/** A new code for a person whom this machine's database knows, for example a secretary who has forgotten the password. */
async function newCodeHere(mobile: string, text: Words, env: NodeJS.ProcessEnv): Promise<number> {
  const dataDir = dataFolder(env)
  const config = configOf(env, env.SECRET ?? keepSecret(dataDir), env.LOG_SEED ?? keepLogSeed(dataDir))
  if (!config.ok) return complain(config.faults)
  const phone = readMobile(mobile)
  const store = openSqlite(databaseFile(dataDir))
  try {
    store.migrate(migrationsFolder)
    const account = phone ? await accountByPhone(store.db, phone) : null
    if (!account) return complain([text.unknownMobile(mobile)])
    const services = { store, config: config.config, photos: noPhotos, now: () => wholeSeconds(Date.now()) }
    const issue = await issueCode(services, clock, account.id)
    if (!issue?.ok) return complain([text.unknownMobile(mobile)])
    const { name, code, token } = issue.issued
    const link = `${config.config.publicUrl}/a/${token}`
    return say([text.newCode(name, account.phone), `    ${code}`, text.orLink, `    ${link}`])
  } finally {
    store.close()
  }
}

/** The same for a database elsewhere (D1), as a link. */
function newLinkInFile(mobile: string, text: Words, env: NodeJS.ProcessEnv, file: string): number {
  const config = configOf(env, noLog, noLog)
  if (!config.ok) return complain(config.faults)
  const phone = readMobile(mobile)
  if (!phone) return complain([text.unknownMobile(mobile)])
  const { sql, token } = linkAsSql(phone, wholeSeconds(Date.now()))
  writeFileSync(file, sql, { mode: 0o600 })
  return say([text.linkWritten(file, phone), `    ${config.config.publicUrl}/a/${token}`])
}

/** Uses this machine's database, which is created if it does not exist. */
async function foundHere(plan: Plan, text: Words, env: NodeJS.ProcessEnv): Promise<number> {
  const dataDir = dataFolder(env)
  const config = configOf(env, env.SECRET ?? keepSecret(dataDir), env.LOG_SEED ?? keepLogSeed(dataDir))
  if (!config.ok) return complain(config.faults)
  const store = openSqlite(databaseFile(dataDir))
  try {
    const secret = env.SECRET ? [] : [text.secretStored(secretFile(dataDir))]
    return await foundIn(store, config.config, plan, text, [...secret, text.next(addressOf(config.config))])
  } finally {
    store.close()
  }
}

/**
 * Writes rows for an empty database elsewhere (D1). Its SECRET must be given, because codes are stored as hashes keyed
 * with it.
 */
async function foundInFile(plan: Plan, text: Words, env: NodeJS.ProcessEnv, file: string): Promise<number> {
  const config = configOf(env, env.SECRET ?? '', noLog)
  if (!config.ok) return complain(config.faults)
  const store = openSqlite(':memory:')
  try {
    const code = await foundIn(store, config.config, plan, text, [text.written(file, addressOf(config.config))])
    if (code === 0) writeFileSync(file, setupAsSql(store), { mode: 0o600 })
    return code
  } finally {
    store.close()
  }
}

/** Neither of the keys is needed for rows that are written without a log, or for a link: the worker has its own. */
const noLog = '-'.repeat(32)

function configOf(env: NodeJS.ProcessEnv, secret: string, logSeed: string) {
  const publicUrl = env.PUBLIC_URL ?? `http://127.0.0.1:${env.PORT ?? 3000}`
  return readConfig({ ...env, SECRET: secret, LOG_SEED: logSeed, PUBLIC_URL: publicUrl })
}

const addressOf = (config: Config): string => `${config.publicUrl}/activate`

async function foundIn(
  store: SqliteStore,
  config: Config,
  plan: Plan,
  text: Words,
  more: readonly string[],
): Promise<number> {
  store.migrate(migrationsFolder)
  const founded = await found({ store, config, photos: noPhotos, now: () => wholeSeconds(Date.now()) }, plan)
  if (!founded.ok) return complain([text.slugTaken(plan.slug, founded.slugOf)])
  return say([...summaryOf(founded, plan, text), ...more])
}

const summaryOf = ({ isNew, community, people }: Founded, plan: Plan, text: Words): readonly string[] => [
  isNew ? text.made(community, plan.grids.length) : text.there(community),
  ...people.flatMap(({ role, name, mobile, code, isOtherName }) => [
    ...(isOtherName ? [text.otherName(mobile)] : []),
    ...(code ? [text.code(text.role[role], name, mobile), `    ${code}`] : [text.hasPassword(text.role[role], name)]),
  ]),
]

/** Asks the user at a terminal for settings that the flags leave out. */
async function ask(flags: Flags, text: Words): Promise<Flags> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answers: Record<string, string> = {}
  for (const name of asked)
    if (flags[name] === undefined) answers[name] = await terminal.question(`${text.ask[name]}: `)
  terminal.close()
  return { ...flags, ...answers }
}

function flagsOf(words: readonly string[]): { flags: Flags } | { flags: null; why: string } {
  try {
    return { flags: readFlags(words) }
  } catch (error) {
    if (error instanceof TypeError) return { flags: null, why: error.message }
    throw error
  }
}

function say(lines: readonly string[]): 0 {
  for (const line of lines) console.log(line)
  return 0
}

function complain(lines: readonly string[]): 1 {
  for (const line of lines) console.error(line)
  return 1
}

process.exitCode = await setup(process.argv.slice(2), process.env)
