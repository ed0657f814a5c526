import { isDissatisfied, type Satisfaction, type Speaker, satisfactions } from '#domain/vocabulary.ts'
import type { Order } from '#domain/wish/orders.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { PageCall } from './page-call.ts'

const receivedAnswers = ['yes', 'partly', 'no'] as const
type ReceivedAnswer = (typeof receivedAnswers)[number]

/** What the receiving side says about a delivery on its page. Without a level it only says that it has arrived. */
export type ReceiptWord = { readonly received: ReceivedAnswer; readonly satisfaction: Satisfaction | null }

/** Null if nothing was chosen. `dissatisfied` is for someone who has already rated it and found a problem later. */
export function readWord(received: string | undefined, level: string | undefined): ReceiptWord | null {
  if (received === 'dissatisfied') return { received: 'yes', satisfaction: 'dissatisfied' }
  const answer = receivedAnswers.find((one) => one === received)
  if (!answer) return null
  const satisfaction = answer === 'yes' ? (satisfactions.find((one) => one === level) ?? null) : null
  return { received: answer, satisfaction }
}

/** The act that the word leads to: the same ones as after a call. */
export function orderOfWord(word: ReceiptWord, wish: Wish, speaker: Speaker, call: PageCall | null = null): Order {
  const { received, satisfaction } = word
  const said = { speaker, satisfaction, onPage: true }
  if (received === 'no') return { action: 'reopen', reason: 'not-received', ...said }
  if (received === 'partly') return { action: 'reopen', reason: 'partly-received', ...said }
  if (isDissatisfied(satisfaction)) return { action: 'reopen', reason: 'dissatisfied', ...said }
  if (wish.state === 'fulfilled') return { action: 'rate', ...said, ...(call ? { call } : {}) }
  return { action: 'confirm', how: 'page', speaker, satisfaction, ...(call ? { call } : {}) }
}

/** Whether there is a delivery to say something about. */
export const hasArrived = ({ state }: Pick<Wish, 'state'>): boolean =>
  state === 'delivered' || state === 'unconfirmed' || state === 'fulfilled'
