import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readQr from 'jsqr'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chosen, type PlainBrowser, plainBrowser, type Send } from '#test/support/browser/plain-browser.ts'
import { testSecret, workerSite, workerUrl } from '#test/support/worker/worker.ts'
import { zh } from '#text/zh.ts'

// The first day of an installation, from nothing: bin/setup, then forms as a browser sends them without scripts. Nothing
// is written into the database but what a form or bin/setup has written.

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'micro-wish-first-day-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const password = 'a long enough password'
const phones = { administrator: '19900009001', dora: '19900009002', wei: '19900009003', supervisor: '19900009004' }
const workers = [
  { name: '网格员子', phone: '19900009011', grid: '第一网格' },
  { name: '网格员丑', phone: '19900009012', grid: '第二网格' },
  { name: '网格员寅', phone: '19900009013', grid: '第三网格' },
]
const setupWords = [
  ...['--prefecture', '昌吉州', '--county', '昌吉市', '--township', '宁边路街道', '--community', '锦绣社区'],
  ...['--slug', 'jinxiu', '--phone', '0994-2345678', '--grids', '第一网格,第二网格,第三网格,第四网格'],
  ...['--region', 'xinjiang', '--secretary', '王红梅', '--mobile', phones.dora],
  ...['--administrator', '赵管理', '--administrator-mobile', phones.administrator, '--lang', 'zh'],
]

/** Runs bin/setup; gives the codes that it has printed. */
async function setUp(env: Record<string, string>, ...more: readonly string[]): Promise<readonly string[]> {
  const { PUBLIC_URL: _, SECRET: __, DATA_DIR: ___, ...machine } = process.env
  const said = await new Promise<string>((resolve, reject) => {
    const options = { cwd: root, env: { ...machine, ...env } }
    execFile('bin/setup', [...setupWords, ...more], options, (error, out, err) =>
      error ? reject(new Error(out + err)) : resolve(out),
    )
  })
  return [...said.matchAll(/^ {4}([A-Z0-9]{4}-[A-Z0-9]{4})$/gm)].map(([, code]) => code ?? '')
}

describe('the first day on node', () => {
  const publicUrl = 'http://127.0.0.1'
  let server: ChildProcess | undefined
  let address = ''
  let codes: readonly string[] = []
  beforeAll(async () => {
    codes = await setUp({ DATA_DIR: folder })
    const env = { ...process.env, DATA_DIR: folder, PUBLIC_URL: publicUrl, PORT: '0', HOST: '127.0.0.1' }
    const child = spawn(process.execPath, ['bin/start.mjs'], { cwd: root, env })
    server = child
    address = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk) => {
        const found = /http:\/\/[\d.:]+/.exec(String(chunk))
        if (found) resolve(found[0])
      })
      child.stderr.on('data', (chunk) => reject(new Error(String(chunk))))
    })
  })
  afterAll(() => server?.kill())
  firstDay(
    'node',
    (path, init) => fetch(address + path, { ...init, redirect: 'manual' }),
    publicUrl,
    () => codes,
  )
})

describe('the first day on workerd', () => {
  const site = workerSite()
  let codes: readonly string[] = []
  beforeAll(async () => {
    const file = join(folder, 'setup.sql')
    codes = await setUp({ SECRET: testSecret, PUBLIC_URL: workerUrl }, '--sql', file)
    const statements = readFileSync(file, 'utf8').split(/;\n/).filter(Boolean)
    await site.store.commit(statements.map((sql) => ({ toSQL: () => ({ sql, params: [] }) })))
  })
  firstDay('workerd', site.fetch, workerUrl, () => codes)
})

