/** A path of this site to return to; null for anything that a browser might read as another site's address. */
export function samePath(to: string | undefined): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop tabs and line breaks, so '/\t/evil' is '//evil'
  if (!to || !/^\/(?!\/)[^\\\u0000-\u001f]*$/.test(to) || to.length > 500) return null
  return to
}
