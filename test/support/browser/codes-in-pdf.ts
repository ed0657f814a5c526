import { inflateSync } from 'node:zlib'
import readQr from 'jsqr'

type Point = readonly [x: number, y: number]
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** No other drawing of a sheet consists of so many rectangles. */
const fewestRectangles = 60
const pixelsPerModule = 6

/**
 * What the QR codes printed in a PDF say, read from the rectangles that its pages fill. Chromium prints our codes as one path
 * each; the reader of the pixels is jsQR. Needs no program that draws a PDF, so it runs wherever Node does.
 */
export function codesInPdf(file: Buffer): readonly string[] {
  return streamsOf(file).flatMap((content) =>
    fillsOf(content)
      .filter((rectangles) => rectangles.length >= fewestRectangles)
      .map((rectangles) => readCode(rectangles) ?? 'unreadable'),
  )
}

/** The compressed streams of the file that draw text and shapes of a page. */
function streamsOf(file: Buffer): readonly string[] {
  const found = file.toString('latin1').matchAll(/<<\/Filter \/FlateDecode\s*\/Length (\d+)>>\s*stream\r?\n/g)
  return [...found].flatMap(({ 0: head, 1: length, index }) => {
    const from = index + head.length
    const content = inflateSync(file.subarray(from, from + Number(length))).toString('latin1')
    return /\bBT\s/.test(content) ? [content] : []
  })
}

/** Each filled path as the corners of its subpaths, in the coordinates of the page; null for one with a curve. */
function fillsOf(content: string): readonly (readonly (readonly Point[])[])[] {
  const fills: (readonly (readonly Point[])[])[] = []
  const stack: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  let path: Point[][] = []
  let numbers: number[] = []
  const at = (x = 0, y = 0): Point => {
    const [a, b, c, d, e, f] = matrix
    return [a * x + c * y + e, b * x + d * y + f]
  }
  for (const token of content.split(/\s+/)) {
    if (token !== '' && Number.isFinite(Number(token))) {
      numbers.push(Number(token))
      continue
    }
    const [x = 0, y = 0, w = 0, h = 0] = numbers
    if (token === 'q') stack.push(matrix)
    if (token === 'Q') matrix = stack.pop() ?? matrix
    if (token === 'cm' && numbers.length === 6) matrix = times(numbers as unknown as Matrix, matrix)
    if (token === 'm') path.push([at(x, y)])
    if (token === 'l') path.at(-1)?.push(at(x, y))
    if (token === 're') path.push([at(x, y), at(x + w, y), at(x + w, y + h), at(x, y + h)])
    if (token === 'f' || token === 'f*') fills.push(path)
    if (/^(f\*?|n|S|s|B\*?|b\*?)$/.test(token)) path = []
    numbers = []
  }
  return fills
}

/** First `m`, then `n`. */
const times = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
]

/** Paints the rectangles black on white, with the quiet zone that a reader needs, and reads the picture. */
function readCode(rectangles: readonly (readonly Point[])[]): string | undefined {
  const boxes = rectangles.map((points) => {
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
    return { left: Math.min(...xs), right: Math.max(...xs), low: Math.min(...ys), high: Math.max(...ys) }
  })
  const module = Math.min(...boxes.map(({ low, high }) => high - low))
  const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.max(...boxes.map((box) => box.high))]
  const across = Math.max(...boxes.map((box) => box.right)) - left
  const quiet = 4 * pixelsPerModule
  const pixels = (length: number) => Math.round((length / module) * pixelsPerModule)
  const size = pixels(across) + 2 * quiet
  const image = new Uint8ClampedArray(size * size * 4).fill(255)
  for (const box of boxes)
    for (let y = pixels(top - box.high); y < pixels(top - box.low); y++)
      for (let x = pixels(box.left - left); x < pixels(box.right - left); x++) {
        const pixel = ((y + quiet) * size + x + quiet) * 4
        image.fill(0, pixel, pixel + 3)
      }
  return readQr(image, size, size)?.data
}
