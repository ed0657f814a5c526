import type { demoZh } from '#text/zh/site/demo-text.ts'

export const demoEn: typeof demoZh = {
  ready: (address) => `The demo is running: ${address}`,
  invented: 'All people and wishes are invented; please enter nothing real. Ctrl+C stops it.',
  signIn: (password) => `Sign in with one of these numbers; the password of all is ${password}`,
  account: {
    gridWorker: 'grid worker (first and second grid)',
    volunteer: 'volunteer with one wish in hand, to be visited on Saturday morning',
    secondVolunteer: 'volunteer who delivered yesterday and has no wish in hand',
    secretary: 'secretary, with wishes to check, overdue ones and call-backs on the desk',
    supervisor: 'supervisor',
    administrator: 'administrator',
  },
  familyLink: (address: string) => `The sample link of a relative: ${address}`,
  slip: (address: string) => `The QR code on the sample slip opens ${address}`,
  simulated: (day) => `The time goes on from ${day} (local time of the community), not from today.`,
  kept: (folder) => `The demo that was in ${folder} goes on; for a fresh one choose another folder.`,
  foreign: (folder) =>
    `The database in ${folder} is not a demo and was left alone. Set DATA_DIR to another folder, or leave it unset.`,
  badTime: 'Write the time like this: --at 2026-10-31T17:00 (local time of the community, from June 2025 on).',
  portTaken: (port) => `Port ${port} is taken. Try another one, such as: PORT=${port + 1} npm run demo`,
}
