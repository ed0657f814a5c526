import { dialled } from '#domain/reading/phones.ts'
import { shortDay } from '#text/days.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { ConsentPanel } from './consent.tsx'
import { FamilyPanel } from './family-panel.tsx'
import { OverPart } from './over-part.tsx'
import { RenewalPanel } from './renewal-panel.tsx'
import type { ResidentFile } from './resident-file.ts'
import { doorOf, titleOf } from './resident-labels.ts'

export const ResidentPage = ({
  page,
  file,
  told,
  form,
}: {
  page: Page
  file: ResidentFile
  told: string | null
  /** What the forms of the page need. */
  form: { readonly key: string; readonly today: string }
}) => {
  const { text, community } = page
  const { show: words, title } = text.people.residents
  return (
    <>
      <p>
        <a href={`/residents?c=${community?.slug ?? ''}`}>{title}</a>
      </p>
      <h1>{file.name || text.endings.erasedFile}</h1>
      {told && (
        <Banner tone="green" role="status">
          <p>{told}</p>
        </Banner>
      )}
      {file.endedAt ? (
        <OverPart page={page} file={file} today={form.today} />
      ) : (
        <p class="actions">
          <LinkButton href={`/wishes/new?resident=${file.id}`}>
            <Icon name="heart" />
            {words.newWish}
          </LinkButton>
          <LinkButton kind="second" href={`/residents/${file.id}/edit`}>
            {words.edit}
          </LinkButton>
          <LinkButton kind="quiet" href={`/residents/${file.id}/copy`}>
            {text.copy.open}
          </LinkButton>
          <LinkButton kind="quiet" href={`/residents/${file.id}/end`}>
            {text.endings.title}
          </LinkButton>
        </p>
      )}
      {file.renewalDueAt && file.renewedOn && !file.endedAt && (
        <RenewalPanel
          page={page}
          residentId={file.id}
          renewedOn={file.renewedOn}
          formKey={form.key}
          today={form.today}
        />
      )}
      <div class="columns">
        <div>
          <FactsPanel page={page} file={file} />
          <WishesPanel page={page} file={file} />
        </div>
        <div>
          <ConsentPanel page={page} residentId={file.id} consents={file.consents} />
          {!file.endedAt && (
            <FamilyPanel
              page={page}
              residentId={file.id}
              links={file.links}
              zone={community?.zone ?? 'Asia/Shanghai'}
            />
          )}
        </div>
      </div>
    </>
  )
}

const FactsPanel = ({ page: { text }, file }: { page: Page; file: ResidentFile }) => {
  const { show: words, form } = text.people.residents
  const relative = [file.relativeName, file.relativePhone && <Tel phone={file.relativePhone} />].filter(Boolean)
  return (
    <Panel title={words.file}>
      <Facts
        rows={[
          {
            term: words.phones,
            value: file.phones.length ? file.phones.map((phone) => <Tel phone={phone} />) : words.noPhone,
          },
          {
            term: words.hours,
            value: file.callFrom ? `${file.callFrom}–${file.callUntil ?? ''}` : words.anyHour,
          },
          { term: words.door, value: doorOf(text, file) },
          {
            term: words.grid,
            value: file.otherGrid ? (
              <>
                {file.grid} <small>{words.otherGrid(file.otherGrid)}</small>
              </>
            ) : (
              file.grid
            ),
          },
          { term: words.sex, value: file.sex ? form.sexOf[file.sex] : words.unknown },
          { term: words.age, value: file.ageBand ? text.words.ageBand[file.ageBand] : words.unknown },
          { term: words.relative, value: relative.length ? relative.map((part) => <>{part} </>) : words.unknown },
          { term: words.hearing, value: file.hearing || words.unknown },
        ]}
      />
      <p class="hint">{words.logged}</p>
    </Panel>
  )
}

const Tel = ({ phone }: { phone: string }) => (
  <>
    <a class="number" href={`tel:${dialled(phone)}`}>
      {phone}
    </a>{' '}
  </>
)

const WishesPanel = ({ page, file }: { page: Page; file: ResidentFile }) => {
  const { text, lang } = page
  const words = text.people.residents.show
  if (!file.wishes.length)
    return (
      <Panel title={words.wishes}>
        <p>{words.noWishes}</p>
      </Panel>
    )
  const { title, state, day } = words.wishHead
  return (
    <Table
      caption={words.wishes}
      head={[title, state, day]}
      rows={file.wishes.map((wish) => [
        <a href={`/wishes/${wish.code}`}>{titleOf(text, wish)}</a>,
        text.words.state[wish.state],
        shortDay[lang](wish.postedAt),
      ])}
    />
  )
}
