import type { Community } from '#db/community/area-rows.ts'
import { assignable, type Key, type ListKind, listKinds } from '#domain/lists/headings.ts'
import type { Doubtful } from '#domain/lists/questions.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden, RadioGroup, Select } from '#views/parts/form/field.tsx'

type AskedColumn = { readonly heading: string; readonly guess: Key | 'none' | ''; readonly isAsked: boolean }
type Props = {
  readonly page: Page
  readonly community: Community
  readonly fileName: string
  /** Where the headings are; null if the list was read and the user wants to correct it. */
  readonly at: { readonly sheet: string; readonly line: number } | null
  readonly kind: ListKind
  /** False if the kind is part of the question. */
  readonly isKindKnown: boolean
  readonly doubtful: readonly Doubtful[]
  readonly columns: readonly AskedColumn[]
  /** The file's bytes in base64, so that it does not have to be chosen again; null for a large file. They are not stored. */
  readonly copy: string | null
  readonly keyOfForm: string
  /** What is wrong with what was sent; `atFile` if it is about the file itself. */
  readonly sentence?: string | undefined
  readonly atFile?: string | undefined
}

/**
 * Asks what the program does not decide itself: the kind of list and the meaning of its columns. The answers are sent
 * together with the file.
 */
export const AskColumns = (props: Props) => {
  const { page, community, fileName, at, kind, isKindKnown, doubtful, columns, copy, keyOfForm, sentence, atFile } =
    props
  const { imports, doubts } = page.text
  const { ask, preview } = imports
  const kinds = listKinds.map((value) => ({ value, label: preview.kind[value] }))
  const meanings = [
    { value: 'none', label: ask.none },
    ...assignable[kind].map((key) => ({ value: key, label: doubts.keyName(kind, key) })),
  ]
  return (
    <div class="narrow">
      <h1>{at ? ask.title : ask.fixTitle}</h1>
      <p class="lead">{at ? ask.lead(fileName, at.sheet, at.line) : ask.fixLead(fileName)}</p>
      {sentence && <Banner tone="red" role="alert" title={sentence} />}
      {doubtful.length > 0 && (
        <Banner tone="yellow" role="status">
          {doubtful.map((one) => (
            <p>{doubts.ask(one, kind)}</p>
          ))}
        </Banner>
      )}
      <form class="panel" method="post" novalidate action="/import" enctype="multipart/form-data">
        <Hidden name="key" value={keyOfForm} />
        <Hidden name="c" value={community.slug} />
        <Hidden name="asked" value={kind} />
        <div class="fields">
          <RadioGroup label={ask.kind} name="kind" options={kinds} required {...(isKindKnown ? { value: kind } : {})} />
          <h2>{ask.columns}</h2>
          {columns.map(({ heading, guess, isAsked }, index) => (
            <>
              <Hidden name={`heading-${index}`} value={heading} />
              <Select
                half
                label={heading}
                name={`means-${index}`}
                value={guess}
                options={guess === '' ? [{ value: '', label: imports.headings.choose }, ...meanings] : meanings}
                {...(isAsked ? { error: askedOf(heading, doubtful, kind, doubts.ask) } : {})}
              />
            </>
          ))}
          {copy === null ? (
            <Field
              label={ask.file}
              name="file"
              type="file"
              hint={ask.fileHint}
              accept=".xlsx,.csv,.txt"
              required
              error={atFile}
            />
          ) : (
            <>
              <Hidden name="copy" value={copy} />
              <Hidden name="copyName" value={fileName} />
            </>
          )}
        </div>
        <p class="hint">{ask.remembered}</p>
        <div class="actions">
          <Button>{ask.button}</Button>
          <LinkButton kind="quiet" href={`/import?c=${encodeURIComponent(community.slug)}`}>
            {imports.done.again}
          </LinkButton>
        </div>
      </form>
    </div>
  )
}

function askedOf(
  heading: string,
  doubtful: readonly Doubtful[],
  kind: ListKind,
  say: (one: Doubtful, kind: ListKind) => string,
): string {
  const about = doubtful.find((one) =>
    one.code === 'several' ? one.headings.includes(heading) : 'heading' in one && one.heading === heading,
  )
  return about ? say(about, kind) : ''
}
