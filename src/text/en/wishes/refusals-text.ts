import type { ScopeReason } from '#domain/reading/scope.ts'
import type { PrivateKind } from '#domain/wish/public-text.ts'
import type { Refusal } from '#domain/wish/refusals.ts'
import { shortDay } from '#text/days.ts'
import { wordsEn } from '#text/en/site/words-text.ts'
import type { refusalsZh } from '#text/zh/wishes/refusals-text.ts'

const yuan = (fen: number) => String(fen / 100)
const claims = (n: number) => `${n} ${n === 1 ? 'claim' : 'claims'}`

const privateKind: Record<PrivateKind, string> = {
  name: 'a name',
  phone: 'a phone number',
  address: 'an address',
  illness: 'an illness',
  hardship: 'a hardship',
  belief: 'an ethnic group or a belief',
  justice: 'a matter of the law',
}

const outOfScope: Record<ScopeReason, string> = {
  policy:
    'is a matter of policy or papers, not a micro-wish. Refer it to the service desk, or answer it from the knowledge base; if company on the way is wished, write that.',
  money:
    'asks for money, which never passes through the platform. Refer it to the civil affairs desk; if a thing is wished, write which.',
  prescription:
    'is prescription medicine, which volunteers may neither buy nor give. Refer it to the health centre; if prescribed medicine only has to be fetched, choose “Fetch medicine”.',
  bank: "needs another person's bank card or account, which volunteers may not use. Refer it to the community; if company to the bank is wished, write that.",
  'public-works': 'is a matter of public works or the property manager. Refer it to the community or 12345.',
}

/** Each refusal names the rule and the way out. */
function sentence(refusal: Refusal): string {
  switch (refusal.why) {
    case 'wrong-state': {
      const state = refusal.state === 'none' ? 'Not posted yet' : wordsEn.state[refusal.state]
      return `This wish now stands at “${state}”, so “${wordsEn.action[refusal.action]}” is no longer possible. Below is how it stands.`
    }
    case 'not-allowed':
      return `“${wordsEn.action[refusal.action]}” is for somebody else to do. Nothing has changed. If you need it, please call the community.`
    case 'overtaken':
      return 'Somebody else changed this wish a moment ago, so your step was not saved. Below is how it stands; please look again first.'
    case 'taken':
      return 'Thank you! Somebody else claimed this wish a moment ago. Other wishes are waiting for you.'
    case 'one-side':
      return 'Whoever posted a wish cannot claim it (one person, one side). Please ask another volunteer to claim it.'
    case 'knows-code':
      return 'Whoever has seen the receipt code cannot claim or deliver this wish, or enter a claim for it. Please ask somebody else.'
    case 'not-active':
      return 'This volunteer is not active yet. Sign in once with the activation code, or ask the secretary to activate you in person.'
    case 'new-owner':
      return 'This wish was reopened and needs a new claimant. Thank you; please look at the other wishes.'
    case 'person-limit': {
      const nearest = refusal.frees ? ` (the nearest is due by ${shortDay.en(refusal.frees)})` : ''
      return `One person may hold ${claims(refusal.limit)} at a time. After a delivery${nearest} you can claim again, or the secretary may approve one more.`
    }
    case 'unit-limit':
      return `Your work unit has made ${claims(refusal.limit)} this month, which is the limit. It can claim again from ${shortDay.en(refusal.frees)}, or the secretary may approve one more.`
    case 'no-consent': {
      const missing = refusal.missing.map((purpose) => wordsEn.consentPurpose[purpose as 'card']).join('; ')
      return `The resident’s consent is still missing for: ${missing}. Record it on the resident’s page, then publish.`
    }
    case 'needs-approval':
      return `The value of ${yuan(refusal.valueFen)} yuan is over the limit of ${yuan(refusal.limitFen)} yuan and needs the secretary’s approval. Make it smaller, or ask the secretary to tick the approval.`
    case 'repeat':
      return `This household was already down for the same thing on ${shortDay.en(refusal.on)} (wish ${refusal.code}). Within ${refusal.days} days please give a reason to post it again.`
    case 'private-words': {
      const kind = privateKind[refusal.kind]
      return `“${refusal.word}” in the public title looks like ${kind} and cannot be public. Take it out, then publish.`
    }
    case 'out-of-scope':
      return `“${refusal.word}” ${outOfScope[refusal.reason]}`
    case 'no-public-text':
      return 'This wish was written freely. Please write a public title first.'
    case 'undo-too-late':
      return `The delivery was more than ${refusal.minutes} minutes ago, so you cannot undo it yourself. Please ask the secretary.`
    case 'not-due':
      return `It is not yet time for this (${shortDay.en(refusal.until)}).`
    case 'tries-left':
      return 'The tries of the call-back are not used up yet.'
    case 'bad-visit-time':
      return 'The time of a visit must lie ahead, within 60 days.'
    case 'wrong-code':
      return refusal.left > 0
        ? `The receipt code is not right. Check it and try again (${refusal.left} ${refusal.left === 1 ? 'try' : 'tries'} left), or leave it empty and wait for the call-back.`
        : 'The receipt code is not right and no tries are left. Do not worry: the community makes a call-back.'
    case 'code-locked':
      return 'No tries are left for the receipt code. Record the delivery without it; the community makes a call-back.'
    case 'postponed-enough':
      return `This wish has been postponed ${refusal.limit} times, which is the limit. If you cannot go, please release it for somebody else.`
    case 'postponed-once':
      return 'A claimant may postpone once a claim. For more, please ask the secretary, or release the wish for somebody else.'
    case 'bad-postponement':
      return `The new day must be later than ${shortDay.en(refusal.from)} and no later than ${shortDay.en(refusal.until)}.`
    case 'nothing-moves':
      return 'By the calendar as it is now, no date moves.'
    case 'not-joint':
      return 'You cannot join this wish: its claimant has not asked for company, or you are with it already. Please look at the other wishes.'
    case 'share-taken':
      return refusal.left > 0
        ? `Only ${refusal.left} can still be taken on. Please choose fewer.`
        : 'Everything has been taken on, thank you! Please look at the other wishes.'
    case 'household-week':
      return `A household has at most ${refusal.limit} outside visits a week, and that week is full. Please agree another week with the resident.`
    case 'file-ended':
      return 'This resident’s file has ended: no new wishes and no more calls. If that was a mistake, the secretary can reopen the file.'
    case 'not-told':
      return 'No day of this wish has moved that the resident should be told of. Below is how it stands.'
    case 'work-order':
      return `This work order has been taken down already, as ${refusal.code}; it need not be entered again.`
    case 'reason-missing':
      return 'Please give a reason in a sentence, so that the next person can carry on.'
  }
}

export const refusalsEn: typeof refusalsZh = { sentence }
