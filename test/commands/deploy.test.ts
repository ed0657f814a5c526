import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpsRequest } from 'node:https'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Env } from '#http/context.ts'
import { clientAddress } from '#http/security/client-address.ts'
import { siteOf } from '#src/commands/running/site-of.ts'
import { testApp } from '#test/support/app.ts'
import { phones } from '#test/support/cast.ts'

// The real Caddy and nginx of the machine in front of the real site, with the files of deploy/. Where they are not
// installed, the tests say so and check nothing; where DEPLOY_TEST is `required`, as on the CI machine after it has
// installed them, that is a failure.

const root = join(import.meta.dirname, '../..')
const read = (name: string) => readFileSync(join(root, 'deploy', name), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'micro-wish-deploy-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pathOf = (program: string): string | null => {
  const found = ['/usr/bin', '/usr/sbin', '/usr/local/bin']
    .map((at) => join(at, program))
    .find((path) => existsSync(path))
  const sentence = `${program} is not installed here, so its files in deploy/ were not tried.`
  if (!found && process.env.DEPLOY_TEST === 'required') throw new Error(sentence)
  if (!found) console.log(sentence)
  return found ?? null
}
const [caddy, nginx, openssl, systemd] = ['caddy', 'nginx', 'openssl', 'systemd-analyze'].map(pathOf)

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

type Proxy = { readonly port: number; readonly stop: () => void }
type Start = (upstream: number, port: number) => Promise<readonly [string, readonly string[], NodeJS.ProcessEnv]>

// The site's certificate is signed by an authority of our own, which is all that the clients here trust.
const [cert, key, authority] = [join(folder, 'cert.pem'), join(folder, 'key.pem'), join(folder, 'authority.pem')]

const startCaddy: Start = async (upstream, port) => {
  const env = {
    ...{ SITE: `https://localhost:${port}`, UPSTREAM: `127.0.0.1:${upstream}`, TLS: `tls ${cert} ${key}` },
    ...{ HTTP_PORT: String(await freePort()), XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, HOME: folder },
  }
  return [caddy ?? '', ['run', '--adapter', 'caddyfile', '--config', join(root, 'deploy/Caddyfile')], env]
}

const startNginx: Start = async (upstream, port) => {
  const swaps: readonly (readonly [string, string])[] = [
    ['listen 80;', `listen 127.0.0.1:${await freePort()};`],
    ['listen 443 ssl http2;', `listen 127.0.0.1:${port} ssl http2;`],
    ['/etc/ssl/micro-wish/cert.pem', cert],
    ['/etc/ssl/micro-wish/key.pem', key],
    ['127.0.0.1:3000', `127.0.0.1:${upstream}`],
  ]
  const site = swaps.reduce((text, [from, to]) => {
    expect(text).toContain(from)
    return text.replace(from, to)
  }, read('nginx-site.conf'))
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  )
  const file = join(folder, 'nginx.conf')
  const whole = `daemon off; user root; pid ${join(folder, 'nginx.pid')}; error_log stderr; events {}\nhttp { ${temporary.join(' ')}\n${site} }`
  writeFileSync(file, whole)
  return [nginx ?? '', ['-c', file, '-p', folder, '-e', 'stderr'], {}]
}

