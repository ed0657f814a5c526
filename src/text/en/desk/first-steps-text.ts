import type { firstStepsZh } from '#text/zh/desk/first-steps-text.ts'

export const firstStepsEn: typeof firstStepsZh = {
  title: 'First steps',
  lead: 'Follow these steps and you can publish the first wish within half a day. Each finished step is ticked here. When all are done, this box disappears.',
  done: 'Done',
  rehearse: 'Try it in the rehearsal first',
  steps: {
    rules: {
      name: 'Read the rules',
      why: 'They say how soon wishes are delivered and which need approval. Change what does not suit you.',
      button: 'Read the rules',
    },
    places: {
      name: 'Grids and their buildings',
      why: 'If you list the buildings once, no one has to choose a grid when adding or importing residents.',
      button: 'Grids and buildings',
    },
    colleagues: {
      name: 'Add grid workers',
      why: 'Each grid needs someone who asks at the door. The secretary cannot do it alone.',
      button: 'Add a person',
    },
    lists: {
      name: 'Import the lists of residents and volunteers',
      why: 'You do not need to type again what you have in a spreadsheet. Before anything is imported, you see which rows need a correction.',
      button: 'Import a list',
    },
    activate: {
      name: 'Hand out activation codes',
      why: 'Volunteers set a password with their code. Then they can claim.',
      button: 'Print codes',
    },
    consents: {
      name: 'Ask residents for their consent',
      why: 'Without it a wish cannot be published, and no volunteer may get the phone number or the door.',
      button: 'Record consent',
    },
    wishes: {
      name: 'Post the first wishes',
      why: 'Begin with a few that are easy to fulfil.',
      button: 'Post a wish',
    },
    publish: {
      name: 'Check and publish',
      why: 'Only published wishes are on the board and can be claimed.',
      button: 'Check wishes',
    },
    doors: {
      name: 'Send a group message, hang a sheet',
      why: 'Volunteers and residents who are seldom online hear of it in the chat group and at the notice board.',
      button: 'Publish in both places',
    },
  },
  notYet: {
    board: 'No wish has been published yet',
    boardHelp: 'The first wishes are being collected',
    posted: 'No wish has been posted yet',
    published: 'No wish has been published yet',
    publishedHelp: 'Once there is one, you can make the group message and the sheet here.',
    callbacks: 'Nothing has been delivered yet, so there is no one to call back',
    referrals: 'Nothing has been referred yet',
  },
}
