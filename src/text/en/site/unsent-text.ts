import type { unsentZh } from '#text/zh/site/unsent-text.ts'

export const unsentEn: typeof unsentZh = {
  title: 'Not sent yet',
  login:
    'You were signed out meanwhile, so what you typed was not sent and nothing is recorded. Sign in and the form comes back as you typed it.',
  back: 'What you typed is below and nothing is recorded. Look it over and press the button again to send it.',
  file: 'The file you had chosen cannot be brought back. Please choose it again.',
  gone: 'What you typed was not sent, and its form is no longer there (somebody else may have dealt with it). Your words are below, to be copied.',
  typed: 'What you had typed',
}
