import { Hono } from 'hono'
import { endFamilyLink, makeFamilyLink, renewFamilyLink } from '#actions/receipts/family-links.ts'
import { newId } from '#auth/hashing.ts'
import { familyLinksOf } from '#db/receipts/family-rows.ts'
import { givenConsents } from '#db/residents/consent-rows.ts'
import { type Faults, faultsFrom, lineOf } from '#domain/reading/checked.ts'
import { scopeOf } from '#domain/receipts/family-link.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { keyOf, one } from '#http/form/fields.ts'
import { cutIn, readForm } from '#http/form/read-form.ts'
import { staff } from '#http/guards.ts'
import { qrPathOf } from '#http/qr-path.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { openedFile } from '#routes/residents/opened-file.ts'
import { FamilyLinksPage } from '#views/receipts/family-links-page.tsx'
import { FamilyMade } from '#views/receipts/family-made.tsx'

/** The links of a resident's relatives, for staff: made, renewed and ended here. */
export const familyLinkForms = new Hono<Env>()

const longestName = 20

familyLinkForms.get('/residents/:id/family', staff, async (c) => {
  const opened = await openedFile(c)
  return opened ? showLinks(c, opened) : page.notFound(c)
})

/** The address is part of this response only: its token is not stored. */
familyLinkForms.post('/residents/:id/family', staff, async (c) => {
  const opened = await openedFile(c)
  if (!opened) return page.notFound(c)
  const { file, community } = opened
  const form = await readForm(c)
  const typed = { name: lineOf(one(form, 'name')), scope: one(form, 'scope') }
  const scope = scopeOf(typed.scope)
  const faults = {
    ...faultsFrom({
      name: !typed.name ? 'required' : typed.name.length > longestName && 'too-long',
      scope: !scope && 'choose',
    }),
    ...cutIn(typed),
  }
  if (!scope || Object.keys(faults).length) return showLinks(c, opened, { typed, faults })
  const made = await makeFamilyLink(c.get('services'), c.get('person'), keyOf(form), file, { name: typed.name, scope })
  if (!made) return page.notFound(c)
  if (!made.ok) {
    const { why } = made
    if (why === 'again') return c.redirect(`/residents/${file.id}/family`, 303)
    return showLinks(c, opened, { typed, faults: {}, refusal: why })
  }
  const here = pageOf(c, community)
  const address = `${here.publicUrl}/f/${made.token}`
  c.header('referrer-policy', 'no-referrer')
  const props = { page: here, residentId: file.id, name: typed.name, scope, address, qr: qrPathOf(address) }
  return show(c, here, here.text.receipts.links.made, <FamilyMade {...props} />)
})

familyLinkForms.post('/residents/:id/family/:link{[0-9a-f]{24}}/renew', staff, (c) => change(c, renewFamilyLink))
familyLinkForms.post('/residents/:id/family/:link{[0-9a-f]{24}}/end', staff, (c) => change(c, endFamilyLink))

async function change(c: CWith<'person'>, act: typeof renewFamilyLink): Promise<Response> {
  const opened = await openedFile(c)
  if (!opened) return page.notFound(c)
  const { file } = opened
  await act(c.get('services'), c.get('person'), file, c.req.param('link') ?? '')
  return c.redirect(`/residents/${file.id}/family`, 303)
}

type Refused = {
  readonly typed: { readonly name: string; readonly scope: string }
  readonly faults: Faults
  readonly refusal?: 'no-consent' | 'too-many'
}

async function showLinks(
  c: C,
  { file, community }: NonNullable<Awaited<ReturnType<typeof openedFile>>>,
  refused: Refused | null = null,
) {
  const { store, now } = c.get('services')
  const here = pageOf(c, community)
  const given = (await givenConsents(store.db, [file.id])).get(file.id)?.given ?? []
  const body = (
    <FamilyLinksPage
      page={here}
      file={file}
      zone={community.zone}
      links={await familyLinksOf(store.db, file.id, now())}
      hasConsent={given.includes('family') && given.includes('posting')}
      formKey={newId()}
      typed={refused?.typed ?? { name: file.relativeName.slice(0, longestName), scope: '' }}
      faults={refused?.faults ?? {}}
      refusal={refused?.refusal ?? null}
    />
  )
  const status = refused ? (refused.refusal ? 409 : 422) : 200
  return show(c, here, here.text.receipts.links.title, body, status)
}
