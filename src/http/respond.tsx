import type { Child } from 'hono/jsx'
import { deviceMark } from '#auth/device-mark.ts'
import { formMark } from '#auth/form-mark.ts'
import type { Community } from '#db/community/area-rows.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { StorageFault } from '#domain/storage-fault.ts'
import type { Refusal } from '#domain/wish/refusals.ts'
import { readersPlace } from '#http/community/readers-community.ts'
import { focusedOnFault } from '#http/form/focus-on-fault.ts'
import { markField } from '#http/form/unsent-form.ts'
import { isSecretAddress } from '#http/security/secret-address.ts'
import type { Text } from '#text/text.ts'
import { Layout } from '#views/layout.tsx'
import type { Page } from '#views/page.ts'
import { OptionalMark } from '#views/parts/form/field.tsx'
import { Message } from '#views/site/message.tsx'
import type { C } from './context.ts'

type Status = 200 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503

/** What every view receives: who reads, in which language, at what time, for which community. */
export function pageOf(c: C, community: Community | null = null): Page {
  const { now, config, rehearsal } = c.get('services')
  return {
    text: c.get('text'),
    lang: c.get('lang'),
    view: c.get('view'),
    actor: c.get('actor'),
    unread: c.get('unread'),
    now: now(),
    community,
    path: c.req.path,
    address: new URL(c.req.url).pathname + new URL(c.req.url).search,
    isDemo: config.isDemo,
    rehearsal: rehearsal && { isSimulated: rehearsal.isSimulated() },
    publicUrl: config.publicUrl,
  }
}

/** What a page with a secret address shows instead of its own address. */
export const secretPage = { path: '/r', address: '/', isSecret: true } as const

/** Whether htmx asks for a fragment; links, and forms without scripts, need the whole page. */
export const isFragment = (c: C): boolean =>
  c.req.header('hx-request') === 'true' && c.req.header('hx-boosted') !== 'true'

/** A whole page. If htmx asks for a card only, use `fragment`. */
export function show(c: C, page: Page, title: string, body: Child, status: Status = 200): Response {
  const html = (
    <WithFieldWords text={page.text}>
      <Layout page={page} title={title}>
        {body}
      </Layout>
    </WithFieldWords>
  )
  // A page that the phone stores for everyone names no reader.
  if (!page.isKept) c.header(readerHeader, readerMark(c))
  const whole = marked(c, page.actor, `${html}`)
  return c.html(`<!doctype html>${status === 422 ? focusedOnFault(whole) : whole}`, status) as Response
}

/** For whom a page was made. sw.js deletes the pages that the phone has stored for another person. */
export const readerHeader = 'x-reader'
export const noReader = 'none'
export const readerMark = (c: C): string => {
  const actor = c.get('actor')
  return actor.kind === 'person' ? deviceMark(c.get('services').config.secret, actor.id) : noReader
}

/** A part of a page for htmx, without the frame. */
export function fragment(c: C, body: Child, status: Status = 200): Response {
  const html = <WithFieldWords text={c.get('text')}>{body}</WithFieldWords>
  return c.html(marked(c, c.get('actor'), `${html}`), status) as Response
}

/** Gives every field of a page the word that marks optional ones, so that no form has to write it. */
const WithFieldWords = ({ text, children }: { readonly text: Text; readonly children?: Child }) => (
  <OptionalMark.Provider value={text.site.optional}>{children}</OptionalMark.Provider>
)

/**
 * Adds to every form, whichever view wrote it, for whom it was made. If the session has ended when the form is sent,
 * only that person gets the typed text back.
 */
function marked(c: C, actor: Actor, html: string): string {
  if (actor.kind !== 'person') return html
  const mark = formMark(c.get('services').config.secret, actor.id)
  const field = `<input type="hidden" name="${markField}" value="${mark}"/>`
  return html.replace(/<form\b[^>]*\smethod="post"[^>]*>/g, (form) => (isForAnyone.test(form) ? form : form + field))
}

/** Forms that need no session. */
const isForAnyone = /\saction="\/(?:login|logout|language|view)"/

/** A page with a message only: what happened, which rule applies, and the way out. */
async function message(c: C, status: Status, kind: MessageKind, minutes = 0): Promise<Response> {
  const { errors } = c.get('text')
  return showMessage(c, status, kind === 'tooMany' ? errors.tooMany(minutes) : errors[kind])
}

async function showMessage(c: C, status: Status, words: Parameters<typeof Message>[0]['words']): Promise<Response> {
  const isSecret = isSecretAddress(c.req.path)
  // Where the database cannot even be read, the page is shown without a community.
  const place = status === 503 ? await readersPlace(c).catch(() => null) : await readersPlace(c)
  const here = { ...pageOf(c, place), ...(isSecret ? secretPage : {}) }
  const body = <Message page={here} words={words} />
  // htmx also swaps error responses into the card, so it must not get a whole page.
  return isFragment(c) ? fragment(c, body, status) : show(c, here, words.title, body, status)
}

type MessageKind =
  | 'otherPerson'
  | 'notFound'
  | 'notYet'
  | 'notAllowed'
  | 'malformed'
  | 'tooBig'
  | 'broken'
  | 'otherOrigin'
  | 'tooMany'

export const page = {
  notFound: (c: C) => message(c, 404, 'notFound'),
  /** For a page that will exist once its month is over. */
  notYet: (c: C) => message(c, 404, 'notYet'),
  notAllowed: (c: C) => message(c, 403, 'notAllowed'),
  /** A form was given back, but another person than the one who typed it has signed in. */
  otherPerson: (c: C) => message(c, 403, 'otherPerson'),
  otherOrigin: (c: C) => message(c, 403, 'otherOrigin'),
  malformed: (c: C) => message(c, 400, 'malformed'),
  tooBig: (c: C) => message(c, 413, 'tooBig'),
  tooMany: (c: C, minutes: number) => message(c, 429, 'tooMany', minutes),
  broken: (c: C) => message(c, 500, 'broken'),
  /** Nothing can be saved at present, for a reason that is not the program's. */
  storage: (c: C, fault: StorageFault) => showMessage(c, 503, c.get('text').errors.storage[fault]),
}

export const refusalText = (c: C, refusal: Refusal): string => c.get('text').refusals.sentence(refusal)
