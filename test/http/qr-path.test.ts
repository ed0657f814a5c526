import fc from 'fast-check'
import readQr from 'jsqr'
import { expect, test } from 'vitest'
import { type QrPath, qrPathOf } from '#http/qr-path.ts'

const pixelsPerModule = 4

/** Fills the rectangles of the path as a browser would. */
function paint({ size, path }: QrPath) {
  const width = size * pixelsPerModule
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = 0; row < pixelsPerModule; row++)
      for (let column = 0; column < Number(length) * pixelsPerModule; column++) {
        const at = (Number(y) * pixelsPerModule + row) * width + Number(x) * pixelsPerModule + column
        pixels.fill(0, at * 4, at * 4 + 3)
      }
  return { pixels, width }
}

const readBack = (address: string) => {
  const { pixels, width } = paint(qrPathOf(address))
  return readQr(pixels, width, width)?.data
}

test('a reader from outside reads the address that was drawn', () => {
  expect(readBack('https://wish.example.cn/w/12345674?d=b')).toBe('https://wish.example.cn/w/12345674?d=b')
})

test('and any other address of the site, with one fixed mask', () => {
  const paths = fc.stringMatching(/^[a-z0-9/?=&-]{1,80}$/)

  fc.assert(
    fc.property(paths, (path) => {
      expect(readBack(`https://wish.example.cn/${path}`)).toBe(`https://wish.example.cn/${path}`)
    }),
    { numRuns: 60 },
  )
})

test('the code has the quiet zone of four light modules that readers need', () => {
  const { size, path } = qrPathOf('https://wish.example.cn/w/12345674')
  const starts = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, length]) => [
    Number(x),
    Number(y),
    Number(length),
  ])

  expect(Math.min(...starts.map(([x = 0]) => x))).toBe(4)
  expect(Math.min(...starts.map(([, y = 0]) => y))).toBe(4)
  expect(Math.max(...starts.map(([x = 0, , length = 0]) => x + length))).toBe(size - 4)
})
