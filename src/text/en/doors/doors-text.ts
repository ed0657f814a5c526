import type { doorsZh } from '#text/zh/doors/doors-text.ts'

export const doorsEn: typeof doorsZh = {
  number: {
    title: 'Find a wish by its number',
    label: 'Number of the wish (8 digits)',
    hint: 'Each wish on the notice board and in the group has one, such as 1234-5674',
    button: 'Find it',
    faults: {
      mistyped: 'This number was copied wrongly: a digit is missing, extra or different. Please look at it again.',
      unknown: 'No wish has this number. Please look at it again.',
    },
    ask: (phone) => `If you cannot find it, call the community: ${phone}`,
  },
}
