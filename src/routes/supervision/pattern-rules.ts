import { communityRulesOf } from '#actions/community/community-rules.ts'
import type { InquiryPattern } from '#db/supervision/inquiry-rows.ts'
import type { Rules } from '#domain/rules.ts'
import type { CardStep } from '#domain/supervision/card-steps.ts'
import type { C } from '#http/context.ts'
import type { ShownPattern } from '#views/supervision/asked-by-community.tsx'

/** The rule with a number that gives a step its date. Deliveries have three, by urgency; the others follow none. */
const ruleOf = {
  check: 'checkWithin',
  doors: 'publishedTwiceWithin',
  contact: 'contactWithin',
  callback: 'callbackWithin',
  referral: 'referWithin',
  receive: 'letterReceiveWithin',
  answer: 'letterWithin',
} as const satisfies Partial<Record<CardStep, keyof Rules>>

/** Each pattern with the sentence of its rule, as the rules' page says it. */
export async function withRules(c: C, patterns: readonly InquiryPattern[]): Promise<readonly ShownPattern[]> {
  const { rule: sentences } = c.get('text').rules
  return Promise.all(
    patterns.map(async (pattern) => {
      const { rules } = await communityRulesOf(c.get('services'), pattern.communityId)
      const { step } = pattern
      if (step === 'delivery') {
        const { red, yellow, blue } = rules.deliverWithin
        return { ...pattern, rule: c.get('text').supervision.inquiry.deliveryRule(red, yellow, blue) }
      }
      const name = step in ruleOf ? ruleOf[step as keyof typeof ruleOf] : null
      return { ...pattern, rule: name ? sentences[name].say(rules[name]) : null }
    }),
  )
}
