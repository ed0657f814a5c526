import type { rehearsalZh } from '../zh/rehearsal.ts'

export const rehearsalEn: typeof rehearsalZh = {
  title: 'Rehearsal',
  link: 'Rehearse: put the time forward',
  shows: (time) => `The demo’s time is ${time}.`,
  lead: 'In the sample community a month’s work can be walked through in a quarter of an hour. While the time goes forward, whatever falls due is done by itself, as it would be on any day.',
  now: 'The demo’s time (Beijing time)',
  leap: { hour: 'Forward an hour', day: 'Forward a day', month: 'To the end of the month' },
  done: 'What the system did by itself on the way',
  nothing: 'Nothing fell due. Go on, or settle a few things at the desk first.',
  times: (what, count) => `${what}: ${count}`,
  howTitle: 'One way through a month',
  how: [
    'At the desk, check a wish that was posted and let it go to the board.',
    'In another browser, claim it with a volunteer’s account and agree a visit.',
    'Come back here and go forward a day: see which claims are nearly due and which were taken back.',
    'Press “delivered” as the volunteer, then make the call-back as the grid worker.',
    'Go to the end of the month and open the report: every figure opens the wishes behind it.',
  ],
}
