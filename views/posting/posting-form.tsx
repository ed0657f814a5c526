import type { ItemId } from '#domain/catalogue/catalogue.ts'
import { type ReferReason, urgencies } from '#domain/vocabulary.ts'
import type { Text } from '#text/text.ts'
import type { Within } from '#views/board/card.tsx'
import { Waiting } from '#views/board/waiting.tsx'
import type { Offers } from '#views/knowledge/known-answers.tsx'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Hidden, RadioGroup, TextArea } from '#views/parts/form/field.tsx'
import { type Meanwhile, WithMeanwhile } from '#views/parts/form/meanwhile-banner.tsx'
import { NeededTick } from '#views/parts/form/needed-tick.tsx'
import { Script } from './call-script.tsx'
import { CameAs } from './came.tsx'
import { Modes, wayOf } from './modes.tsx'
import { More, Refer } from './more.tsx'
import type { NewResident } from './new-resident.tsx'
import { Quantity } from './quantity.tsx'
import { Things } from './things.tsx'
import { type Listed, Whose } from './whose.tsx'

export type { NewResident } from './new-resident.tsx'

type Props = {
  readonly page: Page
  readonly action: string
  readonly title: string
  readonly button: string
  readonly whose:
    | { readonly found: Listed; readonly fresh: NewResident }
    | { readonly code: string; readonly version: number; readonly name: string; readonly place: string }
  /** Identifies the signed-in person for drafts stored on a phone; empty on the page that the phone itself stores. */
  readonly mark: string
  readonly keyOfForm: string
  /** Only for an amendment: who has changed the wish since the form was made. */
  readonly meanwhile: Meanwhile | null
  readonly typed: Readonly<Record<string, string>>
  /** Sentences by field. */
  readonly errors: Readonly<Record<string, string>>
  /** For something that cannot be a wish: the office to which it can be referred at once. */
  readonly office: ReferReason | null
  /** Private words that may be confirmed as needed. */
  readonly needed: readonly string[] | undefined
  /** The reasons that a refusal has asked for. */
  readonly asks: { readonly repeat: boolean; readonly odd: boolean }
  /** Null on the page that is stored for use without a signal, because it belongs to no community. */
  readonly limitYuan: string | null
  readonly within: Within | null
  /** The items that this community asks for most, the most frequent first. */
  readonly common: readonly ItemId[]
  /** Answers that fit what is typed; null if none are looked up: for an amendment, or without a signal. */
  readonly offers: Offers | null
  /** The item of a published wish cannot change; the rest may. */
  readonly isThingFixed: boolean
}

/** One form for posting and amending. Rarely needed fields are folded away, and nothing is asked twice. */
export const WishForm = (props: Props) => {
  const { page, typed, errors, whose } = props
  const { text } = page
  const { form } = text
  const isNew = 'fresh' in whose
  const way = isNew ? wayOf(typed) : 'visit'
  const isCall = way === 'phone'
  const isWritten = way === 'letter' || way === 'transfer'
  return (
    <div class="narrow">
      <h1>{isCall ? form.callTitle : isWritten ? text.intake.wayTitle[way] : props.title}</h1>
      {props.within === null && (
        <p class="lead" id="no-signal">
          {form.offline}
        </p>
      )}
      {!isNew && <p class="lead">{form.forWhom(whose.name, whose.place)}</p>}
      {isNew && props.within && <Modes page={page} way={way} resident={typed.resident ?? ''} />}
      {isNew && <Waiting page={page} mark={props.mark} />}
      <ErrorSummary
        title={text.site.errorSummary}
        errors={Object.entries(errors).map(([name, message]) => ({ name, message: withLabel(name, message, text) }))}
      />
      {props.office && !isNew && (
        <LinkButton kind="second" href={`/wishes/${whose.code}?refer`}>
          {text.moves.forms.refer.title}
        </LinkButton>
      )}
      <WithMeanwhile page={page} meanwhile={props.meanwhile}>
        {/* Browsers restore a form by the positions of its fields, and the lists in this form move them. */}
        <form
          method="post"
          novalidate
          action={props.action}
          class="fields"
          autocomplete="off"
          {...(isNew ? { 'data-doorstep': props.mark } : {})}
        >
          {'version' in whose ? (
            <Hidden name="version" value={whose.version} />
          ) : (
            <Hidden name="key" value={props.keyOfForm} />
          )}
          {isNew && <Hidden name="mark" value={props.mark} />}
          {isCall && <Hidden name="call" value="1" />}
          {isCall && <Script page={page} />}
          {isWritten && <CameAs page={page} typed={typed} errors={errors} way={way} />}
          {isNew && (
            <Whose
              page={page}
              words={typed.q ?? ''}
              chosen={typed.resident ?? ''}
              error={errors.resident}
              {...whose}
              errors={errors}
            />
          )}
          {props.isThingFixed ? <Hidden name="item" value={typed.item ?? ''} /> : <Things {...props} />}
          <Quantity page={page} value={typed.quantity ?? '1'} error={errors.quantity} />
          <RadioGroup
            label={form.urgency}
            name="urgency"
            value={typed.urgency ?? 'blue'}
            error={errors.urgency}
            options={urgencies.map((value) => ({
              value,
              label: text.words.urgency[value],
              ...(props.within ? { hint: form.within(props.within[value]) } : {}),
            }))}
          />
          {props.asks.repeat && (
            <div data-asked="repeat">
              <TextArea
                label={form.repeat}
                name="repeat"
                rows={2}
                hint={form.repeatHint}
                value={typed.repeat ?? ''}
                error={errors.repeat}
                required
              />
            </div>
          )}
          {props.asks.odd && (
            <div data-asked="odd">
              <TextArea
                label={text.oddities.field}
                name="odd"
                rows={2}
                hint={text.oddities.hint}
                value={typed.odd ?? ''}
                error={errors.odd}
                required
              />
            </div>
          )}
          <More {...props} isNew={isNew} asksCame={!isWritten} />
          {isNew && <Refer {...props} />}
          {isNew && props.office && (
            <div data-asked="referTo">
              <Button kind="second" wide name="referTo" value={props.office}>
                {text.intake.refer.instead(text.words.referReason[props.office])}
              </Button>
            </div>
          )}
          {(props.needed || typed.needed) && (
            <div data-asked="needed">
              <NeededTick page={page} words={props.needed} typed={typed.needed} />
            </div>
          )}
          <Button wide data-send>
            {props.button}
          </Button>
        </form>
      </WithMeanwhile>
      {isNew && <script type="module" src="/doorstep.js"></script>}
    </div>
  )
}

/** In the summary a sentence has no field next to it, so it starts with the label. */
function withLabel(name: string, message: string, { form, people, intake, oddities }: Text): string {
  const { residents } = people
  const { received, workOrder } = intake
  const own = {
    item: form.thing,
    words: form.words,
    note: form.note,
    repeat: form.repeat,
    odd: oddities.field,
    quantity: form.quantity,
    received,
    workOrder,
  }
  const labels: Readonly<Record<string, unknown>> = {
    ...residents,
    ...residents.form,
    ...own,
    gridId: residents.form.grid,
  }
  const label = labels[name]
  return typeof label === 'string' ? `${label} · ${message}` : message
}
