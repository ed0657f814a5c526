import { execFile, execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openActivation } from '#actions/people/activation-link.ts'
import { communityBySlug } from '#db/community/area-rows.ts'
import { accountByPhone } from '#db/people/volunteer-rows.ts'
import { openSqlite } from '#db/store/sqlite.ts'
import { noPhotos } from '#src/services.ts'
import { migrated } from '#test/support/migrated.ts'
import { zh } from '#text/zh.ts'

const root = join(import.meta.dirname, '../..')
const folders: string[] = []
afterAll(() => folders.forEach((folder) => void rmSync(folder, { recursive: true, force: true })))

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'micro-wish-'))
  folders.push(folder)
  return folder
}

type Ended = { readonly code: number; readonly out: string; readonly err: string }
const { PUBLIC_URL: _, SECRET: __, DEMO: ___, DATA_DIR: ____, ...quiet } = process.env

/** Runs a command in an environment that says nothing but what the test says. */
const run = (file: string, words: readonly string[], env: Record<string, string>): Promise<Ended> =>
  new Promise((resolve) => {
    const options = { cwd: root, env: { ...quiet, LANG: 'C', ...env } }
    execFile(file, [...words], options, (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }))
  })

/** One run of bin/setup for the file; each test that begins behind it takes a copy of what that run has made. */
let founding: Promise<Ended & { readonly folder: string }> | null = null
async function founded(): Promise<Ended & { readonly folder: string }> {
  const found = async () => {
    const folder = emptyFolder()
    return { ...(await setup({ DATA_DIR: folder })), folder }
  }
  founding ??= found()
  const made = await founding
  const folder = emptyFolder()
  cpSync(made.folder, folder, { recursive: true })
  return { ...made, folder }
}

const setup = (env: Record<string, string>, ...changes: string[]) => run('bin/setup', [...said, ...changes], env)
const said = [
  ...['--prefecture', 'Changji', '--county', 'Changji city', '--township', 'Ningbian', '--community', 'Hongqi'],
  ...['--slug', 'hongqi', '--phone', '0994-2345678', '--grids', '4', '--region', 'xinjiang', '--lang', 'en'],
  ...['--secretary', 'Wang Fang', '--mobile', '19900000004'],
]

test('an installation that was never set up does not start, and says what to do', async () => {
  const { code, err } = await run(process.execPath, ['bin/start.mjs'], { DATA_DIR: emptyFolder() })

  expect(code).toBe(1)
  expect(err).toContain('PUBLIC_URL')
  expect(err).toContain('SECRET')
  expect(err).toContain('bin/setup')
})

test('bin/setup makes a community, its secret and an activation code; the second time it makes nothing twice', async () => {
  const { folder: DATA_DIR, ...first } = await founded()
  const kept = readFileSync(join(DATA_DIR, 'secret'), 'utf8')
  const second = await setup({ DATA_DIR })

  expect(first).toMatchObject({ code: 0, err: '' })
  expect(first.out).toContain('Hongqi is set up with 4 grids.')
  expect(first.out).toMatch(/^ {4}[A-Z0-9]{4}-[A-Z0-9]{4}$/m)
  expect(first.out).toContain('/activate')
  expect(statSync(join(DATA_DIR, 'secret')).mode & 0o077).toBe(0)
  expect(second.code).toBe(0)
  expect(second.out).toContain('is there already')
  expect(readFileSync(join(DATA_DIR, 'secret'), 'utf8')).toBe(kept)
})

test('a forgotten password needs only the mobile number: a new code and a link', async () => {
  const { folder: DATA_DIR } = await founded()
  const one = await run('bin/setup', ['--new-code', '--mobile', '199 0000 0004', '--lang', 'en'], { DATA_DIR })
  const none = await run('bin/setup', ['--new-code', '--mobile', '13999990999', '--lang', 'en'], { DATA_DIR })

  expect(one.code).toBe(0)
  expect(one.out).toMatch(/[2-9A-Z]{4}-[2-9A-Z]{4}[\s\S]*\/a\/[A-Za-z0-9_-]{22}/)
  expect([none.code, none.err]).toEqual([1, expect.stringContaining('13999990999')])
})