function firstDay(runtime: string, send: Send, publicUrl: string, codes: () => readonly string[]): void {
  const browser = () => plainBrowser(send, publicUrl)
  const took: Record<string, PlainBrowser['count']> = {}

  /** Runs a part of the day and writes down what it took. */
  async function counted(what: string, person: PlainBrowser, act: () => Promise<unknown>): Promise<void> {
    const before = { ...person.count }
    await act()
    const { presses, pages } = person.count
    took[what] = { presses: presses - before.presses, pages: pages - before.pages }
  }

  /** Opens the account of somebody whom bin/setup has made, with the code that it printed. */
  async function byCode(phone: string, code: string): Promise<PlainBrowser> {
    const own = browser()
    await own.open('/activate')
    await own.press(zh.people.activate.button, { phone, code, password, again: password })
    expect(own.at.path).toBe('/desk')
    return own
  }

  /** Scans the QR code of a slip, and chooses a password behind the link: nothing is copied by hand. */
  async function byLink(slips: PlainBrowser, nth = 0): Promise<PlainBrowser> {
    const own = browser()
    await own.open(new URL(scanned(slips.at.html)[nth] ?? '').pathname)
    await own.press(zh.people.activate.button, { password, again: password })
    expect(own.at.status).toBe(200)
    return own
  }

  test('two communities of one street are at work on the first day, and forty wishes are published in under ten presses', async () => {
    const [secretaryCode = '', administratorCode = ''] = codes()

    // The administrator: a second community with four grids, its secretary, and a supervisor of the street.
    const administrator = await byCode(phones.administrator, administratorCode)
    await counted('a second community with four grids', administrator, async () => {
      await administrator.follow(zh.places.title)
      await administrator.follow('宁边路街道')
      const community = { name: '绿洲社区', slug: 'lvzhou', phone: '0994-2345679' }
      await administrator.press(zh.places.add.community, community)
      const at = administrator.at.path
      for (const name of ['东一网格', '东二网格', '西一网格', '西二网格']) {
        await administrator.open(at)
        await administrator.press(zh.places.add.grid, { name })
      }
    })
    await administrator.open('/places')
    expect(administrator.links().filter(({ words }) => words.endsWith('网格'))).toHaveLength(8)

    const addStaff = async (name: string, phone: string, role: string, area: string) => {
      await administrator.open('/people')
      await administrator.follow(zh.people.staff.link)
      const areaId = administrator.choicesOf('areaId').find(({ words }) => words.includes(area))?.value ?? ''
      await administrator.press(zh.people.staff.button, { name, phone, role, areaId })
      return byLink(administrator)
    }
    const wei = await addStaff('魏书记', phones.wei, 'secretary', '绿洲社区')
    const supervisor = await addStaff('孙督查', phones.supervisor, 'supervisor', '宁边路街道')
    await wei.open('/desk')
    expect(wei.words()).toContain(zh.firstSteps.title)

    // The secretary of the first community is led from step to step.
    const dora = await byCode(phones.dora, secretaryCode)
    expect(dora.words()).toContain(zh.firstSteps.title)
    const step = async (name: keyof typeof zh.firstSteps.steps) => {
      await dora.open('/desk')
      await dora.follow(zh.firstSteps.steps[name].button)
    }
    const colleagues: PlainBrowser[] = []
    for (const { name, phone, grid } of workers)
      await counted('a grid worker', dora, async () => {
        await dora.open('/people')
        await dora.follow(zh.people.volunteers.add)
        const gridId = dora.choicesOf('gridId').find(({ words }) => words === grid)?.value ?? ''
        await dora.press(zh.people.newPerson.button, { role: 'gridWorker', name, phone, gridId })
        colleagues.push(await byLink(dora))
      })

    // The volunteers' roll, as the sample that the page offers; one of them opens the account by the slip's QR code.
    await step('lists')
    await dora.press(zh.imports.upload, { file: sample('volunteer-roll.xlsx') })
    await dora.press(/^加入这 \d+ 位志愿者$/)
    await dora.press(zh.imports.done.codes)
    const volunteer = await byLink(dora)
    expect(volunteer.words()).toContain(zh.people.welcome.done)

    // The list of residents and their wishes, and what they agreed to.
    await counted('a list of forty wishes', dora, async () => {
      await step('lists')
      await dora.press(zh.imports.upload, { file: list })
      await dora.press('登记这 40 个心愿')
      // Without scripts a long list is written by presses: 25 rows at a time.
      await dora.press(zh.imports.progress.begin)
      await dora.press(zh.imports.progress.goOn)
    })
    await counted('consents', dora, async () => {
      await dora.follow(zh.imports.done.toConsents)
      const ids = dora.valuesOf('ids')
      expect(ids).toHaveLength(40)
      await dora.press(zh.people.residents.many.button, {
        ids,
        purposes: dora.valuesOf('purposes'),
        method: 'phone',
      })
    })

    await counted('forty wishes published', dora, async () => {
      await dora.open('/desk')
      await dora.follow(zh.firstSteps.steps.publish.button)
      while (dora.valuesOf('wish').length) await dora.press(zh.checking.button)
    })
    expect(dora.words()).toContain(zh.checking.emptyTitle)
    expect(took['forty wishes published']?.presses).toBeLessThan(10)

    // The first claim, by the volunteer whose account a link has opened.
    await counted('the first claim', volunteer, async () => {
      await volunteer.follow(zh.people.welcome.volunteer.button)
      await volunteer.press(zh.words.action.claim)
    })
    expect(volunteer.words()).toContain(zh.words.state.claimed)
    const [, code = ''] = /^\/wishes\/([\d-]+)/.exec(volunteer.at.path) ?? []

    // Found by number and by name, and handed over.
    await counted('a wish found by its number', dora, async () => {
      await dora.open('/wishes')
      await dora.press(zh.table.searchButton, { q: code })
      expect(dora.at.path).toBe(`/wishes/${code}`)
    })
    await counted('a wish found by the name of its resident', dora, async () => {
      await dora.open('/wishes')
      await dora.press(zh.table.searchButton, { q: '沈玉兰' })
      expect(dora.words()).toContain('沈玉兰')
    })
    await counted('a grid handed over', dora, async () => {
      await dora.open('/people')
      await dora.follow('网格员丑')
      await dora.follow(zh.people.roles.end)
      const field = dora.fields().find((name) => name.startsWith('taker-')) ?? ''
      const taker = dora.choicesOf(field).find(({ words }) => words === '网格员子')?.value ?? ''
      await dora.press(zh.people.handover.button.gridWorker, { [field]: taker })
    })
    const [first, second] = colleagues
    await first?.open('/residents')
    expect(first?.words()).toContain('第二网格')
    await second?.open('/residents')
    expect(second?.at.path).toMatch(/^\/login/)

    // The supervisor sees both communities of the street, in numbers.
    await supervisor.open('/desk')
    for (const name of ['锦绣社区', '绿洲社区']) expect(supervisor.words()).toContain(name)
    expect(supervisor.words()).not.toContain('沈玉兰')
    console.log(`${runtime}: ${JSON.stringify(took)}`)
  })
}

