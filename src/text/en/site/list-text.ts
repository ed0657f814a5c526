/** 'milk', 'milk and rice', 'milk, rice and oil'. */
export function listEn(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
