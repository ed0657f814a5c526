import type { Community } from '#db/community/area-rows.ts'
import { assignable, type Key, type ListKind, listKinds } from '#domain/lists/headings.ts'
import type { Page } from '#views/page.ts'
import { Empty } from '#views/parts/empty.tsx'
import { Button } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden, Select } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'

type Remembered = {
  readonly id: string
  readonly kind: ListKind
  readonly written: string
  readonly meaning: string
  readonly at: Date
}
type Props = {
  readonly page: Page
  readonly community: Community
  /** The kinds of list that the reader may import. */
  readonly kinds: readonly ListKind[]
  readonly headings: readonly Remembered[]
  readonly typed?: Readonly<Record<string, string>>
  readonly errors?: Readonly<Record<string, string>>
  readonly sentence?: string | undefined
}

/** The meanings a community has given to the headings of its lists, to change, remove or add. */
export const Headings = ({ page, community, kinds, headings, typed = {}, errors = {}, sentence }: Props) => {
  const { imports, site, time } = page.text
  const words = imports.headings
  const own = headings.filter(({ kind }) => kinds.includes(kind))
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {sentence && (
        <Banner tone="blue" role="status">
          <p>{sentence}</p>
        </Banner>
      )}
      {own.length === 0 && (
        <Empty icon="list" title={words.empty}>
          <p>{words.emptyHelp}</p>
        </Empty>
      )}
      {listKinds.map((kind) => {
        const those = own.filter((one) => one.kind === kind)
        return (
          those.length > 0 && (
            <Panel title={imports.preview.kind[kind]} id={`kind-${kind}`}>
              {those.map((one) => (
                <OneHeading page={page} community={community} heading={one} said={words.by(time.day(one.at))} />
              ))}
            </Panel>
          )
        )
      })}
      <Panel title={words.add} id="add">
        <form method="post" novalidate action="/import/headings">
          <Hidden name="c" value={community.slug} />
          <div class="fields">
            <Field
              label={words.heading}
              name="heading"
              maxlength={80}
              autocomplete="off"
              required
              value={typed.heading ?? ''}
              {...(errors.heading ? { error: errors.heading } : {})}
            />
            <Select
              label={imports.ask.columns}
              name="means"
              value={typed.means ?? ''}
              options={[
                { value: '', label: words.choose },
                ...kinds.flatMap((kind) =>
                  meanings(page, kind).map(({ value, label }) => ({
                    value: `${kind}:${value}`,
                    label: words.inKind(imports.preview.kind[kind], label),
                  })),
                ),
              ]}
              {...(errors.means ? { error: errors.means } : {})}
            />
          </div>
          <Button>{words.addButton}</Button>
        </form>
      </Panel>
      <p>
        <a class="plain" href={`/import?c=${encodeURIComponent(community.slug)}`}>
          {site.back}
        </a>
      </p>
    </div>
  )
}

const OneHeading = ({
  page,
  community,
  heading,
  said,
}: {
  readonly page: Page
  readonly community: Community
  readonly heading: Remembered
  readonly said: string
}) => {
  const words = page.text.imports.headings
  return (
    <form method="post" novalidate action={`/import/headings/${heading.id}`}>
      <Hidden name="c" value={community.slug} />
      {heading.meaning === 'list' ? (
        <p>{words.list(heading.written)}</p>
      ) : (
        <Select
          label={words.meaning(heading.written)}
          name="means"
          prefix={heading.id}
          value={heading.meaning}
          options={meanings(page, heading.kind)}
        />
      )}
      <p class="hint">{said}</p>
      <div class="actions">
        {heading.meaning !== 'list' && (
          <Button kind="second" name="do" value="save">
            {words.save}
          </Button>
        )}
        <Button kind="quiet" name="do" value="forget">
          {words.forget}
        </Button>
      </div>
    </form>
  )
}

const meanings = (
  { text }: Page,
  kind: ListKind,
): readonly { readonly value: Key | 'none'; readonly label: string }[] => [
  { value: 'none', label: text.imports.ask.none },
  ...assignable[kind].map((key) => ({ value: key, label: text.doubts.keyName(kind, key) })),
]
