import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sampleFamilyLink, sampleSlip } from '#domain/people/sample.ts'
import { demoClock } from '#src/commands/running/demo-clock.ts'
import { foundAt, lastTickIn, makeDemoDatabase, writeDemoAsSql } from '#src/commands/running/demo-database.ts'
import { databaseFile, keepLogSeed, keepSecret, readConfigFromMachine } from '#src/commands/running/machine.ts'
import { serveApp } from '#src/commands/running/serve.ts'
import { demoRobot } from '#src/demo/demo-robot.ts'
import { accounts, demoPassword } from '#src/demo/people/accounts.ts'
import { rehearsalOf } from '#src/demo/rehearsal/demo-rehearsal.ts'
import { momentOf } from '#src/demo/stage/moment.ts'
import { demoEn } from '#text/en/site/demo-text.ts'
import { demoZh } from '#text/zh/site/demo-text.ts'
import { hashPassword } from '../auth/passwords.ts'
import { type Services, wholeSeconds } from '../services.ts'
import { exact } from '../text/days.ts'

// A sample community in the embedded database. The only command that knows a password.
const texts = [demoZh, demoEn]
type Texts = typeof demoZh

const stop = (sentence: (text: Texts) => string): never => {
  for (const text of texts) console.error(sentence(text))
  process.exit(1)
}

const options = optionsOf(process.argv.slice(2))
const dataDir = process.env.DATA_DIR || temporaryFolder()
const file = databaseFile(dataDir)
const found = foundAt(file)
if (found === 'other') stop((text) => text.foreign(dataDir))
const asked = atOf(options.at)
// What has happened in a demo cannot be undone: one whose clock was moved forward continues from its latest time.
const reached = found === 'demo' ? lastTickIn(file) : null
const begin = reached && reached > (asked ?? wholeSeconds(Date.now())) ? reached : asked
const clock = demoClock(begin)
const machine = machineOf(process.env)
if (found === 'nothing') {
  const passwordHash = await hashPassword(demoPassword)
  await makeDemoDatabase({ file, config: machine.config, now: clock.now(), passwordHash })
}
if (options.sql !== undefined) {
  // For the worker's database (npm run dev:worker -- --demo), which serves it itself.
  writeDemoAsSql(file, options.sql)
  tell(machine.config.publicUrl)
  process.exit(0)
}
try {
  const own = {
    now: clock.now,
    rehearsal: (services: Services) => rehearsalOf(services, clock),
    postToRobot: demoRobot,
  }
  tell((await serveApp(machine, own)).address)
} catch (error) {
  if ((error as { code?: string }).code !== 'EADDRINUSE') throw error
  stop((text) => text.portTaken(machine.port))
}

function tell(address: string): void {
  for (const text of texts) {
    console.log(`\n${text.ready(address)}\n${text.invented}`)
    if (begin) console.log(text.simulated(exact(begin)))
    if (found === 'demo') console.log(text.kept(dataDir))
    console.log(text.signIn(demoPassword))
    for (const [who, phone] of Object.entries(accounts))
      console.log(`  ${phone}  ${text.account[who as keyof typeof accounts]}`)
    console.log(text.slip(`${address}/r/${sampleSlip}`))
    console.log(text.familyLink(`${address}/f/${sampleFamilyLink}`))
  }
}

function optionsOf(args: readonly string[]): { readonly at?: string | undefined; readonly sql?: string | undefined } {
  try {
    return parseArgs({ args: [...args], options: { at: { type: 'string' }, sql: { type: 'string' } } }).values
  } catch {
    return stop((text) => text.badTime)
  }
}

/** The moment given by --at; null where the demo starts at the present time. */
function atOf(typed: string | undefined): Date | null {
  return typed === undefined ? null : (momentOf(typed) ?? stop((text) => text.badTime))
}

/** The machine's settings with the demo's defaults, and secrets stored in the folder. */
function machineOf(env: NodeJS.ProcessEnv) {
  const host = env.HOST || '127.0.0.1'
  const publicUrl = env.PUBLIC_URL || `http://${host.includes(':') ? `[${host}]` : host}:${env.PORT || 3000}`
  mkdirSync(dataDir, { recursive: true })
  const own = { DATA_DIR: dataDir, HOST: host, PUBLIC_URL: publicUrl, PORT: env.PORT || '3000', DEMO: '1' }
  const secrets = { SECRET: env.SECRET || keepSecret(dataDir), LOG_SEED: env.LOG_SEED || keepLogSeed(dataDir) }
  const machine = readConfigFromMachine({ ...env, ...own, ...secrets })
  if (machine.ok) return machine
  for (const fault of machine.faults) console.error(fault)
  process.exit(1)
}

/** Deleted when the demo ends. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'micro-wish-demo-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
