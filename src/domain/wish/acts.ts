import type { Act, ActForm } from './act.ts'
import { adviseAct } from './acts/advise-act.ts'
import { amendAct } from './acts/amend-act.ts'
import { answerAct } from './acts/answer-act.ts'
import { askAct } from './acts/ask-act.ts'
import { carryAct } from './acts/carry-act.ts'
import { claimAct } from './acts/claim-act.ts'
import { confirmAct } from './acts/confirm-act.ts'
import { deliverAct } from './acts/deliver-act.ts'
import { draftAct } from './acts/draft-act.ts'
import { escalateAct } from './acts/escalate-act.ts'
import { exhaustAct } from './acts/exhaust-act.ts'
import { followAct } from './acts/follow-act.ts'
import { informAct } from './acts/inform-act.ts'
import { joinAct } from './acts/join-act.ts'
import { keepAct } from './acts/keep-act.ts'
import { lapseAct } from './acts/lapse-act.ts'
import { leaveAct } from './acts/leave-act.ts'
import { nudgeAct } from './acts/nudge-act.ts'
import { postAct } from './acts/post-act.ts'
import { postponeAct } from './acts/postpone-act.ts'
import { publishAct } from './acts/publish-act.ts'
import { rateAct } from './acts/rate-act.ts'
import { referAct } from './acts/refer-act.ts'
import { releaseAct } from './acts/release-act.ts'
import { remindAct } from './acts/remind-act.ts'
import { reopenAct } from './acts/reopen-act.ts'
import { repeatAct } from './acts/repeat-act.ts'
import { replanAct } from './acts/replan-act.ts'
import { requestAct } from './acts/request-act.ts'
import { returnAct } from './acts/return-act.ts'
import { scheduleAct } from './acts/schedule-act.ts'
import { spareAct } from './acts/spare-act.ts'
import { tryAct } from './acts/try-act.ts'
import { undoAct } from './acts/undo-act.ts'
import { withdrawAct } from './acts/withdraw-act.ts'
import type { Action } from './lifecycle.ts'

/**
 * Every act of the lifecycle. `never`, because each act is asked something different; orders.ts reads the types from
 * here.
 */
export const acts = {
  post: postAct,
  amend: amendAct,
  publish: publishAct,
  return: returnAct,
  draft: draftAct,
  request: requestAct,
  claim: claimAct,
  schedule: scheduleAct,
  postpone: postponeAct,
  join: joinAct,
  leave: leaveAct,
  inform: informAct,
  remind: remindAct,
  nudge: nudgeAct,
  release: releaseAct,
  lapse: lapseAct,
  escalate: escalateAct,
  advise: adviseAct,
  ask: askAct,
  keep: keepAct,
  carry: carryAct,
  replan: replanAct,
  deliver: deliverAct,
  undo: undoAct,
  confirm: confirmAct,
  try: tryAct,
  exhaust: exhaustAct,
  rate: rateAct,
  reopen: reopenAct,
  spare: spareAct,
  repeat: repeatAct,
  refer: referAct,
  follow: followAct,
  answer: answerAct,
  withdraw: withdrawAct,
} as const satisfies { readonly [A in Action]: Act<A, never> }

/** The acts that declare an ordinary form. */
export type FormAction = { [A in Action]: (typeof acts)[A] extends { readonly form: ActForm } ? A : never }[Action]
/** Whether the act's form is declared in its own file; the others have a panel and a reader, or are done elsewhere. */
export const isFormAction = (action: Action): action is FormAction => 'form' in acts[action]
export const formOf = (action: FormAction): ActForm => acts[action].form
