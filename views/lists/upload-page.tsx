import type { Community } from '#db/community/area-rows.ts'
import type { Page } from '#views/page.ts'
import { Button } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden, Select } from '#views/parts/form/field.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { Panel } from '#views/parts/panel.tsx'

type Waiting = { readonly id: string; readonly fileName: string; readonly at: Date; readonly expiresAt: Date }
type Props = {
  readonly page: Page
  readonly community: Community
  readonly communities: readonly Community[]
  readonly waiting: readonly Waiting[]
  readonly keyOfForm: string
  readonly sentence?: string | undefined
}

/** The form to choose a file. It says what can be read, so that no one tidies a list for nothing. */
export const Upload = ({ page, community, communities, waiting, keyOfForm, sentence }: Props) => {
  const { imports, site, time } = page.text
  return (
    <div class="narrow">
      <h1>{imports.title}</h1>
      <p class="lead">{imports.lead}</p>
      {sentence && <Banner tone="red" role="alert" title={sentence} />}
      <form class="panel" method="post" novalidate action="/import" enctype="multipart/form-data">
        <Hidden name="key" value={keyOfForm} />
        {communities.length > 1 ? (
          <Select
            label={imports.community}
            name="c"
            value={community.slug}
            options={communities.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
        ) : (
          <Hidden name="c" value={community.slug} />
        )}
        <Field
          label={imports.file}
          name="file"
          type="file"
          hint={imports.fileHint}
          accept=".xlsx,.csv,.txt"
          required
          error={sentence}
        />
        <Button wide>
          <Icon name="upload" />
          {imports.upload}
        </Button>
      </form>
      {waiting.length > 0 && (
        <Panel title={imports.waiting} id="waiting">
          <ul class="links">
            {waiting.map(({ id, fileName, expiresAt }) => (
              <li>
                <a href={`/import/${id}`}>
                  <b>{fileName}</b> <small>{imports.until(time.moment(expiresAt))}</small>
                </a>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={imports.understoodTitle} id="understood">
        <ul>
          {imports.understood.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
        <p>{imports.neverRead}</p>
        <p>{imports.samples}</p>
        <p class="go">
          {Object.entries(imports.sample).map(([file, label]) => (
            <a href={`/samples/${file}`} download={file}>
              {label}
            </a>
          ))}
        </p>
        <p class="hint">{imports.samplesInvented}</p>
      </Panel>
      <p class="go">
        <a href={`/import/headings?c=${encodeURIComponent(community.slug)}`}>{imports.headings.link}</a>
      </p>
      <p>
        <a class="plain" href="/desk">
          {site.back}
        </a>
      </p>
    </div>
  )
}
