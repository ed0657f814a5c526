import { receiptCode } from '#actions/wishes/receipt-code.ts'
import { loadWish } from '#db/wishes/wish-rows.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { TestApp } from '#test/support/app.ts'
import type { Name } from '#test/support/cast.ts'

/** What htmx sends with a form that changes a card in place. */
export const hx = { 'hx-request': 'true' }

/** Two boxes of milk, needed soon. */
export const milk = {
  ...{ item: 'milk', words: '', quantity: '2', specification: '', urgency: 'yellow', source: 'visit' },
  ...{ value: '', note: '', repeat: '' },
}

type Fields = Readonly<Record<string, string>>
type Resident = keyof TestApp['residents']

/** A wish's life as people live it: over the forms of the site. Each step throws where the site did not take it. */
export function living(app: TestApp) {
  const taken = async (who: Name, path: string, fields: Fields = {}) => {
    const answer = await app.as(who).post(path, fields)
    if (answer.status !== 303) throw new Error(`${who} ${path}: ${answer.status} ${answer.words.slice(0, 900)}`)
    return answer
  }
  const post = async (fields: Fields = {}, who: Name = 'ana', resident: Resident = 'li'): Promise<string> => {
    const form = await app.as(who).get(`/wishes/new?resident=${app.residents[resident]}`)
    const typed = { ...milk, repeat: 'as agreed', odd: 'as agreed', ...fields, resident: app.residents[resident] }
    const answer = await taken(who, '/wishes/new', { ...typed, key: form.hidden('key') })
    return answer.location?.replace('/wishes/', '') ?? ''
  }
  const steps = {
    post,
    publish: (code: string, fields: Fields = {}, who: Name = 'dora') => taken(who, `/wishes/${code}/publish`, fields),
    /** Staff who claim for someone were rung, unless the fields say otherwise. */
    claim: (code: string, who: Name = 'ben', fields: Fields = {}) =>
      taken(who, `/wishes/${code}/claim`, fields.volunteer ? { door: 'phone', ...fields } : fields),
    deliver: (code: string, who: Name = 'ben', fields: Fields = {}) => taken(who, `/wishes/${code}/deliver`, fields),
    call: (code: string, fields: Fields, who: Name = 'ana') => taken(who, `/wishes/${code}/confirm`, fields),
    move: (who: Name, code: string, action: string, fields: Fields = {}) =>
      taken(who, `/wishes/${code}/${action}`, fields),
  }
  const open = async (fields: Fields = {}) => {
    const code = await post(fields)
    await steps.publish(code, fields.item === 'other' ? { publicText: fields.words ?? '' } : {})
    return code
  }
  const claimed = async (who: Name = 'ben', fields: Fields = {}) => {
    const code = await open(fields)
    await steps.claim(code, who)
    return code
  }
  const delivered = async (who: Name = 'ben') => {
    const code = await claimed(who)
    await steps.deliver(code, who)
    return code
  }
  const stored = async (code: string): Promise<Wish> => {
    const wish = await loadWish(app.services.store.db, code)
    if (!wish) throw new Error(`no wish ${code}`)
    return wish
  }
  const codeOf = async (code: string): Promise<string> => {
    const { id, round } = await stored(code)
    return receiptCode(app.services.config.secret, id, round)
  }
  return { ...steps, open, claimed, delivered, stored, codeOf }
}
