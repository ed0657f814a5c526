import type { Day } from '#domain/time/workdays.ts'
import type { Thing } from '#src/demo/stage/demo-thing.ts'
import { again, forgotten, givenBack, ordinary, referred, reopened, slipped, withdrawn } from '#src/demo/stage/lives.ts'
import { answersOfOffices, offices, repeatReason } from '#src/demo/stage/sentences.ts'
import { caseFor, type Stage } from '#src/demo/stage/stage.ts'
import type { Life } from '#src/demo/stage/timeline.ts'
import { commonThings } from './common-things.ts'
import { things } from './demo-things.ts'

/**
 * The past months of the story: mostly ordinary wishes, spread evenly over the working days, and one or two of every
 * other course.
 */
export function monthsBehind(stage: Stage): readonly Life[] {
  const { random, days } = stage
  const { next } = drawer(stage)
  /** A share of the way from the first day of the story (0) to today (1), as working days back from today. */
  const back = (share: number) => Math.max(9, Math.round(days.length * (1 - share)))
  const life = (share: number, thing?: Thing) => {
    const n = back(share)
    return [stage, caseFor(stage, thing ?? next(days.workday(n))), n] as const
  }

  const share = (n: number) => ((n + random.between(0, 1)) / ordinaryLives) * 0.86
  const usual = Array.from({ length: ordinaryLives }, (_, n) => {
    const how = { isLate: n % 30 === 5, withCode: n % 3 === 1, isEntered: n % 12 === 8 }
    return ordinary(...life(share(n), monthly.get(n)), how)
  })
  const plaster = life(0.2, things.plaster)

  return [
    ...usual,
    givenBack(...life(0.05)),
    givenBack(...life(0.34)),
    givenBack(...life(0.62)),
    forgotten(...life(0.5)),
    reopened(...life(0.25), 'dissatisfied'),
    reopened(...life(0.45), 'not-received'),
    reopened(...life(0.68), 'dissatisfied'),
    slipped(...life(0.4)),
    ordinary(...plaster),
    again(stage, plaster[1], back(0.72), repeatReason),
    referred(...life(0.15, things.subsidy), {
      reason: 'policy',
      office: offices.subsidy,
      answer: answersOfOffices.subsidy,
    }),
    referred(...life(0.55, things.heating), {
      reason: 'utility',
      office: offices.heating,
      answer: answersOfOffices.heating,
    }),
    referred(...life(0.7, things.stairs), {
      reason: 'other-office',
      office: offices.stairs,
      answer: answersOfOffices.stairs,
      forEveryone: answersOfOffices.stairsInPublic,
    }),
    withdrawn(...life(0.1), 'no-longer-needed', 'open'),
    withdrawn(...life(0.22), 'entered-twice', 'submitted'),
    withdrawn(...life(0.38), 'met-otherwise', 'claimed'),
    withdrawn(...life(0.52), 'moved', 'open'),
    withdrawn(...life(0.6), 'not-obtainable', 'open'),
    withdrawn(...life(0.74), 'consent-withdrawn', 'open'),
    withdrawn(...life(0.8), 'deceased', 'submitted'),
  ]
}

const ordinaryLives = 66

/** Wishes repeated every month: on most days some have come back as drafts, and others will. */
const monthly: ReadonlyMap<number, Thing> = new Map([
  [43, things.monthlyMedicine],
  [51, things.monthlyMedicine],
  [63, things.monthlyMedicine],
  [47, things.monthlyPads],
  [61, things.monthlyPads],
])

/** Draws common things, each again only when all have had their turn, and warm ones only in the cold months. */
export function drawer({ random }: Pick<Stage, 'random'>) {
  let pile: Thing[] = []
  const next = (day: Day): Thing => {
    for (let tries = 0; ; tries++) {
      if (!pile.length) pile = random.shuffled(commonThings)
      const thing = pile.pop() as Thing
      if (tries > 200 || isInSeason(thing, Number(day.slice(5, 7)))) return thing
    }
  }
  return { next }
}

const isInSeason = ({ season }: Thing, month: number): boolean =>
  season === null || (season === 'cold' ? month >= 10 || month <= 3 : month >= 5 && month <= 8)
