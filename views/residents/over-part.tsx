import { isSecretaryOf } from '#domain/people/actor.ts'
import type { EndReason } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Asked } from './asked-panel.tsx'
import type { ResidentFile } from './resident-file.ts'

/** An ended file can be read until it is erased; the secretary can reopen a file that was ended by mistake. */
export const OverPart = ({ page, file, today }: { page: Page; file: ResidentFile; today: string }) => {
  const { text, actor, community } = page
  const words = text.endings
  if (file.endReason === 'erased') return <p>{words.erasedWords}</p>
  const reason = words.reasonOf[file.endReason as EndReason]
  return (
    <>
      <Banner tone="red">
        <p>{words.banner(reason, text.time.day(file.endedAt as Date, community?.zone ?? 'Asia/Shanghai'))}</p>
      </Banner>
      <p class="actions">
        <LinkButton kind="second" href={`/residents/${file.id}/copy`}>
          {text.copy.open}
        </LinkButton>
      </p>
      {isSecretaryOf(actor, community?.id ?? '') && (
        <Fold summary={words.reopen}>
          <form class="fields" method="post" action={`/residents/${file.id}/reopen`}>
            <p>{words.reopenHelp}</p>
            <Asked page={page} words={words} typed={{ method: '', day: today }} faults={{}} today={today} />
            <p class="actions">
              <Button kind="second">{words.reopenButton}</Button>
            </p>
          </form>
        </Fold>
      )}
    </>
  )
}
