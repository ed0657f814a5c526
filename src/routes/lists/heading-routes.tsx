import { Hono } from 'hono'
import { forgetHeading, mayName, nameHeading } from '#actions/lists/remember-headings.ts'
import { headingRemembered, headingsRemembered, meaningIn } from '#db/lists/heading-rows.ts'
import { type ListKind, listKinds } from '#domain/lists/headings.ts'
import { headingKey } from '#domain/lists/questions.ts'
import { staffPlace } from '#http/community/staff-community.ts'
import type { WorkPlace } from '#http/community/work-place.ts'
import type { C, Env } from '#http/context.ts'
import { one } from '#http/form/fields.ts'
import { cutIn, line, readForm } from '#http/form/read-form.ts'
import { holder } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { Headings } from '#views/lists/headings-page.tsx'

export const importHeadings = new Hono<Env>()
const staff = holder('gridWorker', 'secretary')

importHeadings.get('/import/headings', staff, async (c) => {
  const place = await staffPlace(c)
  if (!place) return page.notFound(c)
  const isSaved = c.req.query('saved') === '1'
  return showHeadings(c, place, isSaved ? { sentence: c.get('text').imports.headings.saved } : {})
})

importHeadings.post('/import/headings', staff, async (c) => {
  const form = await readForm(c)
  const place = await staffPlace(c, one(form, 'c'))
  if (!place) return page.notFound(c)
  const typed = { heading: one(form, 'heading').trim(), means: one(form, 'means') }
  const words = c.get('text').imports.headings
  const [kindWord = '', word = ''] = typed.means.split(':')
  const kind = kindsOf(c, place).find((own) => own === kindWord)
  const meaning = kind ? meaningIn(kind, word) : null
  const errors = {
    ...(headingKey(typed.heading) === '' ? { heading: words.needed } : {}),
    ...(line(80).safeParse(typed.heading).success || typed.heading === '' ? {} : { heading: words.tooLong }),
    ...(cutIn(form).heading ? { heading: c.get('text').faults['private-number'] ?? '' } : {}),
    ...(meaning === null ? { means: words.choose } : {}),
  }
  if (!kind || meaning === null || Object.keys(errors).length > 0) return showHeadings(c, place, { typed, errors })
  await nameHeading(c.get('services'), place.community.id, kind, { heading: typed.heading, meaning })
  return c.redirect(addressOf(place), 303)
})

importHeadings.post('/import/headings/:heading{[0-9a-f]{24}}', staff, async (c) => {
  const form = await readForm(c)
  const place = await staffPlace(c, one(form, 'c'))
  const services = c.get('services')
  const found = place && (await headingRemembered(services.store.db, place.community.id, c.req.param('heading')))
  if (!found || !kindsOf(c, place).includes(found.kind)) return page.notFound(c)
  if (one(form, 'do') === 'forget') {
    await forgetHeading(services, place.community.id, found.id)
    return c.redirect(addressOf(place), 303)
  }
  const meaning = meaningIn(found.kind, one(form, 'means'))
  if (meaning === null || found.meaning === 'list')
    return showHeadings(c, place, { errors: { means: c.get('text').imports.headings.choose } })
  await nameHeading(services, place.community.id, found.kind, { heading: found.written, meaning })
  return c.redirect(addressOf(place), 303)
})

const addressOf = ({ community }: WorkPlace): string =>
  `/import/headings?c=${encodeURIComponent(community.slug)}&saved=1`

/** The meanings of a roll's headings may be edited by the secretary only, like the roll itself. */
function kindsOf(c: C, { community, grids }: WorkPlace): readonly ListKind[] {
  const actor = c.get('actor')
  if (actor?.kind !== 'person') return []
  const ids = grids.map(({ id }) => id)
  return listKinds.filter((kind) => mayName(actor, community.id, ids, kind))
}

type Answer = {
  readonly typed?: Readonly<Record<string, string>>
  readonly errors?: Readonly<Record<string, string>>
  readonly sentence?: string
}

async function showHeadings(c: C, place: WorkPlace, answer: Answer) {
  const { community } = place
  const here = pageOf(c, community)
  const headings = await headingsRemembered(c.get('services').store.db, community.id)
  const body = <Headings page={here} community={community} kinds={kindsOf(c, place)} headings={headings} {...answer} />
  return show(c, here, here.text.imports.headings.title, body, answer.errors ? 422 : 200)
}
