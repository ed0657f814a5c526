import type { Member } from '#db/units/unit-rows.ts'
import type { Page } from '#views/page.ts'

type Props = {
  readonly page: Page
  readonly code: string
  readonly title: string
  readonly members: readonly Member[]
  readonly value: string
}

/** Who of the unit agreed to take this wish; without a choice it waits for a member who takes it. */
export const MemberChoice = ({ page, code, title, members, value }: Props) => {
  const words = page.text.units
  return (
    <select name={`member-${code}`} aria-label={words.memberFor(title, code)}>
      <option value="" selected={value === ''}>
        {words.membersTake}
      </option>
      {members.map(({ id, name }) => (
        <option value={id} selected={value === id}>
          {name}
        </option>
      ))}
    </select>
  )
}
