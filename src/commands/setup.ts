import { createInterface } from 'node:readline/promises'
import type { commandsZh } from '#text/zh/commands.ts'
import { readConfig } from '../config.ts'
import { openSqlite } from '../db/sqlite.ts'
import { wholeSeconds } from '../services.ts'
import { type Founded, found } from './found.ts'
import { databaseFile, dataFolder, keepSecret, secretFile } from './machine.ts'
import { migrationsFolder } from './root.ts'
import { asked, type Flags, type Plan, planOf, readFlags } from './setup-plan.ts'
import { commandWords } from './words.ts'

type Words = (typeof commandsZh)['setup']

/** bin/setup: the areas, the secret, the first secretary and a one-time code. Says what it did; safe to run again. */
async function setup(words: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const read = flagsOf(words)
  const text = commandWords(read.flags?.lang, env).setup
  if (!read.flags) return complain([text.fault.unknown(read.why)])
  if (read.flags.help) return say([text.usage])

  const planned = planOf(process.stdin.isTTY ? await ask(read.flags, text) : read.flags, text.gridName)
  if (!planned.ok) return complain([...planned.faults.map((name) => String(text.fault[name])), '', text.usage])
  return foundWith(planned.plan, text, env)
}

async function foundWith(plan: Plan, text: Words, env: NodeJS.ProcessEnv): Promise<number> {
  const dataDir = dataFolder(env)
  const config = readConfig({
    ...env,
    SECRET: env.SECRET ?? keepSecret(dataDir),
    PUBLIC_URL: env.PUBLIC_URL ?? `http://127.0.0.1:${env.PORT ?? 3000}`,
  })
  if (!config.ok) return complain(config.faults)

  const store = openSqlite(databaseFile(dataDir))
  try {
    store.migrate(migrationsFolder)
    const services = { store, config: config.config, now: () => wholeSeconds(Date.now()) }
    const founded = await found(services, plan)
    if (!founded.ok) return complain([text.slugTaken(plan.slug, founded.slugOf)])
    const secret = env.SECRET ? [] : [text.secretKept(secretFile(dataDir))]
    return say([...told(founded, plan, text), ...secret, text.next(`${config.config.publicUrl}/activate`)])
  } finally {
    store.close()
  }
}

const told = ({ isNew, community, people }: Founded, plan: Plan, text: Words): readonly string[] => [
  isNew ? text.made(community, plan.grids.length) : text.there(community),
  ...people.flatMap(({ role, name, mobile, code, isOtherName }) => [
    ...(isOtherName ? [text.otherName(mobile)] : []),
    ...(code ? [text.code(text.role[role], name, mobile), `    ${code}`] : [text.hasPassword(text.role[role], name)]),
  ]),
]

/** Asks a person at a terminal for what the flags leave out. */
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