test('a slug that another community has, or a number that is none, changes nothing', async () => {
  const { folder: DATA_DIR } = await founded()

  const [taken, wrong] = await Promise.all([
    setup({ DATA_DIR }, '--community', 'Lvzhou'),
    setup({ DATA_DIR }, '--slug', 'lvzhou', '--mobile', '123', '--grids', '0'),
  ])

  expect(taken).toMatchObject({ code: 1, out: '' })
  expect(taken.err).toContain('belongs to Hongqi')
  expect(wrong).toMatchObject({ code: 1, out: '' })
  expect(wrong.err).toContain('--mobile')
  expect(wrong.err).toContain('--grids')
})

test('for D1 the same is written as rows, which a migrated and empty database takes', async () => {
  const file = join(emptyFolder(), 'setup.sql')
  const SECRET = 'a secret that only this test knows, long enough'

  const [withoutSecret, { code }] = await Promise.all([
    setup({ DATA_DIR: emptyFolder() }, '--sql', join(emptyFolder(), 'setup.sql')),
    setup({ SECRET, DATA_DIR: emptyFolder() }, '--sql', file, '--township', "Ning'bian"),
  ])

  expect(withoutSecret.code).toBe(1)
  expect(code).toBe(0)
  const store = migrated()
  store.raw.exec(readFileSync(file, 'utf8'))
  expect(await communityBySlug(store.db, 'hongqi')).toMatchObject({ name: 'Hongqi', region: 'xinjiang' })
  expect(await accountByPhone(store.db, '19900000004')).toMatchObject({ name: 'Wang Fang', passwordHash: null })
  store.close()
})

test('for D1 a forgotten password needs only the mobile number, too: rows for a link, where someone has the number', async () => {
  const { folder } = await founded()
  const [file, other] = [join(emptyFolder(), 'link.sql'), join(emptyFolder(), 'other.sql')]
  const PUBLIC_URL = 'https://wish.example.cn'
  const asked = (mobile: string, to: string) => ['--new-code', '--mobile', mobile, '--sql', to, '--lang', 'en']
  const written = await run('bin/setup', asked('199 0000 0004', file), { PUBLIC_URL, DATA_DIR: emptyFolder() })
  await run('bin/setup', asked('13999990999', other), { PUBLIC_URL, DATA_DIR: emptyFolder() })
  const [, token = ''] = /https:\/\/wish\.example\.cn\/a\/([A-Za-z0-9_-]{22})$/m.exec(written.out) ?? []

  const store = openSqlite(join(folder, 'micro-wish.db'))
  const now = () => new Date()
  const config = { publicUrl: PUBLIC_URL, secret: '-'.repeat(32), logSeed: '-'.repeat(32), isDemo: false }
  const services = { store, config, photos: noPhotos, now }
  const issued = () => store.raw.prepare("select count(*) from events where action = 'code-issued'").pluck().get()
  const before = issued()
  for (const sql of [other, file]) store.raw.exec(readFileSync(sql, 'utf8'))
  expect(issued()).toBe(Number(before) + 1)
  const opened = await openActivation(services, token, '127.0.0.1')
  expect(opened).toMatchObject({ ok: true, person: { name: 'Wang Fang' } })
  store.close()
})

