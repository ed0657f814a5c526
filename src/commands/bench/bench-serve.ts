import { type ChildProcess, fork, spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '#src/commands/running/root.ts'
import { config } from './bench-config.ts'

// What is measured over sockets runs in a process of its own: bench-child.ts.

type Child = { readonly port: number; rss(): Promise<number>; stop(): Promise<void> }

/** The program as `npm start` serves it, except for the time, which is fixed at the time of the wishes. */
export const serveFolder = (folder: string): Promise<Child> => child(['--serve', folder])
/** The same framework alone: one response, read from a file. */
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
