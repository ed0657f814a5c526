import { catalogue, type Item, type ItemId, itemById } from '#domain/catalogue/catalogue.ts'
import { categories, measures } from '#domain/catalogue/catalogue-codes.ts'
import { Known, type Offers } from '#views/knowledge/known-answers.tsx'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Button } from '#views/parts/form/button.tsx'
import { Field, RadioGroup, Select } from '#views/parts/form/field.tsx'
import { Icon } from '#views/parts/icon.tsx'

type Props = {
  readonly page: Page
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly common: readonly ItemId[]
  readonly offers: Offers | null
}

/**
 * The items this community asks for most as pictures; the others of each category folded; and a text line for anything
 * not in the catalogue.
 */
export const Things = ({ page, typed, errors, common: asked, offers }: Props) => {
  const { form, catalogue: words } = page.text
  const commonIds = [...new Set([...asked, ...usual])].slice(0, usual.length)
  const common = commonIds.map((id) => itemById(id))
  const isOther = typed.item === 'other'
  return (
    <fieldset class={errors.item ? 'field wrong' : 'field'} aria-describedby="item-hint">
      <legend>{form.thing}</legend>
      <p class="hint" id="item-hint">
        {errors.item ?? form.thingHint}
      </p>
      <div class="picker">
        {common.map((item, index) => (
          <Thing item={item} page={page} chosen={typed.item} id={index === 0 ? 'item' : undefined} />
        ))}
      </div>
      {categories.map((category) => {
        const rest = catalogue.filter((item) => item.category === category && !commonIds.includes(item.id))
        return (
          <Fold summary={form.moreOf(words.categories[category])} open={rest.some((item) => item.id === typed.item)}>
            <div class="picker">
              {rest.map((item) => (
                <Thing item={item} page={page} chosen={typed.item} />
              ))}
            </div>
          </Fold>
        )
      })}
      <Fold summary={form.other} open={isOther || Boolean(errors.words)}>
        <label class="tick">
          <input type="radio" name="item" value="other" checked={isOther} required />
          <span>{form.other}</span>
        </label>
        <Field
          label={form.words}
          isNeededSometimes
          name="words"
          hint={form.wordsHint}
          value={typed.words ?? ''}
          error={errors.words}
          maxlength={80}
          {...(offers ? lookedUp(page) : {})}
        />
        {offers && (
          <>
            <Button kind="quiet" name="check" value="1" formnovalidate>
              {page.text.intake.check}
            </Button>
            <div id="known" aria-live="polite">
              <Known page={page} offers={offers} />
            </div>
          </>
        )}
        <RadioGroup
          label={form.category}
          name="category"
          value={typed.category ?? 'goods'}
          options={categories.map((value) => ({ value, label: words.categories[value] }))}
        />
        <Select
          label={form.measure}
          name="measure"
          value={typed.measure ?? 'piece'}
          options={measures.map((value) => ({ value, label: words.measures[value] }))}
        />
      </Fold>
    </fieldset>
  )
}

/** Looks up the community's existing answers while the user types. */
const lookedUp = ({ community }: Page) => ({
  'hx-post': community ? `/wishes/new/answers?c=${community.slug}` : '/wishes/new/answers',
  'hx-trigger': 'input changed delay:400ms',
  'hx-target': '#known',
})

const Thing = ({
  item,
  page,
  chosen,
  id,
}: {
  item: Item
  page: Page
  chosen: string | undefined
  id?: string | undefined
}) => (
  <label>
    <input type="radio" id={id} name="item" value={item.id} checked={item.id === chosen} required />
    <span>
      <Icon name={item.icon} />
      <span>{page.text.catalogue.items[item.id].name}</span>
    </span>
  </label>
)

/** The items that communities' lists ask for most, used until this community has asked for enough. */
const usual: readonly ItemId[] = [
  'plaster',
  'milk',
  'kettle',
  'rice',
  'cooking-oil',
  'reading-glasses',
  'cane',
  'change-lamp',
  'haircut',
  'fetch-medicine',
  'chat',
  'teach-phone',
]
