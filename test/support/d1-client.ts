import type { D1Database } from '@cloudflare/workers-types'
import type { Answer, Ask } from './d1-door.ts'

type Send = (body: string) => Promise<unknown>
type Bound = { readonly query: string; readonly params: readonly unknown[] }

/**
 * A D1 binding for code that runs in Node: each call is one request to the door inside workerd, so that calls in parallel
 * are parallel there too.
 */
export function d1Through(send: Send, binding: string): D1Database {
  const ask = async (kind: Ask['kind'], statements: readonly Bound[]): Promise<unknown> => {
    for (const { params } of statements) if (params.includes(undefined)) throw new Error('D1 takes no undefined')
    const answer = (await send(JSON.stringify({ binding, kind, statements } satisfies Ask))) as Answer
    if (!answer.ok) throw new Error(answer.message)
    return answer.value
  }
  const bind = (query: string, params: readonly unknown[]): unknown => ({
    query,
    params,
    bind: (...others: unknown[]) => bind(query, others),
    all: () => ask('all', [{ query, params }]),
    run: () => ask('run', [{ query, params }]),
    raw: () => ask('raw', [{ query, params }]),
  })
  return {
    prepare: (query: string) => bind(query, []),
    batch: (statements: readonly Bound[]) =>
      ask(
        'batch',
        statements.map(({ query, params }) => ({ query, params })),
      ),
  } as unknown as D1Database
}
