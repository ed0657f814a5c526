import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heaviestPhoto, readPhoto } from '#domain/photo/photo.ts'
import { exifOf, jpegOf, pngOf, webpOf, withoutMetadata } from '#test/support/photos.ts'

const latin = (bytes: Uint8Array | null) => String.fromCharCode(...(bytes ?? []))
const text = (words: string) => new TextEncoder().encode(words)

describe('what a picture is', () => {
  test.each([
    ['image/jpeg', jpegOf({ width: 640, height: 480 })],
    ['image/png', pngOf({ width: 640, height: 480 })],
    ['image/webp', webpOf({ width: 640, height: 480 })],
  ])('is read from its bytes: %s', (type, bytes) => {
    expect(readPhoto(bytes)).toMatchObject({ ok: true, type, width: 640, height: 480, turn: 1 })
  })

  test.each([
    ['nothing', new Uint8Array()],
    ['words', text('a picture, says its name.jpg')],
    ['a page', text('<!doctype html><script>alert(1)</script>')],
    ['a drawing that may carry a script', text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a GIF', text('GIF89a')],
  ])('is not %s', (_what, bytes) => {
    expect(readPhoto(bytes)).toEqual({ ok: false, fault: 'not-a-photo' })
  })

  test('is refused above 3 MB, and with sides that no phone could show', () => {
    const heavy = new Uint8Array(heaviestPhoto + 1)
    heavy.set(jpegOf({}))

    expect(readPhoto(heavy)).toEqual({ ok: false, fault: 'too-heavy' })
    for (const of of [jpegOf, pngOf, webpOf]) {
      expect(readPhoto(of({ width: 10_001, height: 1 }))).toEqual({ ok: false, fault: 'too-wide' })
      expect(readPhoto(of({ width: 8000, height: 8000 }))).toEqual({ ok: false, fault: 'too-wide' })
    }
    expect(readPhoto(jpegOf({ width: 0, height: 9 }))).toEqual({ ok: false, fault: 'broken' })
  })

  test('is refused where it was cut off anywhere', () => {
    for (const whole of [jpegOf({}), pngOf({}), webpOf({})])
      for (let length = 12; length < whole.length; length++)
        expect(readPhoto(whole.subarray(0, length)).ok, `${length} of ${whole.length}`).toBe(false)
  })
})

describe('the picture without the data attached to it', () => {
  const secrets = ['Exif', 'GPS-43.99N-87.30E', 'http://ns.adobe.com/xap', 'Ana’s phone', 'after the end']
  const told = (bytes: Uint8Array | null) => secrets.filter((secret) => latin(bytes).includes(latin(text(secret))))

  test('a JPEG loses place, camera, comment, thumbnail and whatever hangs behind', () => {
    const bytes = jpegOf({
      segments: [
        [0xe1, exifOf({ note: 'GPS-43.99N-87.30E' })],
        [0xe1, text('http://ns.adobe.com/xap/1.0/\0<x/>')],
        [0xe2, text('ICC_PROFILE\0Ana’s phone')],
        [0xed, text('Photoshop 3.0\0Ana’s phone')],
        [0xfe, text('Ana’s phone')],
      ],
      behind: text('after the end'),
    })

    expect(told(bytes)).toEqual(secrets)
    expect(told(withoutMetadata(bytes))).toEqual([])
    expect(withoutMetadata(bytes)).toEqual(withoutMetadata(jpegOf({})))
  })

  test('a JPEG keeps the profile its colours need, and the orientation of the camera', () => {
    const adobe = Uint8Array.of(...text('Adobe'), 0, 100, 0, 0, 0, 0, 1)
    const bytes = jpegOf({
      segments: [
        [0xee, adobe],
        [0xe1, exifOf({ turn: 6 })],
      ],
    })

    expect(readPhoto(bytes)).toMatchObject({ ok: true, turn: 6 })
    expect(latin(withoutMetadata(bytes))).toContain(latin(adobe))
    for (const turn of [0, 9, 300])
      expect(readPhoto(jpegOf({ segments: [[0xe1, exifOf({ turn })]] }))).toMatchObject({ ok: true, turn: 1 })
  })

  test('a PNG keeps its pixels and drops words, times and places', () => {
    const bytes = pngOf({
      chunks: [
        ['eXIf', exifOf({ note: 'GPS-43.99N-87.30E' })],
        ['tEXt', text('Ana’s phone')],
        ['iTXt', text('http://ns.adobe.com/xap')],
        ['tIME', Uint8Array.of(7, 234, 11, 2, 3, 0, 0)],
      ],
      behind: text('after the end'),
    })

    expect(told(bytes)).toEqual(secrets)
    expect(withoutMetadata(bytes)).toEqual(pngOf({}))
  })

  test('a WebP drops Exif, XMP and profile, and says so in its head', () => {
    const extended = { flags: 0x3c } as const
    const bytes = webpOf({
      ...extended,
      chunks: [
        ['ICCP', text('Ana’s phone')],
        ['EXIF', exifOf({ note: 'GPS-43.99N-87.30E' })],
        ['XMP ', text('http://ns.adobe.com/xap')],
      ],
      behind: text('after the end'),
    })

    expect(told(bytes)).toEqual(secrets)
    expect(withoutMetadata(bytes)).toEqual(webpOf({ flags: 0x10 }))
    expect(readPhoto(webpOf({ flags: 0x02 }))).toEqual({ ok: false, fault: 'broken' })
  })
})

describe('whatever comes', () => {
  const heads = [jpegOf({}), pngOf({}), webpOf({}), webpOf({ flags: 0x10 })]

  test('random bytes are never an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(0, 3, 12, 20), fc.nat(3), (tail, keep, which) => {
        const head = (heads[which] as Uint8Array).subarray(0, keep)
        expect(typeof readPhoto(Uint8Array.of(...head, ...tail)).ok).toBe('boolean')
      }),
    )
  })

  test('a picture with some bytes changed is no exception, and what comes out is read as the same again', () => {
    const change = fc.tuple(fc.nat(500), fc.nat(255))
    fc.assert(
      fc.property(fc.nat(3), fc.array(change, { maxLength: 6 }), (which, changes) => {
        const bytes = Uint8Array.from(heads[which] as Uint8Array)
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        const once = withoutMetadata(bytes)
        if (once) expect(withoutMetadata(once)).toEqual(once)
      }),
      { numRuns: 500 },
    )
  })
})
