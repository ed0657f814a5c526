import type { unsentZh } from '#text/zh/site/unsent-text.ts'

export const unsentEn: typeof unsentZh = {
  title: 'Not sent yet',
  login: 'You were signed out, so what you typed has not been sent. Sign in and the form comes back as you typed it.',
  back: 'What you typed is below and has not been sent. Check it, then press the button again to send it.',
  file: 'We could not keep the file you chose. Please choose it again.',
  gone: 'What you typed was not sent, and that form is no longer available (another person may have dealt with it). You can copy what you typed from below.',
  typed: 'What you had typed',
}
