/** Escapes text for an element or a quoted attribute of XML 1.0; characters that XML does not allow are removed. */
export const escapeXml = (text: string): string =>
  text.replace(forbidden, '').replace(/[&<>"']/g, (sign) => names[sign] ?? '')

/** Controls, lone surrogates, and the two noncharacters U+FFFE and U+FFFF. */
const forbidden = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu
const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
