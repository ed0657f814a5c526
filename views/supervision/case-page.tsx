import type { Community } from '#db/community/area-rows.ts'
import type { Case, CasePassage } from '#db/supervision/case-rows.ts'
import type { LetterAct, LetterState } from '#domain/letters/letter-life.ts'
import type { State } from '#domain/vocabulary.ts'
import type { Action } from '#domain/wish/lifecycle.ts'
import type { Text } from '#text/text.ts'
import type { Page } from '#views/page.ts'
import { Facts, Panel } from '#views/parts/panel.tsx'

type Props = {
  readonly page: Page
  readonly found: Case
  readonly community: Community
  /** Without names, doors and telephone numbers. */
  readonly words: readonly string[]
  readonly passages: readonly CasePassage[]
  readonly minutes: number
}

/** The history of one wish or letter with its words, and without whose it is. */
export const CasePage = ({ page, found, community, words, passages, minutes }: Props) => {
  const { text } = page
  const { supervision, letters, time } = text
  const state =
    found.kind === 'wish' ? text.words.state[found.state as State] : letters.state[found.state as LetterState]
  return (
    <div class="narrow">
      <h1>{`${supervision.case.title} · ${found.code}`}</h1>
      <p class="lead">{`${community.name} · ${supervision.case.kind[found.kind]} · ${state}`}</p>
      <p class="hint">{supervision.case.masked(minutes)}</p>
      <Panel title={supervision.case.words} id="words">
        {words.length ? words.map((one) => <p class="lines">{one}</p>) : <p>{supervision.case.noWords}</p>}
      </Panel>
      <Panel title={supervision.inquiry.history} id="history">
        <Facts
          rows={passages.map((passage) => ({
            term: time.moment(passage.at, community.zone),
            value: (
              <>
                {doneWords(passage.action, text)}
                {passage.words.map((one) => (
                  <p class="lines">{one}</p>
                ))}
              </>
            ),
          }))}
        />
      </Panel>
      <p>
        <a href="/supervision">{supervision.rows.back}</a>
      </p>
    </div>
  )
}

const doneWords = (action: string, { words, letters }: Text): string =>
  action.startsWith('letter-') ? letters.done[action.replace('letter-', '') as LetterAct] : words.done[action as Action]
