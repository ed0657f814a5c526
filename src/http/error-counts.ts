import type { Services } from '#src/services.ts'

/** What broke, without anyone's data: the route, the error's kind and the line of the program. */
type ErrorCount = { readonly what: string; readonly count: number; readonly lastAt: Date }

/** The most kinds that are remembered, so that a flood of errors takes no memory. */
const mostKinds = 20
const counts = new WeakMap<Services, Map<string, ErrorCount>>()

/** Of this process since it started; the machine's own log has the lines. */
export function countError(services: Services, what: string): void {
  const own = counts.get(services) ?? new Map<string, ErrorCount>()
  counts.set(services, own)
  const before = own.get(what)
  if (!before && own.size >= mostKinds) return
  own.set(what, { what, count: (before?.count ?? 0) + 1, lastAt: services.now() })
}

/** The latest first. */
export const errorCounts = (services: Services): readonly ErrorCount[] =>
  [...(counts.get(services)?.values() ?? [])].sort((a, b) => b.lastAt.getTime() - a.lastAt.getTime())