test('a second community belongs to the same county, and one installation serves both', async () => {
  const { folder: DATA_DIR } = await founded()
  await setup({ DATA_DIR }, '--community', 'Lvzhou', '--slug', 'lvzhou')

  const site = await started({ DATA_DIR, PUBLIC_URL: 'http://127.0.0.1', PORT: '0' })
  try {
    const [health, style, chooser] = await Promise.all(
      ['/healthz', '/app.css', '/'].map((path) => fetch(site.address + path)),
    )
    expect(health?.status).toBe(200)
    expect(style?.headers.get('content-type')).toContain('text/css')
    expect(await chooser?.text()).toMatch(/Hongqi[\s\S]*Lvzhou|Lvzhou[\s\S]*Hongqi/)
  } finally {
    expect(await site.stop()).toBe(0)
  }
  const ticked = await run('bin/tick', [], { DATA_DIR, PUBLIC_URL: 'http://127.0.0.1', LANG: 'en_GB.UTF-8' })
  expect(ticked).toMatchObject({ code: 0, out: 'Due tasks were processed: nothing was due.\n' })
})

test.skipIf(process.platform !== 'linux')(
  'a server whose disk takes no more says so on the page, to the monitor and once in its log, and saves again when it can',
  async () => {
    const { folder: DATA_DIR } = await founded()
    // No file may grow beyond 64 KB: the journal soon does.
    const command = 'ulimit -Sf 128; exec "$0" bin/start.mjs'
    const env = { ...quiet, DATA_DIR, PUBLIC_URL: 'http://127.0.0.1', PORT: '0', LANG: 'C' }
    const server = spawn('sh', ['-c', command, process.execPath], { cwd: root, env })
    const ended = new Promise((resolve) => server.once('exit', resolve))
    let log = ''
    server.stderr.on('data', (chunk) => {
      log += chunk
    })
    const address = await new Promise<string>((resolve, reject) => {
      server.once('exit', () => reject(new Error(log)))
      server.stdout.on('data', (chunk) => resolve(/http:\/\/[\d.:]+/.exec(String(chunk))?.[0] ?? ''))
    })
    let tried = 0
    const signIn = () =>
      fetch(`${address}/login`, {
        method: 'POST',
        headers: { origin: env.PUBLIC_URL, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ phone: `1990000${1000 + tried++}`, password: 'not the right one' }),
      })
    try {
      let answer = await signIn()
      while (answer.status === 422 && tried < 40) answer = await signIn()
      expect(answer.status).toBe(503)
      expect(await answer.text()).toContain(zh.errors.storage.disk.title)
      expect((await signIn()).status).toBe(503)
      const health = await fetch(`${address}/healthz`)
      expect([health.status, await health.json()]).toMatchObject([503, { storage: { fault: 'disk' } }])
      expect((await fetch(`${address}/c/hongqi`)).status).toBe(200)
      expect(log.split('\n').filter((line) => line.startsWith('storage: '))).toEqual([
        'storage: the disk cannot be read or written. Look at the log of the system',
      ])
      expect(log).not.toMatch(/19900001|SqliteError|\.js:\d/)

      const once = ['-c', 'ulimit -Sf 128; exec "$0" dist/commands/tick.js', process.execPath]
      const ticked = await run('sh', once, { DATA_DIR, PUBLIC_URL: env.PUBLIC_URL })
      expect([ticked.code, ticked.err]).toEqual([1, expect.stringMatching(/^storage: the disk [^\n]*\n$/)])

      execFileSync('prlimit', ['--pid', String(server.pid), '--fsize=unlimited'])
      expect((await signIn()).status).toBe(422)
    } finally {
      server.kill('SIGTERM')
      await ended
    }
  },
)

/** Starts production as `npm start` does, and waits for its address. */
async function started(env: Record<string, string>) {
  const server = spawn(process.execPath, ['bin/start.mjs'], { cwd: root, env: { ...quiet, ...env } })
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    let out = ''
    server.stdout.on('data', (chunk) => {
      out += chunk
      const found = /http:\/\/[\d.:]+/.exec(out)
      if (found) resolve(found[0])
    })
    server.stderr.on('data', (chunk) => reject(new Error(String(chunk))))
  })
  const stop = () => {
    server.kill('SIGTERM')
    return ended
  }
  return { address, stop }
}
