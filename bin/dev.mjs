// Serves the demo community, and rebuilds and restarts when a file changes.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { buildWhatIsMissing, root } from './build.mjs'

const [entry = 'dist/commands/demo.js'] = process.argv.slice(2)
let server
let isBuilding = false
let isStale = false

async function restart() {
  if (isBuilding) {
    isStale = true
    return
  }
  isBuilding = true
  try {
    do {
      isStale = false
      await buildWhatIsMissing()
    } while (isStale)
    await stop()
    server = spawn(process.execPath, ['--enable-source-maps', entry], { cwd: root, stdio: 'inherit' })
  } catch (error) {
    // esbuild has said what is wrong; the next change tries again.
    if (!error.errors) console.error(error)
  }
  isBuilding = false
}

async function stop() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  const timer = setTimeout(() => server.kill('SIGKILL'), 2000)
  await ended
  clearTimeout(timer)
}

let timer
for (const folder of ['src', 'views', 'styles', 'migrations'])
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(restart, 50)
  })
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, async () => {
    await stop()
    process.exit(0)
  })
await restart()
