import type { Wish } from '#domain/wish/wish.ts'
import type { Page } from '#views/page.ts'
import { type StepState, Steps } from '#views/parts/step-list.tsx'
import { When } from '#views/parts/when.tsx'

type Props = { readonly page: Page; readonly wish: Wish; readonly zone: string }

/** Posted, published, claimed, delivered, called back: which of the five steps this wish has reached. */
export const WishSteps = ({ page: { text, lang }, wish, zone }: Props) => {
  const { step, undecided, stepState } = text.card
  const marks = [wish.postedAt, wish.publishedAt, wish.claimedAt, wish.deliveredAt, wish.confirmedAt]
  const reached = marks.indexOf(null)
  const isOver = wish.endedAt !== null
  const stateOf = (index: number): StepState => {
    if (reached === -1 || index < reached) return 'past'
    return index === reached ? (isOver ? 'stopped' : 'now') : 'next'
  }
  const names = [step.post, step.publish, step.claim, step.deliver, step.callback]
  return (
    <Steps
      label={text.card.steps}
      stateWord={stepState}
      steps={names.map((label, index) => {
        const at = marks[index] ?? (index === 3 ? wish.visitAt : null)
        const later = isOver ? null : undecided
        return { label, state: stateOf(index), when: at ? <When at={at} lang={lang} zone={zone} /> : later }
      })}
    />
  )
}
