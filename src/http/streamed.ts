import { whatBroke } from './on-error.ts'

/**
 * A body made piece by piece, as fast as the reader takes it. Nothing starts before the first read, and a reader who
 * leaves ends it. Because the response has already started, an error can only cut it off; the log says what failed.
 */
export function streamed(pieces: AsyncGenerator<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await pieces.next()
          if (done) controller.close()
          else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
        } catch (error) {
          console.error(`an answer was cut off: ${whatBroke(error as Error)}`)
          throw error
        }
      },
      async cancel() {
        await pieces.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}

/**
 * Gives the rows in small groups and lets other requests run after each. An embedded database answers so fast that they
 * would otherwise wait until the end.
 */
export async function* inTurns<T>(pages: AsyncIterable<readonly T[]>, few: number): AsyncGenerator<readonly T[]> {
  for await (const page of pages)
    for (let at = 0; at < page.length; at += few) {
      yield page.slice(at, at + few)
      await new Promise((resolve) => setTimeout(resolve))
    }
}
