import { isItemId } from '#domain/catalogue/catalogue.ts'
import type { Oddity } from '#domain/wish/notes/oddities.ts'
import { catalogueEn } from '#text/en/catalogue/catalogue-text.ts'
import type { odditiesZh } from '#text/zh/wishes/oddities-text.ts'

const yuan = (fen: number) => String(fen / 100)
const nameOf = (itemId: string | null) => (isItemId(itemId) ? `“${catalogueEn.items[itemId].name}”` : 'it')

/** What is odd or expensive about a wish, as a clause. */
function say(oddity: Oddity): string {
  switch (oddity.code) {
    case 'measure': {
      const { count, measure, written } = oddity
      return `“${measure ? catalogueEn.amount(count, measure) : written}” does not suit ${nameOf(oddity.itemId)}`
    }
    case 'many':
      return `it asks for ${oddity.count} at once, where at most ${oddity.usual} are usual`
    case 'often':
      return `with this wish the household has asked for ${nameOf(oddity.itemId)} ${oddity.count} times or pieces within a year`
    case 'dear': {
      const usual = oddity.usualFen === null ? '' : `, where about ${yuan(oddity.usualFen)} is usual`
      const limit = oddity.limitFen === null ? '' : `, which is over the limit of ${yuan(oddity.limitFen)} yuan a wish`
      return `the value is ${yuan(oddity.valueFen)} yuan${usual}${limit}`
    }
  }
}

export const odditiesEn: typeof odditiesZh = {
  say,
  title: 'Something here is unusual',
  field: 'Why it is like this',
  hint: 'One sentence. The secretary reads it before publishing, the public does not. For example: there are two of them, one each.',
  said: (name, reason) => `${name} says: ${reason}`,
  saidErased: (name) => `${name} gave a reason, which has been erased`,
  unsaid: 'No reason was given when it was posted. Ask before you publish it, or return it for more information.',
  ask: 'Why it can be published',
  hintPublish: 'One sentence, which the public does not see. For example: asked by telephone, one each for the couple.',
}
