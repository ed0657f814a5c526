import type { Resident } from '#db/residents/resident-rows.ts'
import { satisfactions, speakers } from '#domain/vocabulary.ts'
import { bestTime } from '#domain/wish/callback.ts'
import { checksFor, type HandoverCheck } from '#domain/wish/handover.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Page } from '#views/page.ts'
import { Button } from '#views/parts/form/button.tsx'
import { ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Hidden, RadioGroup, TextArea } from '#views/parts/form/field.tsx'
import { NeededTick } from '#views/parts/form/needed-tick.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { Watermark } from '#views/parts/paper/watermark.tsx'
import { Said, saidWords } from '#views/parts/when.tsx'
import { Noticed } from '#views/posting/noticed.tsx'
import { callRows } from '#views/residents/reach-rows.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'

type Props = {
  readonly page: Page
  readonly wish: Wish
  readonly publicText: string
  readonly resident: Resident
  readonly zone: string
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  /** Private words in the note that may be confirmed as needed. */
  readonly needed?: readonly string[] | undefined
  /** What the volunteer ticked with the delivery. */
  readonly ticked: readonly HandoverCheck[]
  readonly watermark: string
}

/** The page for one call: what to say, whom to call, what they answered. */
export const CallPage = ({
  page,
  wish,
  publicText,
  resident,
  zone,
  typed,
  errors,
  needed,
  ticked,
  watermark,
}: Props) => {
  const { text } = page
  const { call } = text.moves
  const title = titleOf({ ...wish, publicText }, text)
  const when = bestTime(resident, wish.lastTryAt, page.now, zone)
  const optionsOf = (words: Readonly<Record<string, string>>, values: readonly string[]) =>
    values.map((value) => ({ value, label: words[value] ?? value }))
  return (
    <div class="narrow">
      <h1>{call.title}</h1>
      <p class="lead">
        <a href={`/wishes/${wish.code}`}>{text.card.code(wish.code)}</a>
        {wish.callbackTries > 0 && ` · ${call.tried(wish.callbackTries)}`}
        {when > page.now && ` · ${text.callbacks.later(saidWords(when, page.now, text, zone))}`}
      </p>
      <Panel title={call.wished} id="call">
        <Watermark text={watermark} />
        <Facts
          rows={[
            { term: text.card.public, value: title },
            {
              term: call.deliveredOn,
              value: wish.deliveredAt ? <Said at={wish.deliveredAt} page={page} zone={zone} /> : '—',
            },
            ...callRows(resident, text),
          ]}
        />
      </Panel>
      <blockquote class="panel blue">
        <p class="say">{call.script(title, wish.deliveredAt ? text.time.day(wish.deliveredAt, zone) : '')}</p>
        <footer class="hint">{call.scriptHint}</footer>
      </blockquote>
      <HandoverQuestions page={page} itemId={wish.itemId} ticked={ticked} />
      <ErrorSummary
        title={text.site.errorSummary}
        errors={Object.entries(errors).map(([name, message]) => ({ name, message }))}
      />
      <form method="post" novalidate action={`/wishes/${wish.code}/confirm`}>
        <Hidden name="seq" value={typed.seq ?? String(wish.seq)} />
        <RadioGroup
          label={call.reached}
          name="reached"
          value={typed.reached ?? ''}
          error={errors.reached}
          required
          options={optionsOf(text.words.reached, ['yes', 'no-answer', 'refused'])}
        />
        <RadioGroup
          label={call.speaker}
          name="speaker"
          value={typed.speaker ?? 'resident'}
          options={optionsOf(text.words.speaker, speakers)}
        />
        <RadioGroup
          label={call.received}
          isNeededSometimes
          name="received"
          value={typed.received ?? ''}
          error={errors.received}
          options={optionsOf(text.words.received, ['yes', 'partly', 'no'])}
        />
        <RadioGroup
          label={call.satisfaction}
          name="satisfaction"
          value={typed.satisfaction ?? 'unrated'}
          options={[
            ...optionsOf(text.words.satisfaction, satisfactions),
            { value: 'unrated', label: text.words.unrated },
          ]}
        />
        <TextArea label={call.words} name="words" rows={3} value={typed.words ?? ''} error={errors.words} />
        <NeededTick page={page} words={needed} typed={typed.needed} />
        <TextArea
          label={text.receipts.thanks.onCall}
          hint={text.receipts.thanks.onCallHint}
          name="thanks"
          rows={2}
          value={typed.thanks ?? ''}
          error={errors.thanks}
        />
        <Button wide>{call.button}</Button>
      </form>
      <Noticed page={page} code={wish.code} />
    </div>
  )
}

type Questions = { readonly page: Page; readonly itemId: string | null; readonly ticked: readonly HandoverCheck[] }

/** The checklist for the door as questions, each with what the volunteer ticked. */
const HandoverQuestions = ({ page, itemId, ticked }: Questions) => {
  const words = page.text.moves.handover
  const checks = checksFor(itemId)
  if (!checks.length) return null
  return (
    <Panel title={words.askTitle} id="handover">
      <ul>
        {checks.map((check) => (
          <li>
            {words.ask[check]} <small>{ticked.includes(check) ? words.ticked : words.notTicked}</small>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