const sample = (name: string): Chosen => ({ name, bytes: readFileSync(join(root, 'public/samples', name)) })

/** Forty residents with a wish each, as a grid worker types them. Every one is invented. */
const list: Chosen = {
  name: '需求清单.csv',
  bytes: new TextEncoder().encode(
    [
      '姓名,网格,住址,电话,年龄,心愿,数量,预算',
      ...[...'沈陶程乔崔贺段尹倪龚'].flatMap((family, n) =>
        ['玉兰', '守义', '桂枝', '长河'].map((given, m) => {
          const at = n * 4 + m
          const grid = ['第一网格', '第二网格', '第三网格', '第四网格'][m]
          const wish = ['防滑垫', '电热水壶', '纯牛奶', '老花镜'][m]
          return `${family}${given},${grid},${n + 1}号楼${m + 1}单元${101 + at},199000095${10 + at},${70 + n},${wish},1,${40 + m}`
        }),
      ),
    ].join('\n'),
  ),
}

/** What the QR codes of a page say, read by a reader that is not ours. */
function scanned(html: string): readonly string[] {
  const pixelsPerModule = 4
  return [...html.matchAll(/<svg class="qr" viewBox="0 0 (\d+) \d+"[\s\S]*?<path d="([^"]*)"/g)].map(
    ([, size, path = '']) => {
      const width = Number(size) * pixelsPerModule
      const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
      for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
        for (let row = 0; row < pixelsPerModule; row++) {
          const from = (Number(y) * pixelsPerModule + row) * width + Number(x) * pixelsPerModule
          for (let at = from; at < from + Number(length) * pixelsPerModule; at++) pixels.fill(0, at * 4, at * 4 + 3)
        }
      return readQr(pixels, width, width)?.data ?? ''
    },
  )
}
