/**
 * The header that names a file to save: a plain name for old programs, and the one that people read (RFC 6266). Signs
 * that no file system takes are left out of it.
 */
export function attachment(plain: string, name: string): string {
  const readable = name.replace(/[\\/:*?"<>|]/g, '')
  const encoded = encodeURIComponent(readable).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
