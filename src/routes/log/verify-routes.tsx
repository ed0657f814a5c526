import { Hono } from 'hono'
import { checkSheet, checkWordsNow } from '#actions/log/words-for-sheet.ts'
import { logVerifierKey, originOf, signerOf } from '#auth/log-keys.ts'
import { readCheckLetters } from '#domain/log/check-letters.ts'
import { readersPlace } from '#http/community/readers-community.ts'
import type { Env } from '#http/context.ts'
import { wholeNumber } from '#http/form/fields.ts'
import { digits } from '#http/form/read-form.ts'
import { anyoneMay } from '#http/guards.ts'
import { pageOf, show } from '#http/respond.tsx'
import { Verify } from '#views/log/verify-page.tsx'

export const verify = new Hono<Env>()

verify.get('/verify', anyoneMay, async (c) => {
  const services = c.get('services')
  const typed = { records: c.req.query('records') ?? '', letters: c.req.query('letters') ?? '' }
  const isAsked = c.req.query('records') !== undefined || c.req.query('letters') !== undefined
  const records = wholeNumber(digits(typed.records).replaceAll(/[\s,.\uff0c]/g, ''), 15)
  const letters = readCheckLetters(typed.letters)
  const wrong = { records: isAsked && !records, letters: isAsked && letters === null }
  const checked = records && letters ? await checkSheet(services, records, letters) : null
  const here = pageOf(c, await readersPlace(c))
  const key = logVerifierKey(await signerOf(services.config.logSeed, 'log'), originOf(services.config.publicUrl))
  const shown = { typed, wrong, checked, today: await checkWordsNow(services), key }
  const status = wrong.records || wrong.letters ? 422 : 200
  return show(c, here, here.text.log.title, <Verify page={here} {...shown} />, status)
})
