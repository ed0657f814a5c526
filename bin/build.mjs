// Bundles the entries for Node and brings htmx to public/. Does nothing where dist/ is newer than what it is made of.
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const stamp = join(root, 'dist/built')
const commands = ['setup', 'tick', 'import', 'demo']

export async function buildWhatIsMissing() {
  copyHtmx()
  if (existsSync(stamp) && statSync(stamp).mtimeMs > newestOf(['src', 'views', 'package.json', 'bin/build.mjs'])) return
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  const entries = ['src/node.ts', ...commands.map((name) => `src/commands/${name}.ts`)]
  const startedAt = new Date()
  await build({
    absWorkingDir: root,
    entryPoints: entries.filter((entry) => existsSync(join(root, entry))),
    outdir: 'dist',
    outbase: 'src',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    packages: 'external',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'warning',
  })
  writeFileSync(stamp, `${startedAt.toISOString()}\n`)
}

/** Our own copy: no page loads anything from elsewhere. */
function copyHtmx() {
  const from = join(root, 'node_modules/htmx.org/dist/htmx.min.js')
  const to = join(root, 'public/htmx.min.js')
  if (!existsSync(to) || !readFileSync(from).equals(readFileSync(to))) copyFileSync(from, to)
}

/** When the newest file or folder below these paths was changed; a folder changes when a file in it is removed. */
function newestOf(paths) {
  const times = paths.flatMap((path) => {
    const stat = statSync(join(root, path))
    const inside = stat.isDirectory() ? readdirSync(join(root, path)).map((name) => join(path, name)) : []
    return [stat.mtimeMs, newestOf(inside)]
  })
  return Math.max(0, ...times)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWhatIsMissing()
