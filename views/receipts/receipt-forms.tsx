import { satisfactions } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Button } from '#views/parts/form/button.tsx'
import { Hidden, RadioGroup, TextArea } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'
import type { ReceiptView } from './receipt-view-data.ts'

type Props = { readonly page: Page; readonly view: ReceiptView }

const wrong = ({ fault }: ReceiptView, name: string) => (fault?.name === name ? { error: fault.sentence } : {})

/** What became of the delivery. Once it has been rated, only later problems can be reported. */
export const WordForm = ({ page, view }: Props) => {
  const { text } = page
  const words = text.receipts.word
  const { wish } = view
  if (wish.state === 'fulfilled' && wish.satisfaction)
    return (
      <Fold summary={words.later} open={view.fault?.name === 'received'}>
        <Form page={page} view={view} answers={['dissatisfied', 'partly', 'no']} levels={false} />
      </Fold>
    )
  const title = wish.state === 'fulfilled' ? words.rate : received(page, view)
  return (
    <Panel title={title} id="word" tone="blue">
      <Form page={page} view={view} answers={['yes', 'partly', 'no']} levels />
    </Panel>
  )
}

const received = ({ text: { receipts } }: Page, { isOwn }: ReceiptView): string =>
  isOwn ? receipts.word.title : receipts.family.received

type FormProps = Props & {
  readonly answers: readonly ('yes' | 'partly' | 'no' | 'dissatisfied')[]
  readonly levels: boolean
}

const Form = ({ page, view, answers, levels }: FormProps) => {
  const { text } = page
  const words = text.receipts.word
  const { wish, typed } = view
  return (
    <form class="fields" method="post" novalidate action={view.base}>
      <Hidden name="act" value="word" />
      <Hidden name="seq" value={wish.seq} />
      <RadioGroup
        label={received(page, view)}
        name="received"
        value={typed.received ?? ''}
        options={answers.map((value) => ({ value, label: words.received[value] }))}
        required
        {...wrong(view, 'received')}
      />
      {levels && (
        <RadioGroup
          label={words.satisfaction}
          name="satisfaction"
          value={typed.satisfaction ?? 'unrated'}
          options={[
            ...satisfactions.map((value) => ({ value, label: text.words.satisfaction[value] })),
            { value: 'unrated', label: words.unrated },
          ]}
        />
      )}
      <Button wide>{words.button}</Button>
    </form>
  )
}

export const CorrectForm = (props: Props) => <MessageForm {...props} act="correct" field="text" />

/** Read by the secretary before the volunteer sees it. */
export const ThanksForm = (props: Props) => <MessageForm {...props} act="thanks" field="thanks" />

type MessageProps = Props & { readonly act: 'correct' | 'thanks'; readonly field: 'text' | 'thanks' }

/** A text that staff read. */
const MessageForm = ({ page, view, act, field }: MessageProps) => {
  const words = page.text.receipts[act]
  const fault = wrong(view, field)
  return (
    <Fold summary={words.title} open={'error' in fault}>
      <form class="fields" method="post" novalidate action={view.base}>
        <Hidden name="act" value={act} />
        <TextArea
          label={words.text}
          hint={words.hint}
          name={field}
          rows={3}
          value={view.typed[field] ?? ''}
          required
          {...fault}
        />
        <Button kind="second" wide>
          {words.button}
        </Button>
      </form>
    </Fold>
  )
}

export const WithdrawForm = ({ page, view }: Props) => {
  const words = page.text.receipts.withdraw
  return (
    <Fold summary={words.title}>
      <p>{words.lead}</p>
      <form method="post" action={view.base}>
        <Hidden name="act" value="withdraw" />
        <Hidden name="seq" value={view.wish.seq} />
        <Button kind="danger" wide>
          {words.button}
        </Button>
      </form>
    </Fold>
  )
}

/**
 * A button for each consent that was given. The one for staying on the list is missing, because staff should explain it
 * first.
 */
export const ConsentForms = ({ page, view }: Props) => {
  const { text } = page
  const words = text.receipts.consent
  const given = view.consents.filter((purpose) => purpose !== 'kept')
  return (
    <Fold summary={words.title}>
      <p>{given.length ? words.lead : words.none}</p>
      {given.map((purpose) => (
        <form method="post" action={view.base}>
          <Hidden name="act" value="consent" />
          <Hidden name="purpose" value={purpose} />
          <Button kind="second" wide>
            {words.back(text.words.consentPurpose[purpose])}
          </Button>
        </form>
      ))}
      {view.consents.includes('kept') && <p>{words.kept}</p>}
    </Fold>
  )
}

/** The receiving side reads this page and does not have to be called with each step. */
export const FollowForm = ({ page, view }: Props) => {
  const words = page.text.receipts.follow
  if (view.isFollowed) return <p>{words.isOn}</p>
  return (
    <Fold summary={words.title}>
      <p>{words.lead}</p>
      <form method="post" action={view.base}>
        <Hidden name="act" value="follow" />
        <Button kind="second" wide>
          {words.button}
        </Button>
      </form>
    </Fold>
  )
}
