/** Several names in one sentence, as the language joins them. */
export const listZh = (names: readonly string[]): string => names.join('、')
