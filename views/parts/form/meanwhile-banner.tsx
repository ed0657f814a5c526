import type { Child } from 'hono/jsx'
import type { Page } from '#views/page.ts'
import { BesideFields } from '#views/parts/recorded.tsx'
import { Banner } from './error-summary.tsx'

/** Who has changed the record since its form was opened, and the present values that differ from what was typed. */
export type Meanwhile = {
  readonly changes: readonly { readonly who: string; readonly at: Date }[]
  /** By field, in the form of the field's value. */
  readonly now: Readonly<Record<string, string>>
}

/** Wraps an edit form: every field in it then shows the present value, without the form having to do anything. */
export const WithMeanwhile = ({
  page,
  meanwhile,
  children,
}: {
  readonly page: Page
  readonly meanwhile: Meanwhile | null
  readonly children?: Child
}) => {
  if (!meanwhile) return <>{children}</>
  const { text, community } = page
  const { meanwhile: words } = text
  return (
    <>
      <Banner tone="yellow" role="alert" title={words.title}>
        {meanwhile.changes.map(({ who, at }) => (
          <p>{words.changed(who, text.time.moment(at, community?.zone))}</p>
        ))}
        <p>{Object.keys(meanwhile.now).length ? words.lead : words.same}</p>
      </Banner>
      <BesideFields.Provider value={{ values: meanwhile.now, words }}>{children}</BesideFields.Provider>
    </>
  )
}
