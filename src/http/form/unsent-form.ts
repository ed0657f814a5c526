import { formMark } from '#auth/form-mark.ts'
import { seal, unseal } from '#auth/sealed.ts'
import type { C } from '#http/context.ts'
import { samePath } from '#http/security/same-site.ts'
import { filesIn, MalformedBody, readBody } from './read-form.ts'

/**
 * A form that was sent after its session had ended. The log-in page carries it as an encrypted text that only this
 * server can read. Nothing of it is stored, and it is in no address, cookie or log.
 */
export type Unsent = {
  /** Path and query where it was sent. */
  readonly action: string
  /** Path and query of the form's page. */
  readonly from: string
  /** The person who was signed in when the form was made, as a mark. */
  readonly by: string
  readonly fields: Readonly<Record<string, string | readonly string[]>>
  /** Whether a file was chosen; files cannot be given back. */
  readonly hasFile: boolean
}

const purpose = 'unsent form'
/** Hidden field in every form shown to a signed-in person: who is filling it in. */
export const markField = 'filledBy'
/** Hidden fields of the log-in form. There are several, because the length of a field is limited. */
export const unsentField = 'unsent'
const chunk = 15_000

/** Null for a body that is not a form from a page shown to a signed-in person. */
export async function unsentFrom(c: C): Promise<Unsent | null> {
  const body = await readBody(c).catch((error) => {
    if (error instanceof MalformedBody) return null
    throw error
  })
  const { [markField]: by, ...fields } = body ?? {}
  if (typeof by !== 'string') return null
  const url = new URL(c.req.url)
  return { action: url.pathname + url.search, from: cameFrom(c), by, fields, hasFile: await filesIn(c) }
}

/** The page the form was sent from, according to the browser; the home page if it names no page of this site. */
function cameFrom(c: C): string {
  const from = c.req.header('hx-current-url') ?? c.req.header('referer') ?? ''
  const own = [c.get('services').config.publicUrl, new URL(c.req.url).origin]
  if (!URL.canParse(from) || !own.includes(new URL(from).origin)) return '/'
  const { pathname, search } = new URL(from)
  return samePath(pathname + search) ?? '/'
}

export async function sealed(c: C, unsent: Unsent): Promise<readonly string[]> {
  const text = await seal(c.get('services').config.secret, purpose, unsent)
  return text.match(new RegExp(`.{1,${chunk}}`, 'g')) ?? []
}

export async function unsealed(c: C, chunks: readonly string[]): Promise<Unsent | null> {
  if (!chunks.length) return null
  return (await unseal(c.get('services').config.secret, purpose, chunks.join(''))) as Unsent | null
}

export const isBy = (c: C, { by }: Unsent, personId: string): boolean =>
  by === formMark(c.get('services').config.secret, personId)

/** Pages that may contain a form which is sent to this address, the most likely first. */
export function pagesOf({ action, from, fields }: Unsent): readonly string[] {
  const [path = '', query] = action.split('?')
  const search = query === undefined ? '' : `?${query}`
  const parts = path.split('/').filter(Boolean)
  const parents = parts.slice(1).map((_, index) => `/${parts.slice(0, parts.length - 1 - index).join('/')}${search}`)
  return [...new Set([...opened(path, fields), from, action, `${path}/new${search}`, ...parents, '/mine', '/desk'])]
}

/** Forms whose page depends on an earlier choice: without it, the page would show another form. */
function opened(path: string, fields: Unsent['fields']): readonly string[] {
  const of = (name: string) => encodeURIComponent(String(fields[name] ?? ''))
  if (path.startsWith('/wishes/new') && /^[0-9a-f]{24}$/.test(String(fields.resident ?? '')))
    return [`/wishes/new?resident=${of('resident')}`]
  if (/^\/reports\/[^/]+\/activities$/.test(path))
    return [`${path}/new?item=${of('item')}${fields.item ? '' : `&category=${of('category')}`}`]
  return []
}
