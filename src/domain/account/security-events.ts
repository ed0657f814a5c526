/** What is written down about accounts, for the person and for the administrator. */
export type SecurityKind =
  | 'signed-in'
  | 'signed-in-anew'
  | 'refused'
  | 'code-refused'
  | 'recovery-used'
  | 'password-changed'
  | 'factor-added'
  | 'factor-removed'
  | 'device-ended'
  | 'time-accepted'

const systems = [
  ['HarmonyOS', /HarmonyOS|OpenHarmony/],
  ['Android', /Android/],
  ['iPhone', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['Mac', /Macintosh/],
  ['Linux', /Linux/],
] as const

/** The kind of device by which a person recognises it: no version and nothing that would identify it. */
export const deviceOf = (userAgent: string): string => systems.find(([, mark]) => mark.test(userAgent))?.[0] ?? ''
