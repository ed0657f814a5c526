// The worker with D1 on this machine, without Cloudflare and without a network. Data stays in .wrangler/.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildWhatIsMissing, root } from './build.mjs'

await buildWhatIsMissing()

const secrets = join(root, '.dev.vars')
const made = existsSync(secrets) ? readFileSync(secrets, 'utf8') : ''
for (const name of ['SECRET', 'LOG_SEED'])
  if (!made.includes(`${name}=`))
    appendFileSync(secrets, `${name}=${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })

const port = process.env.PORT ?? '8787'
const quiet = { CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false', CI: 'true' }

function wrangler(...words) {
  const file = join(root, 'node_modules/wrangler/bin/wrangler.js')
  const options = { cwd: root, stdio: 'inherit', env: { ...process.env, ...quiet } }
  const { status } = spawnSync(process.execPath, [file, ...words], options)
  if (status !== 0) process.exit(status ?? 1)
}

wrangler('d1', 'migrations', 'apply', 'DB', '--local')
wrangler('dev', '--local', '--ip', '127.0.0.1', '--port', port, '--var', `PUBLIC_URL:http://127.0.0.1:${port}`)
