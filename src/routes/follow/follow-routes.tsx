import { Hono } from 'hono'
import { openFollowed } from '#actions/follow/open-followed.ts'
import { loadWish } from '#db/wishes/wish-rows.ts'
import { isPublic } from '#domain/wish/lifecycle.ts'
import { readWishCode } from '#domain/wish/wish-code.ts'
import { readersPlace } from '#http/community/readers-community.ts'
import type { C, Env } from '#http/context.ts'
import { cutSentences, readForm } from '#http/form/read-form.ts'
import { anyoneMay } from '#http/guards.ts'
import { pageOf, show } from '#http/respond.tsx'
import { clientAddress } from '#http/security/client-address.ts'
import { FollowForm } from '#views/letters/follow-page.tsx'
import { answerVisitor } from './followed-booking.tsx'
import { answerWriter } from './followed-letter.tsx'

export const follow = new Hono<Env>()

follow.get('/follow', anyoneMay, (c) => ask(c, '', null))

/** Number and key come in the body of every press, so that no address, log or history has the key. */
follow.post('/follow', anyoneMay, async (c) => {
  const form = await readForm(c)
  const typed = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)]))
  const { number = '', letterKey = '' } = typed
  c.header('cache-control', 'private, no-store')
  const { required = '' } = c.get('text').faults
  const errors = {
    ...(number.trim() ? {} : { number: required }),
    ...(letterKey.trim() || readWishCode(number) ? {} : { letterKey: required }),
    ...cutSentences(c, { number, letterKey }),
  }
  if (Object.keys(errors).length) return ask(c, number, null, 422, errors)
  const services = c.get('services')
  const opened = await openFollowed(services, { number, key: letterKey, address: clientAddress(c) })
  if (!opened.ok && opened.why === 'wrong') return ask(c, number, c.get('text').letters.followPage.wrong, 422)
  if (!opened.ok) {
    const seconds = Math.max(1, Math.ceil((opened.until.getTime() - services.now().getTime()) / 1000))
    c.header('retry-after', String(seconds))
    return ask(c, number, c.get('text').letters.followPage.tooMany(Math.ceil(seconds / 60)), 429)
  }
  const { followed } = opened
  return followed.kind === 'letter'
    ? answerWriter(c, followed.letter, typed)
    : answerVisitor(c, followed.booking, typed)
})

/** A wish's number needs no key; the page says where the wish is. */
async function ask(
  c: C,
  number: string,
  sentence: string | null,
  status: 200 | 422 | 429 = 200,
  errors: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const { db } = c.get('services').store
  const code = readWishCode(number.normalize('NFKC'))
  const wish = code && status === 422 ? await loadWish(db, code) : null
  const wishCode = wish && isPublic(wish) ? wish.code : null
  const here = pageOf(c, await readersPlace(c))
  const body = (
    <FollowForm
      page={here}
      number={number.slice(0, 20)}
      sentence={wishCode ? null : sentence}
      errors={errors}
      wishCode={wishCode}
    />
  )
  return show(c, here, here.text.letters.followPage.title, body, status)
}
