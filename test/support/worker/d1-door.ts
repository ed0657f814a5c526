import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'

// A worker that gives tests in Node access to D1 inside workerd: it takes statements and batches, and returns their
// rows or the error's message.
export type Ask = {
  readonly binding: string
  readonly kind: 'all' | 'raw' | 'run' | 'batch'
  readonly statements: readonly { readonly query: string; readonly params: readonly unknown[] }[]
}
export type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string }

export default {
  async fetch(request: Request, env: Record<string, D1Database>): Promise<Response> {
    const asks = (await request.json()) as readonly Ask[]
    return Response.json(await Promise.all(asks.map((ask) => answerTo(ask, env[ask.binding] as D1Database))))
  },
}

async function answerTo(ask: Ask, db: D1Database): Promise<Answer> {
  try {
    const bound = ask.statements.map(({ query, params }) => db.prepare(query).bind(...params))
    return { ok: true, value: await run(db, ask.kind, bound) }
  } catch (error) {
    return { ok: false, message: (error as Error).message }
  }
}

function run(db: D1Database, kind: Ask['kind'], bound: D1PreparedStatement[]): Promise<unknown> {
  const [first] = bound
  if (kind === 'batch' || !first) return db.batch(bound)
  return kind === 'raw' ? first.raw() : kind === 'all' ? first.all() : first.run()
}
