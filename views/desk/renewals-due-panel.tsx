import type { RenewalsDue } from '#db/residents/renewals-due.ts'
import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { dayName } from '#views/rules/rule-days.ts'

/** Residents to ask, at the next visit or call, whether they still want to be on the list. */
export const RenewalsDuePanel = ({ page, list }: { readonly page: Page; readonly list: RenewalsDue }) => {
  const { text } = page
  const words = text.renewal
  if (!list.count) return null
  return (
    <Panel title={`${words.list} · ${words.count(list.count)}`} id="kept">
      <ul class="work">
        {list.rows.map(({ id, name, gridName, renewedOn }) => (
          <li>
            <div>
              <a href={`/residents/${id}#kept`}>{name}</a>
              <small>
                <span>{gridName}</span>
                {renewedOn && <span>{words.since(dayName(renewedOn, text))}</span>}
              </small>
            </div>
            <LinkButton kind="second" href={`/residents/${id}#kept`}>
              {words.ask}
            </LinkButton>
          </li>
        ))}
      </ul>
      {list.count > list.rows.length && <p>{text.desk.andMore(list.count - list.rows.length)}</p>}
    </Panel>
  )
}
