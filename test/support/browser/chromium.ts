import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export type Chromium = { readonly program: string; readonly env: NodeJS.ProcessEnv }

const howToGetOne = [
  'No Chromium was found for the browser tests. On Linux x64 `npm ci` brings one. Elsewhere:',
  '  install Google Chrome, Chromium or Microsoft Edge (on Debian: apt-get install chromium)',
  '  or say where one is: CHROME_PATH=/path/to/chrome npm test',
  'To leave the browser tests out on this machine: MICRO_WISH_NO_BROWSER=1. With CI=true that is not possible.',
].join('\n')

/** Whether the person at this machine has said that the browser tests are to be left out. CI may not. */
export const isBrowserLeftOut = process.env.MICRO_WISH_NO_BROWSER === '1' && process.env.CI !== 'true'
if (isBrowserLeftOut) console.warn(`MICRO_WISH_NO_BROWSER=1: the browser tests are left out.\n${howToGetOne}`)

const root = join(import.meta.dirname, '../../..')
const cache = join(root, 'node_modules/.cache/browser')
const fontsFile = join(cache, 'fonts.conf')
const packageFolder = join(root, 'node_modules/@sparticuz/chromium')
const fontFolder = join(root, 'node_modules/@expo-google-fonts/noto-sans-sc')
const isLinux = process.platform === 'linux'
// A tree that was installed before these packages came still tests with the browser and the fonts of its machine.
const isPacked = isLinux && process.arch === 'x64' && existsSync(packageFolder)
const hasFont = isLinux && existsSync(fontFolder)

/**
 * The browser to start: the one CHROME_PATH names, else the one of the package, so that every machine tests with the same
 * version; where the package has none, an installed one. The fonts come from a package on all of Linux.
 */
export function findChromium(): Chromium {
  const { CHROME_PATH } = process.env
  const env = { ...process.env, ...(hasFont ? { FONTCONFIG_FILE: fontsFile } : {}) }
  if (CHROME_PATH) {
    if (isProgram(CHROME_PATH)) return { program: CHROME_PATH, env }
    throw new Error(`CHROME_PATH is ${CHROME_PATH}, which is no program.\n${howToGetOne}`)
  }
  if (isPacked) {
    const libraries = [join(unpacked(), 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter)
    return { program: join(unpacked(), 'chromium'), env: { ...env, LD_LIBRARY_PATH: libraries } }
  }
  const program = installed().find(isProgram)
  if (!program) throw new Error(howToGetOne)
  return { program, env }
}

function installed(): readonly string[] {
  const { PATH = '', PROGRAMFILES = '', LOCALAPPDATA = '' } = process.env
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
  const folders = [...PATH.split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome']
  const onMac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
  )
  const onWindows = [PROGRAMFILES, `${PROGRAMFILES} (x86)`, LOCALAPPDATA].flatMap((folder) =>
    ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((path) => join(folder, path)),
  )
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...onMac, ...onWindows]
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Once before all tests: unpacks the browser of the package where it is not yet, and says where the fonts are. */
export function prepareChromium(): void {
  if (isBrowserLeftOut) return
  if (hasFont) writeFontsFile()
  if (isPacked && !process.env.CHROME_PATH && !existsSync(unpacked())) unpack()
}

function unpacked(): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  return join(cache, `chromium-${version}`)
}

/**
 * The package unpacks into the folder for temporary files, and its libraries only where it takes the machine for a cloud
 * function. Here it gets a folder of its own, which takes its final name when it is complete: two runs at the same moment
 * never start half a browser.
 */
function unpack(): void {
  const unfinished = `${unpacked()}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  try {
    execFileSync(
      process.execPath,
      ['--input-type=module', '--eval', "await (await import('@sparticuz/chromium')).default.executablePath()"],
      { cwd: root, env: { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' } },
    )
    renameSync(unfinished, unpacked())
  } catch (error) {
    if (existsSync(unpacked())) return
    throw new Error(`The browser for the tests could not be unpacked; it needs 250 MB in ${cache}.`, { cause: error })
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** One font for every machine: what a page's lines measure then depends neither on what is installed nor on its version. */
function writeFontsFile(): void {
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...['400Regular', '600SemiBold', '700Bold'].map((weight) => `  <dir>${escaped(join(fontFolder, weight))}</dir>`),
    `  <cachedir>${escaped(join(cache, 'fonts'))}</cachedir>`,
    '</fontconfig>',
    '',
  ]
  mkdirSync(cache, { recursive: true })
  writeFileSync(`${fontsFile}.${process.pid}`, lines.join('\n'))
  renameSync(`${fontsFile}.${process.pid}`, fontsFile)
}

const escaped = (path: string) => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
