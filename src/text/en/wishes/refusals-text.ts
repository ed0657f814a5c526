import type { ScopeReason } from '#domain/reading/scope.ts'
import type { PrivateKind } from '#domain/wish/notes/public-text.ts'
import type { Refusal } from '#domain/wish/refusals.ts'
import { dayWithWeekday, shortDay } from '#text/days.ts'
import { wordsEn } from '#text/en/site/words-text.ts'
import type { refusalsZh } from '#text/zh/wishes/refusals-text.ts'
import { odditiesEn } from './oddities-text.ts'

const yuan = (fen: number) => String(fen / 100)
const claims = (n: number) => `${n} ${n === 1 ? 'claim' : 'claims'}`

const privateKind: Record<PrivateKind, string> = {
  name: 'a name',
  phone: 'a phone number',
  address: 'an address',
  illness: 'an illness',
  hardship: 'a hardship',
  belief: 'an ethnic group or religion',
  justice: 'a legal matter',
}

const outOfScope: Record<ScopeReason, string> = {
  policy:
    'is a matter of policy or paperwork, not a micro-wish. Refer it to the service desk, or answer it from the common questions. If the resident wants someone to go with them, post that instead.',
  money:
    'asks for money, and no money passes through this platform. Refer it to the civil affairs desk. If the resident wants an item, write which one.',
  prescription:
    'is prescription medicine, which volunteers cannot buy or give. Refer it to the health centre. If the medicine only has to be collected, choose “Fetch medicine”.',
  bank: "needs another person's bank card or account, which volunteers cannot use. Refer it to the community. If the resident wants someone to go to the bank with them, write that.",
  'public-works': 'is a matter for public works or the property manager. Refer it to the community or 12345.',
}

