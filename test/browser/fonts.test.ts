import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { browserOfFile, desktop, isBrowserLeftOut } from '#test/support/browser/browser.ts'

const root = join(import.meta.dirname, '../..')
/** Names as they are written here, some with characters that small fonts lack. */
const names =
  '阿依夏木·吐尔逊 居麻别克 吾买尔江 热孜万古丽 帕提古丽 阿卜杜热合曼 古丽尼沙 叶尔肯 马玉花 妥喆 翟翀 犇 㐱 䶮 堃 璟 昇'

describe.runIf(!isBrowserLeftOut)('the font of the tests', () => {
  const { newPage } = browserOfFile()

  /** Those among the characters that are drawn as the box of a missing one, and how many different drawings there are. */
  async function drawn(characters: readonly string[]) {
    const page = await newPage(desktop)
    return page.evaluate((all) => {
      const canvas = document.createElement('canvas')
      canvas.width = canvas.height = 40
      const pen = canvas.getContext('2d', { willReadFrequently: true })
      if (!pen) throw new Error('no canvas')
      pen.font = '32px system-ui, "PingFang SC", "Microsoft YaHei", sans-serif'
      const draw = (character: string) => {
        pen.clearRect(0, 0, 40, 40)
        pen.fillText(character, 4, 32)
        return pen
          .getImageData(0, 0, 40, 40)
          .data.filter((_, at) => at % 4 === 3)
          .join()
      }
      const nothing = draw(' ')
      // A code that will never be a character.
      const box = draw('\u{2fffe}')
      const pictures = all.map(draw)
      return {
        missing: all.filter((_, at) => pictures[at] === box || pictures[at] === nothing),
        different: new Set(pictures).size,
      }
    }, characters)
  }

  test('draws every Chinese character of the pages, each in its own way', async () => {
    const files = globSync(['src/text/zh/**/*.ts', 'src/domain/**/*.ts', 'src/demo/**/*.ts', 'views/**/*.tsx'], {
      cwd: root,
    })
    const text = files.map((file) => readFileSync(join(root, file), 'utf8')).join('') + names
    // Radicals look like the characters they are a part of: names are folded by a table of them.
    const characters = [...new Set(text.match(/\p{Script=Han}/gu))].filter((one) => !/[\u2e80-\u2fdf]/u.test(one))
    expect(characters.length).toBeGreaterThan(1000)
    expect(await drawn(characters)).toEqual({ missing: [], different: characters.length })
  })

  test('draws a missing character as a box, which the test above would see', async () => {
    expect((await drawn(['\u{1fffe}', '微'])).missing).toEqual(['\u{1fffe}'])
  })

  test('has a bold of its own', async () => {
    const page = await newPage(desktop)
    const [plain = 0, bold = 0] = await page.evaluate(() => {
      const pen = Object.assign(document.createElement('canvas'), { width: 120, height: 40 }).getContext('2d')
      return ['400', '700'].map((weight) => {
        if (!pen) throw new Error('no canvas')
        pen.clearRect(0, 0, 120, 40)
        pen.font = `${weight} 32px system-ui`
        pen.fillText('微心愿', 4, 32)
        return pen.getImageData(0, 0, 120, 40).data.reduce((ink, value, at) => (at % 4 === 3 ? ink + value : ink), 0)
      })
    })
    expect(plain).toBeGreaterThan(0)
    expect(bold).toBeGreaterThan(plain * 1.15)
  })
})
