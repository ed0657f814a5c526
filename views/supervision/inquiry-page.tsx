import type { Community } from '#db/community/area-rows.ts'
import type { InquiryPassage } from '#db/supervision/inquiry-rows.ts'
import type { Inquiry } from '#domain/supervision/inquiry.ts'
import type { InquiryAct } from '#domain/supervision/inquiry-life.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Button } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden, TextArea } from '#views/parts/form/field.tsx'
import { NeededTick } from '#views/parts/form/needed-tick.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { Tag } from '#views/parts/tag.tsx'

type Props = {
  readonly page: Page
  readonly inquiry: Inquiry
  readonly community: Community
  readonly passages: readonly InquiryPassage[]
  /** What the person can do with it now. */
  readonly acts: readonly InquiryAct[]
  readonly isStepDone: boolean
  /** The reader works in the community and may open what it is about. */
  readonly isCommunity: boolean
  readonly form: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly faults: Readonly<Record<string, string>>
  readonly needed: readonly string[] | undefined
  readonly sentence: string | null
  readonly isSaved: boolean
  readonly days: { readonly first: string; readonly last: string }
}

/** What was asked and answered, and what the reader can do now. */
export const InquiryPage = (props: Props) => {
  const { page, inquiry, community, passages, acts, isStepDone, isCommunity, sentence, isSaved } = props
  const { text } = page
  const { supervision: words, time } = text
  const isLate = inquiry.state === 'asked' && inquiry.dueAt < page.now
  const forms = order.filter((act) => acts.includes(act))
  return (
    <div class="narrow">
      <h1>{words.inquiry.title}</h1>
      <p class="lead">
        {words.inquiry.state[inquiry.state]} {isLate && <Tag tone="red">{words.inquiry.late}</Tag>}
      </p>
      {isSaved && (
        <Banner tone="green" role="status">
          <p>{words.inquiry.saved}</p>
        </Banner>
      )}
      {sentence && (
        <Banner tone="yellow" role="alert">
          <p>{sentence}</p>
        </Banner>
      )}
      <Facts
        rows={[
          {
            term: words.rows.number,
            value: isCommunity ? <a href={placeOf(inquiry)}>{inquiry.code}</a> : inquiry.code,
          },
          { term: words.stepHead, value: words.step[inquiry.step] },
          { term: words.community, value: community.name },
          { term: words.inquiry.until, value: time.deadline(inquiry.dueAt, community.zone) },
          { term: words.inquiry.stepNow, value: isStepDone ? words.inquiry.stepDone : words.inquiry.stepOpen },
        ]}
      />
      {!isStepDone && inquiry.state === 'answered' && <p class="hint">{words.inquiry.whyNotAccept}</p>}
      {forms.map((act, index) =>
        index === 0 ? (
          <Panel title={words.inquiry.act[act].title} id={act}>
            <ActForm {...props} act={act} />
          </Panel>
        ) : (
          <Fold summary={words.inquiry.act[act].title} open={props.form.act === act}>
            <ActForm {...props} act={act} />
          </Fold>
        ),
      )}
      <Panel title={words.inquiry.history} id="history">
        <Facts
          rows={passages.map(({ act, at, note }) => ({
            term: time.moment(at, community.zone),
            value: (
              <>
                {words.inquiry.done[act]}
                <p class="lines">{note || (act === 'accept' ? '' : words.inquiry.erased)}</p>
              </>
            ),
          }))}
        />
      </Panel>
    </div>
  )
}

/** The likely next step comes first. */
const order = ['answer', 'accept', 'again', 'drop'] as const
type FormAct = (typeof order)[number]

/** Where the community finds what is asked about: wishes, letters and bookings have numbers of one kind. */
const placeOf = ({ step, code }: Inquiry): string => {
  if (step === 'receive' || step === 'answer') return `/letters/${code}`
  return step === 'preparation' ? `/counter/${code}` : `/wishes/${code}`
}

const ActForm = (props: Props & { readonly act: FormAct }) => {
  const { page, inquiry, act, form, faults, needed, days } = props
  const words = page.text.supervision.inquiry
  const isBack = form.act === act
  const typed = (name: string) => (isBack ? String(form[name] ?? '') : '')
  const field = (name: string) => ({ name, prefix: act, value: typed(name), error: isBack ? faults[name] : undefined })
  return (
    <form method="post" novalidate action={`/inquiries/${inquiry.id}`}>
      <Hidden name="seq" value={inquiry.seq} />
      <Hidden name="act" value={act} />
      <p class="hint">{words.act[act].hint}</p>
      {act !== 'accept' && (
        <TextArea label={words.act[act].words} {...field('words')} rows={4} maxlength={500} required />
      )}
      {act !== 'accept' && isBack && (
        <NeededTick page={page} words={needed} typed={typed('needed')} prefix={act} isGeneral />
      )}
      {act === 'again' && (
        <Field label={words.day} {...field('day')} type="date" min={days.first} max={days.last} required />
      )}
      <Button kind={act === 'drop' ? 'quiet' : act === 'again' ? 'second' : 'primary'}>{words.act[act].button}</Button>
    </form>
  )
}
