import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'

// A worker that lets tests in Node use D1 inside workerd: a statement or a batch in, rows or the error's words out.
export type Ask = {
  readonly binding: string
  readonly kind: 'all' | 'raw' | 'run' | 'batch'
  readonly statements: readonly { readonly query: string; readonly params: readonly unknown[] }[]
}
export type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string }

export default {
  async fetch(request: Request, env: Record<string, D1Database>): Promise<Response> {
    const ask = (await request.json()) as Ask
    const db = env[ask.binding] as D1Database
    const bound = ask.statements.map(({ query, params }) => db.prepare(query).bind(...params))
    try {
      return Response.json({ ok: true, value: await run(db, ask.kind, bound) } satisfies Answer)
    } catch (error) {
      return Response.json({ ok: false, message: (error as Error).message } satisfies Answer)
    }
  },
}

function run(db: D1Database, kind: Ask['kind'], bound: D1PreparedStatement[]): Promise<unknown> {
  const [first] = bound
  if (kind === 'batch' || !first) return db.batch(bound)
  return kind === 'raw' ? first.raw() : kind === 'all' ? first.all() : first.run()
}