describe.each([
  ['Caddy', caddy, startCaddy],
  ['nginx', nginx, startNginx],
] as const)('behind %s', (_, program, start) => {
  const isLeftOut = !program || !openssl
  let proxy: Proxy
  let upstream: ReturnType<typeof serve>

  beforeAll(async () => {
    if (isLeftOut) return
    makeCertificate()
    const port = await freePort()
    const app = await testApp({ config: { publicUrl: `https://localhost:${port}` } })
    await app.givePassword('ben', 'a long enough password')
    const site = siteOf(app.services)
    const door = new Hono<Env>()
    // What the program takes for the client's address, which is said on no page.
    door.get('/address', (c) => {
      c.set('services', app.services)
      return c.text(clientAddress(c))
    })
    door.all('*', (c) => site.fetch(c.req.raw, c.env))
    upstream = serve({ fetch: door.fetch, hostname: '127.0.0.1', port: 0 })
    await new Promise((resolve) => upstream.once('listening', resolve))
    const [command, words, env] = await start((upstream.address() as AddressInfo).port, port)
    const child = spawn(command, words, {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr?.on('data', (chunk) => {
      said += chunk
    })
    proxy = { port, stop: () => child.kill() }
    await vi.waitFor(async () => {
      const status = await ask('/healthz').then(
        (answer) => answer.status,
        () => said,
      )
      if (status !== 200) throw new Error(`no answer yet: ${status}`)
    }, 20_000)
  })
  afterAll(() => {
    proxy?.stop()
    upstream?.close()
  })

  type Asked = {
    readonly method?: string
    readonly headers?: Record<string, string>
    readonly body?: string | Buffer
    readonly from?: string
  }
  const ask = (path: string, { method = 'GET', headers = {}, body, from = '127.0.0.1' }: Asked = {}) =>
    new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
      const options = { host: '127.0.0.1', port: proxy.port, path, method, servername: 'localhost', localAddress: from }
      const own = { host: `localhost:${proxy.port}`, ...headers }
      const asked = httpsRequest({ ...options, headers: own, ca: readFileSync(authority) }, (answer) => {
        let text = ''
        answer.on('data', (chunk) => {
          text += chunk
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
      })
      asked.on('error', reject)
      asked.end(body)
    })

  test.skipIf(isLeftOut)('pages come over TLS with HSTS, and links of the site keep its address', async () => {
    const page = await ask('/c/hongqi')

    expect(page.status).toBe(200)
    expect(page.headers['strict-transport-security']).toMatch(/^max-age=\d{8}/)
    expect(page.text).toContain(`content="https://localhost:${proxy.port}/c/hongqi"`)
  })

  test.skipIf(isLeftOut)('a form is taken from the site’s own page, and its cookie is Secure', async () => {
    const form = new URLSearchParams({ phone: phones.ben, password: 'a long enough password', to: '/mine' }).toString()
    const type = { 'content-type': 'application/x-www-form-urlencoded', origin: `https://localhost:${proxy.port}` }
    const answer = await ask('/login', { method: 'POST', headers: type, body: form })

    expect(answer.status).toBe(303)
    expect(String(answer.headers['set-cookie'])).toMatch(/session=[^;]+;.*Secure/)
    const foreign = await ask('/login', {
      method: 'POST',
      headers: { ...type, origin: 'https://elsewhere.example' },
      body: form,
    })
    expect(foreign.status).toBe(403)
  })

  test.skipIf(isLeftOut)(
    'tries are counted by the address that the proxy sees, whatever the client claims',
    async () => {
      const claims = { 'x-forwarded-for': '198.51.100.1' }

      expect((await ask('/address', { headers: claims, from: '127.0.0.2' })).text).toBe('127.0.0.2')
      expect((await ask('/address', { headers: claims, from: '127.0.0.3' })).text).toBe('127.0.0.3')
    },
  )

  test.skipIf(isLeftOut)('an upload of five megabytes reaches the program, and one of twenty is refused', async () => {
    const type = { 'content-type': 'application/x-www-form-urlencoded', origin: `https://localhost:${proxy.port}` }
    const post = (bytes: number) => ask('/import', { method: 'POST', headers: type, body: Buffer.alloc(bytes, 'a') })

    expect((await post(5_000_000)).headers['content-security-policy']).toBeDefined()
    const refused = await post(20_000_000).then(
      ({ status }) => status,
      (error: { code?: string }) => error.code ?? '',
    )
    // Whether the proxy or the program is first to refuse it, and whether the answer still arrives, differs each time.
    expect([413, 502, 'EPIPE', 'ECONNRESET']).toContain(refused)
  })

  test.skipIf(isLeftOut)('other requests are answered while many clients send slowly', async () => {
    const slow = Array.from({ length: 50 }, () => {
      const socket = connect({
        host: '127.0.0.1',
        port: proxy.port,
        servername: 'localhost',
        ca: readFileSync(authority),
      })
      socket.on('error', () => {})
      socket.write('POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n')
      return socket
    })
    expect((await ask('/healthz')).status).toBe(200)
    for (const socket of slow) socket.destroy()
  })
})

function makeCertificate(): void {
  if (existsSync(cert)) return
  const authorityKey = join(folder, 'authority-key.pem')
  const run = (...words: readonly string[]) => execFileSync(openssl ?? '', words, { stdio: 'ignore' })
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2']
  run(...request, '-subj', '/CN=an authority of our own', '-keyout', authorityKey, '-out', authority)
  const signed = ['-CA', authority, '-CAkey', authorityKey, '-subj', '/CN=localhost']
  run(
    ...request,
    ...signed,
    '-addext',
    'subjectAltName=DNS:localhost',
    '-addext',
    'basicConstraints=CA:FALSE',
    '-keyout',
    key,
    '-out',
    cert,
  )
}

test('no file of deploy/ writes a log of requests, because some addresses are secret', () => {
  expect(read('nginx-site.conf')).toMatch(/^\s*access_log off;$/m)
  expect(read('Caddyfile')).not.toMatch(/^\s*log\b/m)
})

test.skipIf(!systemd)('systemd finds nothing wrong with the units', () => {
  for (const name of readdirSync(join(root, 'deploy')).filter((name) => /\.(service|timer)$/.test(name))) {
    // Verified with programs that exist here; everything else is as it is shipped.
    const unit = read(name)
      .replaceAll('/opt/micro-wish', root)
      .replace('/usr/bin/npm start', process.execPath)
      .replace(/^EnvironmentFile=.*$/m, '')
    writeFileSync(join(folder, name), unit)
  }
  const units = readdirSync(folder).filter((name) => /\.(service|timer)$/.test(name))
  expect(units).toHaveLength(3)
  const run = spawnSync(systemd ?? '', ['verify', '--man=no', ...units.map((name) => join(folder, name))], {
    encoding: 'utf8',
  })
  const ours = `${run.stderr}`.split('\n').filter((line) => line.includes('micro-wish'))
  expect([run.status, ours]).toEqual([0, []])
})
