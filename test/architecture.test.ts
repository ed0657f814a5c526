import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '..')

type Import = { readonly from: string; readonly isType: boolean }
/** `code` is the text without its comments; imports are paths from the root, or package names as written. */
type File = { readonly path: string; readonly text: string; readonly code: string; readonly imports: readonly Import[] }

const filesIn = (folder: string): readonly File[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .sort()
    .map((path) => read(path, readFileSync(join(root, path), 'utf8')))

const files: readonly File[] = ['src', 'views'].flatMap(filesIn)

/** The layers whose values each layer may use, and `types` of which it may only know the shape. */
const layers: Record<string, { readonly values: readonly string[]; readonly types?: readonly string[] }> = {
  'src/domain': { values: [] },
  'src/text': { values: ['src/domain'] },
  views: { values: ['src/text', 'src/domain'], types: ['src/db'] },
  'src/files': { values: ['src/domain'] },
  'src/db': { values: ['src/domain'] },
  'src/auth': { values: ['src/db', 'src/domain', 'src/services.ts', 'src/config.ts'] },
  'src/actions': {
    values: ['src/domain', 'src/db', 'src/auth', 'src/files', 'src/services.ts', 'src/config.ts'],
  },
  // A message that the clock sends to a group is made of words as a page is.
  'src/jobs': {
    values: ['src/actions', 'src/db', 'src/domain', 'src/text', 'views', 'src/services.ts', 'src/config.ts'],
  },
  'src/http': {
    values: ['views', 'src/text', 'src/db', 'src/auth', 'src/domain', 'src/services.ts', 'src/config.ts'],
  },
  'src/routes': {
    values: [
      ...['src/http', 'src/actions', 'src/db', 'src/auth', 'src/domain', 'src/files', 'src/text', 'views'],
      ...['src/services.ts', 'src/config.ts'],
    ],
  },
  // The sample community is told through the same actions as the pages; only the demo command and the tests use it.
  'src/demo': {
    values: [
      ...[
        'src/actions',
        'src/jobs',
        'src/db',
        'src/auth',
        'src/domain',
        'src/services.ts',
        'src/config.ts',
        'src/text',
      ],
    ],
  },
  'src/config.ts': { values: [] },
  'src/services.ts': { values: ['src/config.ts'], types: ['src/db', 'src/domain'] },
  'src/app.tsx': {
    values: ['src/routes', 'src/http', 'src/auth', 'src/text', 'views', 'src/services.ts', 'src/config.ts'],
  },
}

/** README.md names them as well. Nothing that a person decides is written here, and no state of a wish. */
const otherWriters: Readonly<Record<string, string>> = {
  'src/auth/sessions.ts':
    'a session is the log-in itself: lucia writes through its adapter, and each use slides its end',
  'src/db/store/watch-storage.ts': 'it passes commits on, and remembers whether the last ones could be written',
  'src/db/people/attempts.ts':
    'a try is counted before it is judged, in a commit of its own that a refusal must not undo',
  'src/jobs/ask-renewals.ts': 'the clock asks: an event of the register, a mark and notices in one commit',
  'src/jobs/finish-lists.ts': 'the clock ends a list that nobody may go on with; its rows are taken by the action',
  'src/jobs/erase-due.ts': 'the clock erases what has outlived its purpose',
  'src/jobs/sound-names.ts': 'the clock fills in how a name sounds; nothing that anybody typed changes',
  'src/jobs/run-clock.ts': 'the clock forgets what has run out, and writes down that it ran',
}

const isIn = (path: string, layer: string) => path === layer || path.startsWith(`${layer}/`)
const within = (...places: readonly string[]) => files.filter(({ path }) => places.some((place) => isIn(path, place)))
const outside = (...places: readonly string[]) => files.filter(({ path }) => !places.some((place) => isIn(path, place)))
const entries = ['src/node.ts', 'src/worker.ts', 'src/commands']

describe('the reader of this test', () => {
  test('sees an import in each of its forms, and none in a comment', () => {
    const source = [
      "import { a,\n  type B } from '#db/store/store.ts'",
      "import type { C } from './c.ts'",
      "export * from '../text/zh.ts'",
      "import 'lucia'",
      "const late = await import('node:fs')",
      "// import { no } from 'no'",
      "/* import 'no' */",
    ]

    expect(read('src/domain/invented.ts', source.join('\n')).imports).toEqual([
      { from: 'src/db/store/store.ts', isType: false },
      { from: 'src/domain/c.ts', isType: true },
      { from: 'src/text/zh.ts', isType: false },
      { from: 'lucia', isType: false },
      { from: 'node:fs', isType: false },
    ])
  })

  test('drops comments and keeps what looks like one inside a string', () => {
    expect(withoutComments("const a = 'http://x' // 心愿\n/** 心愿 */ const b = `//`")).toMatch(
      /^const a = 'http:\/\/x' \n+ const b = `\/\/`$/,
    )
  })

  test('finds the whole program', () => {
    expect(Object.keys(layers).filter((layer) => within(layer).length === 0)).toEqual([])
  })

  test('knows a layer for each file that is not an entry', () => {
    expect(paths(outside(...Object.keys(layers), ...entries))).toEqual([])
  })
})

describe('layers', () => {
  test.each(Object.entries(layers))('%s imports only the layers below it', (layer, { values, types = [] }) => {
    const offenders = within(layer).flatMap(({ path, imports }) =>
      imports
        .filter(({ from }) => /^(src|views)\//.test(from))
        .filter(({ from, isType }) => ![layer, ...values, ...(isType ? types : [])].some((place) => isIn(from, place)))
        .map(({ from }) => `${path} → ${from}`),
    )

    expect(offenders).toEqual([])
  })

  test('the domain uses no package but zod', () => {
    expect(usesOf(/^(?!src\/|zod$)/, within('src/domain'))).toEqual([])
  })

  test('views use no package but hono', () => {
    expect(usesOf(/^(?!src\/|views\/|hono(\/|$))/, within('views'))).toEqual([])
  })

  test('routes, pages and views write nothing: that is for actions', () => {
    const writes = /\.commit\(|\bdb\s*\.\s*(insert|update|delete)\(/

    expect(linesWith(writes, within('src/routes', 'src/http', 'views'))).toEqual([])
    expect(linesWith(/import [^']*\bcommit\b[^']*'#db\/store\.ts/, within('src/routes'))).toEqual([])
  })

  test('apart from the actions only these few files write, each for its own reason', () => {
    const writes = /\bcommit\(\[|\.commit\(|\bdb\s*\.\s*(?:insert|update|delete)\(/
    const others = outside('src/actions', 'src/demo', 'src/commands').filter(({ code }) => writes.test(code))

    expect(paths(others)).toEqual(Object.keys(otherWriters).sort())
  })

  test('only entries and the SQLite driver’s file use what Node alone has', () => {
    expect(usesOf(/^node:(?!crypto$)/, outside(...entries, 'src/db/store/sqlite.ts'))).toEqual([])
    expect(usesOf(/^node:crypto$/, outside(...entries, 'src/auth', 'src/actions'))).toEqual([])
  })

  test('one file knows lucia', () => {
    expect(usesOf(/^lucia(\/|$)/, outside('src/auth/sessions.ts'))).toEqual([])
  })

  test('two files use the database drivers; the files next to them may know a driver’s types', () => {
    const drivers = /^(better-sqlite3|drizzle-orm\/(better-sqlite3|d1))(\/|$)/

    const others = outside('src/db/store/sqlite.ts', 'src/db/store/d1.ts')
    const byValue = others.map((file) => ({ ...file, imports: file.imports.filter(({ isType }) => !isType) }))

    expect(usesOf(drivers, byValue)).toEqual([])
    expect(usesOf(drivers, outside('src/db/store'))).toEqual([])
  })
})

describe('imports', () => {
  test('the search finds a cycle of several files, one of two and a file that imports itself', () => {
    const graph = { a: ['b'], b: ['c'], c: ['a', 'd'], d: ['e'], e: ['d'], f: ['f', 'a'] }

    expect(cyclesIn(graph)).toEqual([['a', 'b', 'c'], ['d', 'e'], ['f']])
  })

  test('run in one direction: no file leads back to itself, by a type either', () => {
    const graph = Object.fromEntries(files.map(({ path, imports }) => [path, imports.map(({ from }) => from)]))

    expect(cyclesIn(graph)).toEqual([])
  })
})

describe('exports', () => {
  const tests = filesIn('test')

  test('the reader finds what a file offers and what it takes', () => {
    const source = [
      "import { type A, b as c } from './d.ts'",
      "import type * as all from './e.ts'",
      "export { f } from './g.ts'",
      'export const h = 1',
      'export async function i() {}',
      'export type J = { readonly h: 1 }',
      '// export const k = 1',
    ]
    const file = read('src/domain/invented.ts', source.join('\n'))

    expect(exportsOf(file)).toEqual(['h', 'i', 'J'])
    expect(namesTakenBy(file)).toEqual([
      'src/domain/d.ts A',
      'src/domain/d.ts b',
      'src/domain/e.ts *',
      'src/domain/g.ts f',
    ])
  })

  /** What a reader of the public log computes without this program; the tests play that reader. */
  const readers = [
    'src/actions/log/log-reads.ts consistencyProof',
    'src/domain/log/event-seal.ts entryOfOpening',
    'src/domain/log/proof-file.ts readProof',
    'src/domain/log/signed-note.ts timeOfSignature',
  ]

  test('are imported by another file', () => {
    expect(unusedExports(files, new Set([...files, ...tests].flatMap(namesTakenBy)))).toEqual([])
  })

  test('that only tests import are used by the program as well, in the file that exports them', () => {
    const unimported = unusedExports(files, new Set(files.flatMap(namesTakenBy)))
    const isUsed = (one: string) => {
      const [path, name] = one.split(' ')
      const code = files.find((file) => file.path === path)?.code ?? ''
      return (code.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length > 1
    }

    expect(unimported.filter((one) => !isUsed(one))).toEqual(readers)
  })
})

describe('the code', () => {
  test('has no two files of one name, except the languages of the text', () => {
    const nameOf = (path: string) => posix.basename(path).replace(/\.tsx?$/, '')
    const inRooms = files.map(({ path }) => path).filter((path) => !/^src\/text\/(?!zh)\w+\//.test(path))
    const names = inRooms.map(nameOf)

    expect(inRooms.filter((path) => names.indexOf(nameOf(path)) !== names.lastIndexOf(nameOf(path)))).toEqual([])
  })

  test('asks the clock in entries only; everybody else is passed `now`', () => {
    expect(linesWith(/\bnew Date\(\s*\)|\bnew Date\b(?!\s*[(<])|\bDate\.now\b/, outside(...entries))).toEqual([])
  })

  test('has no Chinese words outside the text, the domain’s tables and comments', () => {
    const wordless = ['views', 'src/routes', 'src/http', 'src/actions', 'src/db', 'src/jobs', 'src/auth']

    expect(linesWith(/\p{Script=Han}/u, within(...wordless))).toEqual([])
  })

  test('has no Chinese punctuation in what makes pages: each language joins and ends sentences in its own way', () => {
    // A full-width plus or digit is read from people, never written; a list is joined by `list` of the text.
    expect(linesWith(/[，。；：、「」（）？！\u3000]/u, within('views', 'src/routes', 'src/http'))).toEqual([])
  })

  test('spreads no literal to pack a line', () => {
    expect(linesWith(/^\s*\.\.\.[{[](?!\.\.\.)(?=[^\n]*[}\]],?$)|\{\.\.\.\{/m, files)).toEqual([])
  })

  test('has no inline style, script or handler, which the content policy would refuse', () => {
    const pages = files.filter(({ path }) => path.endsWith('.tsx'))

    expect(linesWith(/\sstyle=|<style\b/, pages)).toEqual([])
    expect(linesWith(/\s(on[a-z]+|hx-on[:\w-]*)=["'{]/i, pages)).toEqual([])
    expect(linesWith(/<script\b(?![^>]*\ssrc=)|<script\b[^>]*[^/]>(?!<\/script>)/, pages)).toEqual([])
  })
})

function read(path: string, text: string): File {
  const code = withoutComments(text)
  const found = code.matchAll(
    /\b(?:import|export)\s+(type\s+)?(?:[^'"`;()=]*?\bfrom\s+)?'([^'\n]+)'|\bimport\(\s*'([^'\n]+)'/g,
  )
  const imports = [...found].map(([, type, from, late]) => ({ from: fileOf(path, from ?? late!), isType: !!type }))
  return { path, text, code, imports }
}

/** A path from the root for a file of the program; a package's name stays as it is. */
function fileOf(importer: string, from: string): string {
  if (from.startsWith('.')) return posix.join(posix.dirname(importer), from)
  for (const [pattern, target] of Object.entries(manifest.imports)) {
    const start = pattern.replace('*', '')
    if (from.startsWith(start)) return posix.join(target.replace('*', from.slice(start.length)))
  }
  return from
}

/** Strings are matched first, so that the slashes of an address are no comment. Line numbers stay. */
function withoutComments(text: string): string {
  const parts = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g
  return text.replace(parts, (part) => (/^\/[/*]/.test(part) ? part.replace(/[^\n]/g, '') : part))
}

/** The names that a file declares and exports. */
const exportsOf = ({ code }: File): readonly string[] =>
  [...code.matchAll(/^export\s+(?:async\s+)?(?:function\*?|const|let|type|interface|class)\s+(\w+)/gm)].map(
    ([, name = '']) => name,
  )

/** `file name` for each name that a file imports or hands on; `file *` where it takes all of them. */
function namesTakenBy({ path, code }: File): readonly string[] {
  const found = code.matchAll(/\b(?:import|export)\s+(?:type\s+)?([^'"`;()=]*?)\bfrom\s+'([^'\n]+)'/g)
  const late = [...code.matchAll(/\bimport\(\s*'([^'\n]+)'/g)].map(([, from = '']) => `${fileOf(path, from)} *`)
  const named = [...found].flatMap(([, what = '', from = '']) => {
    const names = /\{([\s\S]*)\}/.exec(what)?.[1]?.split(',') ?? ['*']
    return names
      .map((name) => name.trim().replace(/^type\s+/, ''))
      .filter((name) => name !== '')
      .map((name) => `${fileOf(path, from)} ${name.split(/\s+as\s+/)[0]}`)
  })
  return [...named, ...late]
}

/** `file name` for each export that is not among the names taken. */
const unusedExports = (some: readonly File[], taken: ReadonlySet<string>): readonly string[] =>
  some
    .filter(({ path }) => !taken.has(`${path} *`))
    .flatMap((file) => exportsOf(file).map((name) => `${file.path} ${name}`))
    .filter((one) => !taken.has(one))

type Graph = Readonly<Record<string, readonly string[]>>

/** Groups of files that lead back to one another, each sorted by name: the strongly connected components of Tarjan (1972). */
function cyclesIn(graph: Graph): readonly (readonly string[])[] {
  const visited = new Map<string, number>()
  const earliest = new Map<string, number>()
  const open: string[] = []
  const found: string[][] = []
  const visit = (name: string): number => {
    const order = visited.size
    visited.set(name, order)
    earliest.set(name, order)
    open.push(name)
    for (const next of graph[name] ?? []) {
      if (!(next in graph)) continue
      if (!visited.has(next)) earliest.set(name, Math.min(earliest.get(name)!, visit(next)))
      else if (open.includes(next)) earliest.set(name, Math.min(earliest.get(name)!, visited.get(next)!))
    }
    if (earliest.get(name) === order) {
      const group = open.splice(open.indexOf(name))
      if (group.length > 1 || graph[name]?.includes(name)) found.push(group.sort())
    }
    return earliest.get(name)!
  }
  for (const name of Object.keys(graph)) if (!visited.has(name)) visit(name)
  return found.sort(([one = ''], [other = '']) => (one < other ? -1 : 1))
}

const paths = (some: readonly File[]) => some.map(({ path }) => path)

const usesOf = (what: RegExp, some: readonly File[]) =>
  some.flatMap(({ path, imports }) =>
    imports.filter(({ from }) => what.test(from)).map(({ from }) => `${path} → ${from}`),
  )

/** `path:line code` for every match, also of one that spans lines. */
const linesWith = (what: RegExp, some: readonly File[]) =>
  some.flatMap(({ path, code }) =>
    [...code.matchAll(new RegExp(what, `g${what.flags}`))].map(({ index }) => {
      const line = code.slice(0, index + 1).split('\n').length
      return `${path}:${line} ${code.split('\n')[line - 1]?.trim()}`
    }),
  )
