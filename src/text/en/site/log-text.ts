import type { logZh } from '#text/zh/site/log-text.ts'

export const logEn: typeof logZh = {
  differs:
    'This record in the database is not the one that the ledger took in: it was changed. Please tell the secretary, and keep any old sheet you have.',
}
