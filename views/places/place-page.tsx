import type { Child } from 'hono/jsx'
import type { AreaLine } from '#db/community/area-rows.ts'
import type { SettingsForm } from '#domain/community-settings.ts'
import { partOf } from '#domain/people/role-areas.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden, Select, TextArea } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { Tag } from '#views/parts/tag.tsx'

type Errors = Readonly<Record<string, string | undefined>>
export type PlaceShown = {
  readonly told?: { readonly tone: 'green' | 'red'; readonly sentences: readonly string[] }
  readonly name?: string
  readonly settings?: SettingsForm
  readonly part?: { readonly name: string; readonly settings: SettingsForm }
  /** The buildings as typed. */
  readonly buildings?: string
  readonly errors?: Errors
}

type Elsewhere = readonly { readonly id: string; readonly grid: string; readonly count: number }[]
type Listed = {
  readonly version: number
  readonly lines: readonly string[]
  /** Residents of these buildings who are in other grids, and residents here whose buildings other grids list. */
  readonly from: Elsewhere
  readonly to: Elsewhere
}

type Props = PlaceShown & {
  readonly page: Page
  readonly area: AreaLine
  readonly stored: SettingsForm | null
  readonly formKey: string
  /** The buildings of a grid, for its secretary. */
  readonly listed: Listed | null
  readonly maySplit: boolean
  /** Whether the reader may change its place among the areas of the same parent. */
  readonly mayOrder: boolean
  /** Whether the reader may add a part. */
  readonly mayAdd: boolean
}

/** One area: its name, what a community shows of itself, a new part, and closing. */
export const PlacePage = (props: Props) => {
  const { page, area, stored, formKey, maySplit, mayOrder, mayAdd, told, errors = {} } = props
  const { text } = page
  const words = text.places
  const part = partOf(area.kind)
  return (
    <div class="narrow">
      <p>
        <a href="/places">{words.back}</a>
      </p>
      <h1>{area.name}</h1>
      <p class="tags">
        <span>{words.kind[area.kind]}</span>
        {area.isClosed && <Tag>{words.closed}</Tag>}
        <LinkButton kind="quiet" href={`/people?area=${area.id}`}>
          {words.toPeople}
        </LinkButton>
      </p>
      {told && (
        <Banner tone={told.tone} role={told.tone === 'red' ? 'alert' : 'status'}>
          {told.sentences.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </Banner>
      )}
      {maySplit && (
        <p class="actions">
          <LinkButton kind="second" href={`/places/${area.id}/move`}>
            {words.move}
          </LinkButton>
        </p>
      )}
      {!area.isClosed && <Buildings {...props} />}
      {!area.isClosed && (
        <Panel title={words.rename}>
          <form class="fields" method="post" novalidate action={`/places/${area.id}/name`}>
            <Hidden name="before" value={area.name} />
            <Field label={words.name} name="name" value={props.name ?? area.name} error={errors.name} required />
            <p class="actions">
              <Button kind="second">{words.save}</Button>
            </p>
          </form>
        </Panel>
      )}
      {stored && !area.isClosed && (
        <Panel title={words.settings}>
          <form class="fields" method="post" novalidate action={`/places/${area.id}/settings`}>
            {Object.entries(stored).map(([name, value]) => (
              <Hidden name={`before-${name}`} value={value} />
            ))}
            <SettingsFields page={page} typed={props.settings ?? stored} errors={errors} />
            <p class="actions">
              <Button kind="second">{words.save}</Button>
            </p>
          </form>
        </Panel>
      )}
      {part && mayAdd && !area.isClosed && (
        <Fold summary={words.add[part]} open={props.part !== undefined}>
          <form class="fields" method="post" novalidate action={`/places/${area.id}/parts`}>
            <Hidden name="key" value={formKey} />
            <Field
              label={words.name}
              name="name"
              prefix="part"
              value={props.part?.name ?? ''}
              error={errors['part-name']}
              required
            />
            {part === 'community' && (
              <SettingsFields
                page={page}
                prefix="part"
                typed={props.part?.settings ?? newCommunity}
                errors={{
                  slug: errors['part-slug'],
                  phone: errors['part-phone'],
                  opens: errors['part-opens'],
                  closes: errors['part-closes'],
                }}
              />
            )}
            <p class="actions">
              <Button kind="second">{words.add[part]}</Button>
            </p>
          </form>
        </Fold>
      )}
      {area.parentId !== null && !area.isClosed && mayOrder && (
        <form class="actions" method="post" action={`/places/${area.id}/order`}>
          <Button kind="quiet" name="step" value="up">
            {words.up}
          </Button>
          <Button kind="quiet" name="step" value="down">
            {words.down}
          </Button>
        </form>
      )}
      {!area.isClosed && <CloseFold words={words} id={area.id} />}
    </div>
  )
}

const Buildings = ({ page, area, listed, buildings, errors = {} }: Props) => {
  const words = page.text.places
  if (!listed) return null
  return (
    <Panel title={words.buildings}>
      <p>{words.buildingsHelp}</p>
      {listed.from.map(({ id, grid, count }) => (
        <p>
          <a href={`/places/${id}/move`}>{words.fromElsewhere(count, grid)}</a>
        </p>
      ))}
      {listed.to.map(({ grid, count }) => (
        <p>
          <a href={`/places/${area.id}/move`}>{words.listedElsewhere(count, grid)}</a>
        </p>
      ))}
      <form class="fields" method="post" novalidate action={`/places/${area.id}/buildings`}>
        <Hidden name="version" value={listed.version} />
        <TextArea
          label={words.buildingsList}
          hint={words.buildingsHint}
          name="buildings"
          rows={Math.min(12, Math.max(4, listed.lines.length))}
          value={buildings ?? listed.lines.join('\n')}
          error={errors.buildings}
        />
        <p class="actions">
          <Button kind="second">{words.save}</Button>
        </p>
      </form>
    </Panel>
  )
}

const newCommunity: SettingsForm = { slug: '', phone: '', opens: '10:00', closes: '18:30', region: 'xinjiang' }

const CloseFold = ({ words, id }: { readonly words: Page['text']['places']; readonly id: string }): Child => (
  <Fold summary={words.close}>
    <p>{words.closeHelp}</p>
    <form method="post" action={`/places/${id}/close`}>
      <Button kind="danger">{words.closeButton}</Button>
    </form>
  </Fold>
)

const SettingsFields = ({
  page,
  typed,
  errors,
  prefix,
}: {
  readonly page: Page
  readonly typed: SettingsForm
  readonly errors: Errors
  readonly prefix?: string
}) => {
  const words = page.text.places
  const of = prefix ? { prefix } : {}
  return (
    <>
      <Field
        {...of}
        label={words.phone}
        required
        name="phone"
        type="tel"
        inputmode="tel"
        autocomplete="off"
        value={typed.phone}
        error={errors.phone}
      />
      <Field
        {...of}
        half
        label={words.opens}
        required
        name="opens"
        type="time"
        value={typed.opens}
        error={errors.opens}
      />
      <Field
        {...of}
        half
        label={words.closes}
        required
        name="closes"
        type="time"
        value={typed.closes}
        error={errors.closes}
      />
      <Field
        {...of}
        label={words.slug}
        required
        hint={words.slugHint}
        name="slug"
        autocapitalize="none"
        autocomplete="off"
        spellcheck={false}
        value={typed.slug}
        error={errors.slug}
      />
      <Select
        {...of}
        label={words.region}
        name="region"
        options={[
          { value: '', label: words.regions[''] },
          { value: 'xinjiang', label: words.regions.xinjiang },
        ]}
        value={typed.region}
      />
    </>
  )
}
