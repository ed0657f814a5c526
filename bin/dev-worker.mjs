// The worker with D1 on this machine, without Cloudflare and without a network. Data stays in .wrangler/. With --demo it has
// the sample community of invented people, made new at each start; the other data stays as it is.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { buildWhatIsMissing, root } from './build.mjs'

await buildWhatIsMissing()

const isDemo = process.argv.includes('--demo')
const secrets = join(root, '.dev.vars')
const made = existsSync(secrets) ? readFileSync(secrets, 'utf8') : ''
for (const name of ['SECRET', 'LOG_SEED'])
  if (!made.includes(`${name}=`))
    appendFileSync(secrets, `${name}=${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })

const port = process.env.PORT ?? '8787'
const address = `http://127.0.0.1:${port}`
const state = join(root, '.wrangler', isDemo ? 'demo' : 'state')
const quiet = { CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false', CI: 'true' }

function run(file, words, { env = {}, stdio = 'inherit' } = {}) {
  const options = { cwd: root, stdio, env: { ...process.env, ...env } }
  const { status } = spawnSync(process.execPath, [join(root, file), ...words], options)
  if (status !== 0) process.exit(status ?? 1)
}
const wrangler = (words, how) =>
  run('node_modules/wrangler/bin/wrangler.js', [...words, '--persist-to', state], { ...how, env: quiet })

if (isDemo) rmSync(state, { recursive: true, force: true })
wrangler(['d1', 'migrations', 'apply', 'DB', '--local'], isDemo ? { stdio: ['ignore', 'ignore', 'inherit'] } : {})
if (isDemo) {
  const file = join(state, 'demo.sql')
  mkdirSync(state, { recursive: true })
  // The same keys as the worker's: the addresses of the sample slip and the sample link depend on them.
  const env = { ...parseEnv(readFileSync(secrets, 'utf8')), PUBLIC_URL: address, PORT: port, DATA_DIR: '' }
  run('dist/commands/demo.js', ['--sql', file], { env })
  wrangler(['d1', 'execute', 'DB', '--local', '--yes', '--file', file], { stdio: ['ignore', 'ignore', 'inherit'] })
  rmSync(file)
}
const vars = ['--var', `PUBLIC_URL:${address}`, ...(isDemo ? ['--var', 'DEMO:1'] : [])]
wrangler(['dev', '--local', '--ip', '127.0.0.1', '--port', port, ...vars])
