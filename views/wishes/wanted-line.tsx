import type { Wanted } from '#domain/wish/wanted.ts'
import type { Page } from '#views/page.ts'

type Props = { readonly page: Page; readonly wanted: Wanted | null | undefined }

/** What is asked for and what it may cost, in one line. */
export const WantedLine = ({ page, wanted }: Props) => {
  const words = wantedWords(page, wanted)
  return words.length ? (
    <p class="wanted">
      {words.map((word) => (
        <span>{word}</span>
      ))}
    </p>
  ) : null
}

const wantedWords = ({ text }: Page, wanted: Props['wanted']): readonly string[] => {
  if (!wanted) return []
  const { specification, valueFen } = wanted
  return [...(specification ? [specification] : []), ...(valueFen ? [text.board.about(String(valueFen / 100))] : [])]
}
