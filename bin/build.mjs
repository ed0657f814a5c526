// Bundles the entries for Node and the style sheet, and copies htmx to public/. Does nothing if what it makes is newer than
// what it is made of.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const stamp = join(root, 'dist/built')
const styleSheet = join(root, 'public/app.css')
const sources = ['src', 'views', 'styles', 'package.json', 'bin/build.mjs']
const commands = [
  'recount',
  'setup',
  'tick',
  'import',
  'backup',
  'backup-thread',
  'restore',
  'verify',
  'witness',
  'demo',
  'docs',
  'bench',
  'simulate',
]

export async function buildWhatIsMissing() {
  refuseOldNode()
  copyHtmx()
  if (existsSync(styleSheet) && existsSync(stamp) && statSync(stamp).mtimeMs > newestOf(sources)) return
  // Only when there is something to do: a start that finds everything built does not load a bundler.
  const { build } = await import('esbuild')
  const startedAt = new Date()
  const entries = ['src/node.ts', ...commands.map((name) => `src/commands/${name}.ts`)]
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: entries.filter((entry) => existsSync(join(root, entry))),
    outdir: 'dist',
    outbase: 'src',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    // What is inside one file is not looked for in hundreds: it starts several times faster in half the memory. The driver
    // stays outside, because it looks for its compiled part in its own folder.
    external: ['better-sqlite3'],
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'\nconst require = requireOf(import.meta.url)",
    },
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'warning',
    write: false,
  })
  for (const { path, contents } of outputFiles) put(path, contents)
  await bundleStyles(build)
  put(stamp, '')
  // What is saved while this runs is newer than the stamp.
  utimesSync(stamp, startedAt, startedAt)
  removeAllBut([...outputFiles.map(({ path }) => path), stamp])
}

/** One file for browsers. The oldest ones it is written for are named in docs/accessibility.md. */
async function bundleStyles(build) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['styles/app.css'],
    outfile: 'public/app.css',
    bundle: true,
    minify: true,
    target: ['chrome105', 'safari16', 'firefox121'],
    logLevel: 'warning',
    write: false,
  })
  for (const { contents } of outputFiles) put(styleSheet, contents)
}

/** Whole or not at all, so that no one who builds or starts at the same moment reads half a file. */
function put(path, contents) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.${process.pid}`, contents)
  renameSync(`${path}.${process.pid}`, path)
}

function removeAllBut(kept) {
  for (const entry of readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const isOlder = entry.isFile() && !kept.includes(path) && !/\.\d+$/.test(path)
    if (isOlder) rmSync(path, { force: true })
  }
}

/** Our own copy: no page loads anything from elsewhere. */
function copyHtmx() {
  const pinned = readFileSync(join(root, 'node_modules/htmx.org/dist/htmx.min.js'))
  const own = join(root, 'public/htmx.min.js')
  if (!existsSync(own) || !pinned.equals(readFileSync(own))) put(own, pinned)
}

function refuseOldNode() {
  if (Number.parseInt(process.versions.node, 10) >= 22) return
  console.error(`Node ${process.versions.node} is too old for the database driver: Node 22 or newer is needed.`)
  console.error('On Linux and Windows `npm ci` brings Node 24, and every npm script runs on it: start with npm.')
  process.exit(1)
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
