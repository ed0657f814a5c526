import type { Letter, LetterWords } from '#domain/letters/letter.ts'
import type { LetterAct } from '#domain/letters/letter-life.ts'
import { satisfactions } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Button } from '#views/parts/form/button.tsx'
import { Field, Hidden, RadioGroup, Select, TextArea } from '#views/parts/form/field.tsx'
import { NeededTick } from '#views/parts/form/needed-tick.tsx'
import { Panel } from '#views/parts/panel.tsx'

export type LetterFormsProps = {
  readonly page: Page
  readonly letter: Letter
  readonly words: LetterWords | null
  /** What the person can do with the letter now. */
  readonly acts: readonly LetterAct[]
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
  /** Answers of the knowledge base to similar questions. */
  readonly known: readonly { readonly id: string; readonly title: string }[]
  /** The form as typed if it comes back, and the sentences at its fields. */
  readonly typed: Readonly<Record<string, string>>
  readonly faults: Readonly<Record<string, string>>
  readonly needed: readonly string[] | undefined
  /** What the writer was answered last, to be edited for everyone. */
  readonly lastAnswer: string
  readonly published: { readonly question: string; readonly answer: string } | null
}

/** The likely next step is open, the others are folded. */
const order = ['receive', 'call', 'answer', 'assign', 'refer', 'publish', 'join', 'entrust', 'raise'] as const
type FormAct = (typeof order)[number]

export const LetterActForms = (props: LetterFormsProps) => {
  const { act } = props.page.text.letters
  const [first, ...others] = order.filter((name) => props.acts.includes(name))
  if (!first) return null
  const isWrong = (name: FormAct) => props.typed.act === name && Object.keys(props.faults).length > 0
  return (
    <>
      <Panel title={act[first].title} id={first}>
        <ActForm {...props} name={first} />
      </Panel>
      {others.map((name) => (
        <Fold summary={act[name].title} open={isWrong(name)}>
          <ActForm {...props} name={name} />
        </Fold>
      ))}
    </>
  )
}

type ActProps = LetterFormsProps & { readonly name: FormAct }

const ActForm = (props: ActProps) => {
  const { page, letter, name } = props
  const { act } = page.text.letters
  const Fields = fields[name]
  const hint = 'hint' in act[name] ? act[name].hint : null
  const button = name === 'publish' && props.published ? act.publish.again : act[name].button
  return (
    <form method="post" novalidate action={`/letters/${letter.code}`}>
      <Hidden name="seq" value={letter.seq} />
      <Hidden name="act" value={name} />
      {hint && <p class="hint">{hint}</p>}
      {Fields && <Fields {...props} />}
      <Button kind={name === 'receive' ? 'primary' : 'second'}>{button}</Button>
    </form>
  )
}

/** What was typed in this form, if it is the one that comes back. */
const own = ({ typed, faults, name: act }: ActProps, name: string) => ({
  name,
  prefix: act,
  value: typed.act === act ? typed[name] : undefined,
  error: typed.act === act ? faults[name] : undefined,
})

const AssignFields = (props: ActProps) => (
  <Select
    label={props.page.text.letters.act.assign.who}
    {...own(props, 'handler')}
    options={[{ value: '', label: '' }, ...props.colleagues.map(({ id, name }) => ({ value: id, label: name }))]}
    required
  />
)

const ReferFields = (props: ActProps) => (
  <TextArea label={props.page.text.letters.act.refer.note} {...own(props, 'note')} maxlength={300} required />
)

const AnswerFields = (props: ActProps) => {
  const { answer } = props.page.text.letters.act
  const { value, ...rest } = own(props, 'note')
  return (
    <>
      {props.known.length > 0 && (
        <>
          <p>{answer.fromKnowledge}</p>
          <ul class="links">
            {props.known.map(({ id, title }) => (
              <li>
                <a href={`/letters/${props.letter.code}?from=${id}#answer`}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <TextArea label={answer.note} rows={6} {...rest} value={value ?? props.typed.answer} maxlength={1000} required />
    </>
  )
}

const JoinFields = (props: ActProps) => {
  const { join } = props.page.text.letters.act
  return (
    <>
      <RadioGroup
        label={join.to}
        {...own(props, 'to')}
        options={[
          { value: 'wish', label: join.wish },
          { value: 'letter', label: join.letter },
        ]}
        required
      />
      <p>
        <a href="/wishes/new">{join.post}</a>
      </p>
      <Field label={join.code} {...own(props, 'number')} inputmode="numeric" maxlength={20} required />
    </>
  )
}

const CallFields = (props: ActProps) => {
  const { letters, words } = props.page.text
  const { call } = letters.act
  return (
    <>
      <p class="script">{call.script(props.words?.subject ?? '')}</p>
      <RadioGroup
        label={call.level}
        {...own(props, 'level')}
        options={[
          ...satisfactions.map((value) => ({ value, label: words.satisfaction[value] })),
          { value: 'missed', label: call.missed },
        ]}
        required
      />
      <TextArea label={call.note} {...own(props, 'note')} maxlength={300} />
    </>
  )
}

const PublishFields = (props: ActProps) => {
  const { publish } = props.page.text.letters.act
  const question = own(props, 'question')
  const answer = own(props, 'answer')
  return (
    <>
      <Field
        label={publish.question}
        {...question}
        value={question.value ?? props.published?.question ?? props.words?.subject}
        maxlength={100}
        required
      />
      <TextArea
        label={publish.answer}
        rows={5}
        {...answer}
        value={answer.value ?? props.published?.answer ?? props.lastAnswer}
        maxlength={1000}
        required
      />
      <NeededTick page={props.page} words={props.needed} typed={props.typed.needed} isGeneral />
    </>
  )
}

const fields: Readonly<Partial<Record<FormAct, (props: ActProps) => ReturnType<typeof AssignFields>>>> = {
  assign: AssignFields,
  refer: ReferFields,
  answer: AnswerFields,
  join: JoinFields,
  call: CallFields,
  publish: PublishFields,
}