/** Each refusal names the rule and the way out. */
function sentence(refusal: Refusal): string {
  switch (refusal.why) {
    case 'wrong-state': {
      const state = refusal.state === 'none' ? 'Not posted yet' : wordsEn.state[refusal.state]
      return `This wish is now “${state}”, so “${wordsEn.action[refusal.action]}” is no longer possible. The latest details are below.`
    }
    case 'not-allowed':
      return `“${wordsEn.action[refusal.action]}” is for someone else to do. Nothing was changed. If you need help, please call the community.`
    case 'overtaken':
      return 'Someone else changed this wish a moment ago, so yours was not saved. The latest details are below. Please check them before you try again.'
    case 'taken':
      return 'Thank you! Someone else claimed this wish a moment ago. Other wishes are waiting for you.'
    case 'one-side':
      return 'The person who posted a wish cannot also claim it. Please ask another volunteer.'
    case 'knows-code':
      return 'You have seen the receipt code, so you cannot claim or deliver this wish, or enter a claim for it. Please ask someone else.'
    case 'not-active':
      return 'This volunteer is not active yet. Sign in once with the activation code, or ask the secretary to activate you in person.'
    case 'new-owner':
      return 'This wish was reopened and needs a new claimant. Thank you; please look at the other wishes.'
    case 'person-limit': {
      const nearest = refusal.frees ? ` (the nearest is due by ${dayWithWeekday.en(refusal.frees)})` : ''
      return `One person can have ${claims(refusal.limit)} at a time. You can claim again after a delivery${nearest}, or the secretary can approve one more.`
    }
    case 'unit-limit':
      return `Your work unit has made ${claims(refusal.limit)} this month, which is the limit. It can claim again from ${shortDay.en(refusal.frees)}, or the secretary can approve one more.`
    case 'requested-already':
      return 'You have already asked the secretary. You will get a message when it is approved.'
    case 'has-room':
      return 'You have room for this claim and need no approval: please press “Claim”.'
    case 'no-consent': {
      const missing = refusal.missing.map((purpose) => wordsEn.consentPurpose[purpose as 'card']).join('; ')
      return `The resident’s consent is still missing for: ${missing}. Record it on the resident’s page, then publish.`
    }
    case 'needs-approval':
      return `The value of ${yuan(refusal.valueFen)} yuan is over the limit of ${yuan(refusal.limitFen)} yuan and needs the secretary’s approval. Lower the value, or ask the secretary to tick the approval.`
    case 'repeat':
      return `This household already asked for the same item on ${shortDay.en(refusal.on)} (wish ${refusal.code}). To post it again within ${refusal.days} days, please give a reason.`
    case 'odd': {
      const said = refusal.oddities.map(odditiesEn.say).join('; ')
      return `${said.charAt(0).toUpperCase()}${said.slice(1)}. Correct it if it is a mistake; if it is right, please say why.`
    }
    case 'private-words': {
      const kind = privateKind[refusal.kind]
      return `“${refusal.word}” looks like ${kind}. Everyone can read this text, so please take it out and send the form again.`
    }
    case 'private-note': {
      const said = `“${refusal.word}” can be read as ${privateKind[refusal.about]}.`
      return refusal.mayConfirm
        ? `${said} If the work can be done without knowing it, please take it out. If the person who does it has to know, tick the box below and send the form again.`
        : `${said} Only the reason belongs here, nothing personal. Please take these words out and send the form again.`
    }
    case 'out-of-scope':
      return `“${refusal.word}” ${outOfScope[refusal.reason]}`
    case 'no-public-text':
      return 'This wish is in free text. Please write a public title first.'
    case 'undo-too-late':
      return `The delivery was more than ${refusal.minutes} minutes ago, so you cannot undo it yourself. Please ask the secretary.`
    case 'not-due':
      return `It is too early for this. Please wait until ${dayWithWeekday.en(refusal.until)}.`
    case 'tries-left':
      return 'There are still tries left for the call-back. Please call again at another time of day.'
    case 'bad-visit-time':
      return 'The visit must be in the future and within 60 days.'
    case 'expires-soon':
      return `Nothing may be given that expires within ${refusal.days} days: the expiry date must be ${refusal.first} or later. Please bring another one, or agree on another day.`
    case 'wrong-code':
      return refusal.left > 0
        ? `The receipt code is wrong. Check it and try again (${refusal.left} ${refusal.left === 1 ? 'try' : 'tries'} left), or leave it empty: the community will call the resident to check.`
        : 'The receipt code is wrong and there are no tries left. Do not worry: the community will call the resident to check.'
    case 'code-locked':
      return 'There are no tries left for the receipt code. Record the delivery without it. The community will call the resident to check.'
    case 'postponed-enough':
      return `This wish has been postponed ${refusal.limit} times, which is the limit. If you cannot go, please give it back so someone else can help.`
    case 'rated-already':
      return 'You have already told us how it was. Thank you! If you want to change it, please call the community.'
    case 'postponed-once':
      return 'You can postpone a claim only once. To postpone again, ask the secretary, or give the wish back.'
    case 'bad-postponement':
      return `The new date must be later than ${shortDay.en(refusal.from)} and no later than ${dayWithWeekday.en(refusal.until)}.`
    case 'nothing-moves':
      return 'With the current calendar, no due date changes.'
    case 'not-joint':
      return 'You cannot join this wish. The claimant has not asked for help, or you have already joined. Please look at the other wishes.'
    case 'share-taken':
      return refusal.left > 0
        ? `Only ${refusal.left} are still needed. Please choose fewer.`
        : 'Everything is already covered, thank you! Please look at the other wishes.'
    case 'household-week':
      return `A household can have at most ${refusal.limit} visits a week, and that week is full. Please agree another week with the resident.`
    case 'file-ended':
      return 'This resident’s file is closed: no new wishes and no more calls. If this is a mistake, the secretary can reopen it.'
    case 'not-told':
      return 'The date of this wish has not changed, so there is nothing to tell the resident. The latest details are below.'
    case 'work-order':
      return `This work order is already registered as wish ${refusal.code}. You do not need to enter it again.`
    case 'not-asked':
      return 'The street has not been asked to look at this wish, so there is nothing to answer. The latest details are below.'
    case 'words-missing':
      return 'Please write what to do, so that the community can carry on.'
    case 'reason-missing':
      return 'Please give a reason, so the next person can carry on.'
  }
}

/** In a text that is about no wish. */
const aboutNobody = (word: string, about: PrivateKind) =>
  `“${word}” can be read as ${privateKind[about]}. If it is about one person, please take it out. If it is about a policy or about many people, tick the box below and send the form again.`

export const refusalsEn: typeof refusalsZh = { sentence, aboutNobody }
