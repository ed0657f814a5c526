import { type ChildProcess, fork, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { root } from '../root.ts'
import { serveApp } from '../serve.ts'
import { lookedAt } from './fill.ts'
import { config } from './place.ts'

// Whatever is measured over sockets runs in a process of its own; this file is both ends of that.

export type Child = { readonly port: number; rss(): Promise<number>; stop(): Promise<void> }

/** The program as `npm start` serves it, but for the time, which stands where the wishes are. */
export const serveFolder = (folder: string): Promise<Child> => child(['--serve', folder])
/** The same framework and nothing else: one answer, read from a file. */
export const serveBare = (file: string): Promise<Child> => child(['--bare', file])

async function child(words: readonly string[]): Promise<Child> {
  const process_ = fork(process.argv[1] as string, [...words], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const port = (await said(process_)) as number
  return {
    port,
    async rss() {
      process_.send('rss')
      return (await said(process_)) as number
    },
    stop: () =>
      new Promise((resolve) => {
        process_.once('exit', () => resolve())
        process_.kill('SIGKILL')
      }),
  }
}

const said = (from: ChildProcess) =>
  new Promise((resolve, reject) => {
    from.once('message', resolve).once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })

/** What the forked process does. */
export async function beChild(kind: string, path: string): Promise<void> {
  const port = kind === '--bare' ? await bare(path) : await whole(path)
  // Whoever measures may be stopped in the middle: nobody is left behind.
  process.on('disconnect', () => process.exit(0))
  process.on('message', () => process.send?.(process.memoryUsage().rss))
  process.send?.(port)
}

async function whole(dataDir: string): Promise<number> {
  const machine = { ok: true, config, host: '127.0.0.1', port: 0, dataDir } as const
  const { address } = await serveApp(machine, { now: () => lookedAt })
  return Number(new URL(address).port)
}

async function bare(file: string): Promise<number> {
  const { headers, body } = JSON.parse(readFileSync(file, 'utf8')) as { headers: Record<string, string>; body: string }
  const app = new Hono()
  app.get('*', (c) => c.body(body, 200, headers))
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise<void>((resolve) => server.once('listening', resolve))
  const bound = server.address()
  return typeof bound === 'object' && bound ? bound.port : 0
}

/** Milliseconds from the start of what `npm start` runs until it listens. */
export async function startUp(dataDir: string): Promise<number> {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', PUBLIC_URL: config.publicUrl, SECRET: config.secret }
  const began = performance.now()
  const started = spawn(process.execPath, ['bin/start.mjs'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const took = await new Promise<number>((resolve, reject) => {
    started.stdout.on('data', (text) => String(text).includes('listens') && resolve(performance.now() - began))
    started.once('exit', (code) => reject(new Error(`npm start ended with ${code}`)))
  })
  started.kill('SIGKILL')
  return took
}

export const bareFile = (folder: string): string => join(folder, 'bare.json')
