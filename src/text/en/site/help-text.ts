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
            'Press “Post a wish” on the desk. Find the resident by name, initials in pinyin, building or phone. Somebody who is not on the list is entered in the same form.',
            'Choose the thing, how many, and how urgent. What is not in the catalogue is written in your own words.',
            'Read the four sentences aloud and tick only what the resident agrees to. Without consent a wish cannot be published.',
            'It works without a signal: the phone stores the form and sends it later. Check that nothing is left before you sign out.',
          ],
        },
        {
          title: 'Afterwards',
          steps: [
            'The secretary checks it and it goes to the board. A wish that is returned waits under “Returned for more information”.',
            'Notifications tell you of claims and agreed visits. “Doors to visit” puts a day’s doors in order, to print.',
            'You can claim and record a delivery for a volunteer who is not online. A colleague then has to call back.',
          ],
        },
        {
          title: 'Calling back',
          steps: [
            'Call from “Call-backs”, one household at a time, and read from the screen. If nobody answers, try at another hour, three times in all.',
            'If it has not arrived or they are not satisfied, record just that. The wish gets a new owner and the secretary is told.',
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
            '“Mine” then shows name, phone and door until 24 hours after delivery. Call first, agree a time that suits the resident, and record it.',
            'If you cannot go, give it back at any time. Nothing is held against you and nobody is ranked. Leave a note for the next volunteer.',
          ],
        },
        {
          title: 'At the door',
          steps: [
            'Show the visit pass: your name, your unit and the two words of the day. The household can check it with the QR code.',
            'Ask for the six digits on the slip and type them in: then it is done. Without them the community calls back.',
            'Photos are optional, and of the item only, never of people.',
          ],
        },
        {
          title: 'The rules',
          steps: [
            'What you bring is a gift: no money is taken or refunded. No cash, no prescription medicine, nothing about to expire, and nobody else’s bank card.',
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
            'The page for checking has everything that is ready: read the titles and publish them together. What is dear or odd is decided one by one.',
            '“All wishes” has every wish: narrow it by state and grid, search by number, name, building or phone, then publish, ask for consent by phone, print slips or doors for those you select.',
            '“Publish in both places” makes the group message and the sheet for the notice board. Both lead to the same wish.',
            'An overdue claim shows the volunteer’s number, a reminder, three more days, taking it back, and others who fit.',
          ],
        },
        {
          title: 'Every month',
          steps: [
            'The month counts itself, and each figure opens its wishes. Sign when it has settled. A signed figure is never changed quietly: corrections stand next to it.',
            'Print the bulletin, letters to work units, and service records.',
          ],
        },
        {
          title: 'People',
          steps: [
            'Add people, hand out codes and end roles under “People”. When somebody leaves, a colleague takes over in one press and their claims return to the board.',
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
            'The desk counts what is overdue, unclaimed or not called back in each community. The month has the rates, computed as the rules say.',
            'Figures about fewer than five people are not shown. Neither communities nor people are ranked.',
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
          steps: [
            'Enter holiday notices as soon as they are published. Deadlines are computed again with the new days.',
          ],
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
            'The line at the top leads to the rehearsal: become the secretary, a grid worker or a volunteer and follow the steps.',
            'When it is closed its data is gone. The real site is not touched.',
          ],
        },
      ],
    },
  },
}
