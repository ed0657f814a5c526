import { connect, type Socket } from 'node:net'

type Answer = { readonly status: number; readonly head: string; readonly body: string }

/**
 * One reused connection with one request at a time; it does little work, because it shares the machine with the server.
 */
export async function connection(port: number) {
  const socket = connect({ port, host: '127.0.0.1' })
  socket.setNoDelay(true)
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  return { ask: (request: Buffer) => answerTo(socket, request), close: () => socket.destroy() }
}

export function requestOf(path: string, { cookie = '', body }: { cookie?: string; body?: string } = {}): Buffer {
  const head = [
    `${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    ...(cookie ? [`cookie: ${cookie}`] : []),
    ...(body === undefined
      ? []
      : [
          'sec-fetch-site: same-origin',
          'content-type: application/x-www-form-urlencoded',
          `content-length: ${body.length}`,
        ]),
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body ?? ''}`)
}

/** Responses per second over that many connections, each sending the next request as soon as it has a response. */
export async function throughput(port: number, request: Buffer, connections: number, ms: number): Promise<number> {
  const open = await Promise.all(Array.from({ length: connections }, () => connection(port)))
  const began = performance.now()
  let answers = 0
  const askOn = async ({ ask }: (typeof open)[number]) => {
    while (performance.now() - began < ms) {
      const { status } = await ask(request)
      if (status !== 200) throw new Error(`status ${status}`)
      answers++
    }
  }
  await Promise.all(open.map(askOn))
  const took = performance.now() - began
  for (const { close } of open) close()
  return (answers * 1000) / took
}

function answerTo(socket: Socket, request: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let [length, wanted] = [0, -1]
    const onData = (chunk: Buffer) => {
      chunks.push(chunk)
      length += chunk.length
      if (wanted < 0) wanted = lengthOf(Buffer.concat(chunks))
      const isWhole =
        wanted >= 0 ? length >= wanted : wanted === chunked && chunk.toString('latin1').endsWith('0\r\n\r\n')
      if (!isWhole) return
      socket.off('data', onData).off('error', reject)
      const text = Buffer.concat(chunks).toString('latin1')
      const end = text.indexOf('\r\n\r\n')
      resolve({ status: Number(text.slice(9, 12)), head: text.slice(0, end), body: text.slice(end + 4) })
    }
    socket.on('data', onData).once('error', reject)
    socket.write(request)
  })
}

const chunked = -2

/** The length of the whole response in bytes; -1 until its header is complete. */
function lengthOf(received: Buffer): number {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return -1
  const found = /\r\ncontent-length: (\d+)/i.exec(received.toString('latin1', 0, end))
  return found ? end + 4 + Number(found[1]) : chunked
}
