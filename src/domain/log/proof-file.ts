import { fromBase64, toBase64, utf8 } from './byte-strings.ts'
import type { Opening } from './event-seal.ts'

/** A proof that can be checked without the server, following C2SP tlog-proof. Its extra line opens the event. */
type ProofFile = {
  readonly opening: Opening
  readonly index: number
  readonly proof: readonly Uint8Array[]
  /** The signed note as the log published it. */
  readonly checkpoint: string
}

const firstLine = 'c2sp.org/tlog-proof@v1'

export const writeProof = ({ opening, index, proof, checkpoint }: ProofFile): string =>
  [
    firstLine,
    `extra ${toBase64(utf8(JSON.stringify(opening)))}`,
    `index ${index}`,
    ...proof.map(toBase64),
    '',
    checkpoint,
  ].join('\n')

/** Null for a file that is not such a proof. */
export function readProof(file: string): ProofFile | null {
  const end = file.indexOf('\n\n')
  const [first, extra = '', index = '', ...hashes] = file.slice(0, end).split('\n')
  const opening = openingIn(/^extra (\S+)$/.exec(extra)?.[1] ?? '')
  const proof = hashes.map(fromBase64)
  if (end === -1 || first !== firstLine || !opening || !/^index (?:0|[1-9]\d{0,14})$/.test(index)) return null
  if (!proof.every((hash): hash is Uint8Array => hash?.length === 32)) return null
  return { opening, index: Number(index.slice('index '.length)), proof, checkpoint: file.slice(end + 2) }
}

function openingIn(text: string): Opening | null {
  try {
    const parts: unknown = JSON.parse(new TextDecoder().decode(fromBase64(text) ?? new Uint8Array()))
    return Array.isArray(parts) && parts.every(isPart) ? parts : null
  } catch {
    return null
  }
}

function isPart(part: unknown): part is Opening[number] {
  if (part === null || typeof part !== 'object') return false
  const { field, value, salt, shut } = part as Record<string, unknown>
  return typeof shut === 'string' || [field, value, salt].every((one) => typeof one === 'string')
}
