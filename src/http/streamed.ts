import { whatBroke } from './on-error.ts'

/**
 * A body that is made piece by piece, as fast as its reader takes it: nothing is begun before somebody reads, and whoever goes
 * away in the middle ends it. An answer has begun by then, so what breaks can only cut it off; the log says what it was.
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
 * The same, a few at a time, with a turn for everybody else after each few: an embedded database answers so fast that nobody
 * would have one before the end.
 */
export async function* inTurns<T>(pages: AsyncIterable<readonly T[]>, few: number): AsyncGenerator<readonly T[]> {
  for await (const page of pages)
    for (let at = 0; at < page.length; at += few) {
      yield page.slice(at, at + few)
      await new Promise((resolve) => setTimeout(resolve))
    }
}
