import type { RuleName } from '#views/rules/rule-numbers.ts'

/** The form of the rules as the demo's first version fills it. */
export const ruleForm: Readonly<Record<RuleName, string>> = {
  ...{ checkBeforePublishing: 'yes', checkWithin: '1', valueLimitFen: '200', repeatDays: '60', minimumAge: '14' },
  ...{ openClaimsPerVolunteer: '2', claimsPerUnitMonth: '5', visitsPerWeek: '2', contactWithin: '24', pushAfter: '3' },
  ...{ secretaryAfter: '7', streetAfter: '14', askAfter: '14', postponements: '3', postponeDays: '30' },
  ...{ red: '1', yellow: '3', blue: '7', lapseAfter: '1', undoMinutes: '30', contactHours: '24', callbackWithin: '3' },
  ...{
    callbackTries: '3',
    codeTries: '5',
    pageSample: '5',
    referWithin: '5',
    keepDays: '90',
    endedFileDays: '30',
    unaskedMonths: '6',
  },
  ...{ letterReceiveWithin: '1', letterWithin: '5', complaintWithin: '3', letterSilentDays: '15' },
  ...{
    keptMonths: '12',
    keptWaitDays: '30',
    publishedTwiceWithin: '2',
    signAfterWorkdays: '5',
    invitationsPerWeek: '3',
  },
  ...{ counterDesks: '1', counterFrom: '10.5', counterUntil: '13.5', counterBookFrom: '10', counterBookUntil: '18.5' },
  ...{ counterWeeks: '2', counterCancelDays: '1' },
}
