import { drawsOf } from './draws.ts'
import { type Way, ways } from './inviting-ways.ts'
import { largePlans } from './large-plans.ts'
import { type Measures, measuresOf } from './sim-measures.ts'
import { type Parameters, settings } from './sim-parameters.ts'
import { liveYear } from './sim-year.ts'

type Asked = {
  readonly communities: number
  readonly weeks: number
  readonly seed: number
  readonly stopwatch: () => number
  readonly print: (line: string) => void
}

/** Every setting with every way, on the same random numbers, then the targets of docs/matching.md. */
export function simulate({ communities, weeks, seed, stopwatch, print }: Asked): void {
  print(`communities ${communities} · weeks ${weeks} · seed ${seed}`)
  const found = Object.entries(settings).map(([name, parameters]) => {
    const lived = livedIn(parameters, { communities, weeks, seed, stopwatch })
    print(`\n${name}: ${parameters.volunteers} volunteers, ${lived.plan.wishes} wishes due`)
    for (const line of tableOf(lived)) print(line)
    return { name, lived }
  })
  print('\na plan at once')
  const large = largePlans(seed, stopwatch)
  for (const { wishes, volunteers, milliseconds } of large)
    print(`${wishes} wishes × ${volunteers} volunteers: ${milliseconds.toFixed(0)} ms`)
  print('\ntargets')
  for (const line of targetsOf(found, large)) print(line)
}

type LivedIn = Readonly<Record<Way, Measures>>

export function livedIn(
  parameters: Parameters,
  { communities, weeks, seed, stopwatch }: Omit<Asked, 'print'>,
): LivedIn {
  const draw = drawsOf(seed)
  const measured = ways.map((way) => {
    const lives = Array.from({ length: communities }, (_, n) => liveYear(draw, n, way, parameters, weeks, stopwatch))
    return [way, measuresOf(lives)] as const
  })
  return Object.fromEntries(measured) as LivedIn
}

const titles: Readonly<Record<Way, string>> = {
  board: 'board alone',
  'five-best': 'five best',
  plan: 'plan',
  optimum: 'optimum',
}

const rows: readonly (readonly [string, (measures: Measures) => string])[] = [
  ['fulfilled in time, %', ({ onTime }) => onTime.toFixed(1)],
  ['median days to claim', ({ daysToClaim }) => daysToClaim.toFixed(2)],
  ['claims given back or lapsed, %', ({ broken }) => broken.toFixed(1)],
  ['invitations a volunteer and week, median', ({ median }) => median.toFixed(2)],
  ['… ninth decile', ({ ninthDecile }) => ninthDecile.toFixed(2)],
  ['… most in one week', ({ mostInAWeek }) => String(mostInAWeek)],
  ['… Gini', ({ gini }) => gini.toFixed(2)],
  ['volunteers never invited, %', ({ neverAsked }) => neverAsked.toFixed(1)],
  ['household weeks over the limit', ({ overLimit }) => String(overLimit)],
  ['a plan, mean ms', ({ planMilliseconds }) => planMilliseconds.toFixed(1)],
  ['a plan, slowest ms', ({ slowestPlan }) => slowestPlan.toFixed(0)],
]

/** A table in Markdown, so that it can be put into a document as it is. */
function tableOf(lived: LivedIn): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(['', ...ways.map((way) => titles[way])]),
    line(['---', ...ways.map(() => '--:')]),
    ...rows.map(([title, say]) => line([title, ...ways.map((way) => say(lived[way]))])),
  ]
}

type Found = readonly { readonly name: string; readonly lived: LivedIn }[]

/** The goals that docs/matching.md sets for the plan, and whether this run reached them. */
export function targetsOf(found: Found, large: ReturnType<typeof largePlans>): readonly string[] {
  const [standard] = found
  if (!standard) return []
  const { board, plan, optimum } = standard.lived
  const fiveBest = standard.lived['five-best']
  const say = (what: string, value: string, isReached: boolean) =>
    `${isReached ? 'reached' : 'MISSED'}: ${what}: ${value}`
  const share = (100 * plan.onTime) / optimum.onTime
  const worse = found.filter(({ lived }) => lived.plan.onTime < Math.max(lived.board.onTime, lived['five-best'].onTime))
  const over = found.reduce((sum, { lived }) => sum + lived.plan.overLimit, 0)
  return [
    say('in time, at least 98 % of the optimum', `${share.toFixed(1)} %`, share >= 98),
    say(
      'at least 15 points over the board alone',
      (plan.onTime - board.onTime).toFixed(1),
      plan.onTime - board.onTime >= 15,
    ),
    say(
      'in no setting worse than board or five best',
      worse.map(({ name }) => name).join(', ') || 'none',
      worse.length === 0,
    ),
    say(
      'Gini at most half of the five best',
      `${plan.gini.toFixed(2)} to ${fiveBest.gini.toFixed(2)}`,
      plan.gini <= fiveBest.gini / 2,
    ),
    say('no household over the limit', String(over), over === 0),
    ...large.map(({ wishes, volunteers, milliseconds, limit }) =>
      say(`${wishes} × ${volunteers} in at most ${limit} ms`, `${milliseconds.toFixed(0)} ms`, milliseconds <= limit),
    ),
  ]
}
