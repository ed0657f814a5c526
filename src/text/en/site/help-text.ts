import type { helpZh } from '#text/zh/site/help-text.ts'

export const helpEn: typeof helpZh = {
  title: 'Guides',
  lead: 'One page for each role, to print and keep at hand.',
  link: 'Guides',
  back: 'All guides',
  print: 'Print it with your browser, on one A4 page.',
  /** What the picture of a guide shows. */
  pictures: {
    'grid-worker': 'The desk of a grid worker: posting, call-backs, and wishes to complete',
    volunteer: 'A volunteer’s claims: where to go, agreeing a time, and delivered',
    secretary: 'The desk of a secretary: wishes to check, overdue ones, and coming activities',
    supervisor: 'The month as a supervisor sees it: figures of communities, no names',
    administrator: 'The desk of an administrator: people and the calendar',
  },
  guides: {
    'grid-worker': {
      title: 'For grid workers',
      lead: 'You do three things: ask for wishes at the door, know which visits are agreed, and call back after delivery.',
      parts: [
        {
          title: 'Posting a wish',
          steps: [
            'Press “Post a wish” on the desk. Find the resident by name, initials in pinyin, building or phone. If they are not on the list, add them in the same form.',
            'Choose the item, how many, and how urgent it is. If it is not in the catalogue, write it in your own words.',
            'Read the four sentences aloud and tick only what the resident agrees to. Without consent a wish cannot be published.',
            'It works without a signal: the phone stores the form and sends it later. Check that nothing is left before you sign out.',
          ],
        },
        {
          title: 'Afterwards',
          steps: [
            'The secretary checks it and it goes to the board. A wish that is returned waits under “Returned for more information”.',
            'You get a notification when a wish is claimed or a visit is agreed. “Doors to visit” puts a day’s doors in order, to print.',
            'You can claim and record a delivery for a volunteer who is not online. A colleague then has to call back.',
          ],
        },
        {
          title: 'Calling back',
          steps: [
            'Call from “Call-backs”, one household at a time, and read from the screen. If no one answers, try again at another hour. The rules say how often.',
            'If it has not arrived or they are not satisfied, record just that. The wish gets a new claimant and the secretary is notified.',
          ],
        },
        {
          title: 'Never',
          steps: [
            'Do not write down illness, belief or hardship, do not photograph people, and take no money. Do not copy or forward names and phone numbers: each look is recorded.',
          ],
        },
      ],
    },
    volunteer: {
      title: 'For volunteers',
      lead: 'Look at the board, claim what you can do, agree a time, bring it to the door and stay for a chat.',
      parts: [
        {
          title: 'Signing in for the first time',
          steps: [
            'Use your mobile number and the activation code from the community, and choose a password. If you forget it, ask the community for a new code.',
          ],
        },
        {
          title: 'Claiming and agreeing a time',
          steps: [
            'Press “Claim” on the board. The rules say how many you may have at once; at the limit you are told when you can claim again.',
            '“Mine” then shows the name, phone and door until some time after delivery. Call first, agree a time that suits the resident, and record it.',
            'If you cannot go, give it back at any time. There is no penalty and no ranking. Leave a note for the next volunteer.',
          ],
        },
        {
          title: 'At the door',
          steps: [
            'Show the visit pass: your name, your unit and the two words of the day. The household can check it with the QR code.',
            'Ask the resident to read out the six digits on the slip and type them in: then it is done. Without them, the community calls to check.',
            'Without a signal you can still read what you have opened under “Mine”, and what you press is sent when the signal is back. Inside WeChat this may not work: use the phone’s own browser.',
            'You do not have to take a photo. If you do, show only the item, never people.',
          ],
        },
        {
          title: 'The rules',
          steps: [
            'What you bring is a gift: you take no money and are not paid back. Bring no cash, no prescription medicine and nothing about to expire, and do not take anyone’s bank card.',
          ],
        },
      ],
    },
    secretary: {
      title: 'For secretaries',
      lead: 'You check wishes before they are published, and sign the month. The desk puts everything else for you in order.',
      parts: [
        {
          title: 'The first day',
          steps: [
            'The desk begins with the first steps: rules, grid workers, lists, activation codes, consents, first wishes, group message and sheet. Each has one button.',
          ],
        },
        {
          title: 'Every day',
          steps: [
            'The page for checking has everything that is ready: read the titles and publish them together. If a wish is expensive or unusual, you decide on it by itself.',
            '“All wishes” has every wish: filter by state and grid, or search by number, name, building or phone. You can publish the wishes you select, ask for consent by phone, and print slips or a list of doors.',
            '“Group and notice board” makes the group message and the sheet for the notice board. Both lead to the same wish.',
            'With an overdue claim you see the volunteer’s number. You can remind them, give them three more days, or take the wish back and find someone else.',
          ],
        },
        {
          title: 'Every month',
          steps: [
            'The report is ready by itself, and each figure opens the wishes behind it. Sign it when the figures are final. A signed figure is never changed quietly: corrections are shown next to it.',
            'Print the bulletin, letters to work units, and service records.',
          ],
        },
        {
          title: 'People',
          steps: [
            'Add people, hand out codes and end roles under “People”. When someone leaves, you hand over their tasks to a colleague in one step, and their claims return to the board.',
          ],
        },
      ],
    },
    supervisor: {
      title: 'For supervisors',
      lead: 'You see the figures of your communities, and no resident.',
      parts: [
        {
          title: 'What you see',
          steps: [
            'The desk shows for each community how many wishes are overdue, unclaimed or not called back. The report has the rates, calculated as the rules say.',
            'Figures about fewer than five people are not shown. Neither communities nor people are ranked.',
          ],
        },
        {
          title: 'Cards and inquiries',
          steps: [
            '“Electronic supervision” lists running cards by community, step and age: yellow shortly before the date, red after it. A card ends with its step. A number opens numbers, dates and states.',
            'Ask about a card or a letter with a sentence and a day. It stays at the top of the community’s desk until it is answered in words and the step is done; you accept it or ask again.',
            'To read the history of a case with its words, give a reason first. Names, doors and telephone numbers stay hidden, and the community sees that you looked. Each month can be printed.',
          ],
        },
        {
          title: 'How to check',
          steps: [
            'Reports can be downloaded and agree with the public ledger. The check words at the end of each printed sheet show on “Check the ledger” whether anything was changed later.',
            'If something is wrong, call the community. Complaints in letters come to you directly.',
          ],
        },
      ],
    },
    administrator: {
      title: 'For administrators',
      lead: 'You look after areas, accounts and the calendar. You see no residents and no wishes.',
      parts: [
        {
          title: 'Accounts',
          steps: [
            'Add secretaries and supervisors, hand out codes and end roles under “People”. Each community needs a secretary, and the site an administrator.',
          ],
        },
        {
          title: 'The calendar',
          steps: ['Enter holiday notices as soon as they are published. Deadlines are then calculated again.'],
        },
        {
          title: 'Operation',
          steps: [
            'Check each day that the backup was made, and keep backups and the log-seed in different places. The commands are in docs/running.md of the program.',
          ],
        },
      ],
    },
    rehearsal: {
      title: 'Try it in the rehearsal first',
      lead: 'The rehearsal is a separate site with invented people. Press anything, or move its clock forward and watch a month go by.',
      parts: [
        {
          title: 'How to open it',
          steps: [
            'Ask the person who installed the system to run npm run demo in the program’s folder, on any computer with Node, and open the address it prints.',
            '“Rehearse” at the top of each page leads to the rehearsal, where you can switch to the secretary, a grid worker or a volunteer and follow the steps.',
            'When you close it, its data is gone. The real site is not affected.',
          ],
        },
      ],
    },
  },
}
