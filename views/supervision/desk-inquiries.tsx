import type { InquiryLine } from '#db/supervision/inquiry-rows.ts'
import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { Tag } from '#views/parts/tag.tsx'

type Props = { readonly page: Page; readonly rows: readonly InquiryLine[] }

/** At the top of the community's desk until answered in words and the step is done. */
export const DeskInquiries = ({ page, rows }: Props) => {
  const { supervision: words, time, desk } = page.text
  if (!rows.length) return null
  return (
    <Panel title={`${words.inquiry.list} · ${desk.count(rows.length)}`} id="inquiries" tone="yellow">
      <ul class="work">
        {rows.map(({ id, code, step, state, dueAt }) => (
          <li>
            <div>
              <a href={`/inquiries/${id}`}>{`${words.step[step]} · ${code}`}</a>
              <small>
                {state === 'asked' ? (
                  <span>{words.inquiry.answerBy(time.deadline(dueAt, page.community?.zone ?? 'Asia/Shanghai'))}</span>
                ) : (
                  <span>{words.inquiry.answeredStepOpen}</span>
                )}
                {state === 'asked' && dueAt < page.now && <Tag tone="red">{words.inquiry.late}</Tag>}
              </small>
            </div>
            {state === 'asked' && (
              <LinkButton kind="second" href={`/inquiries/${id}`}>
                {words.inquiry.toAnswer}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
