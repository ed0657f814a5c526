import type { CheckWords } from '#domain/log/check-words-shown.ts'
import type { Text } from '#text/text.ts'

type Props = { readonly text: Text; readonly words: CheckWords | null | undefined }

/** The last line of whatever may be printed: by it an old sheet can be compared with today's ledger. */
export const CheckWordsLine = ({ text, words }: Props) => {
  if (!words) return null
  const { records, letters, site } = words
  return (
    <p class="check-words">
      {text.log.line(records)} <b>{letters}</b>
      {text.log.lineBefore} <a href={`${site}/verify`}>{`${site}/verify`}</a> {text.log.lineAfter}
    </p>
  )
}
