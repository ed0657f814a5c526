import { moveLetter } from '#actions/letters/move-letter.ts'
import { publishStatement } from '#actions/letters/publish-letter.ts'
import { sendLetter } from '#actions/letters/send-letter.ts'
import { newId } from '#auth/hashing.ts'
import { letterByCode } from '#db/letters/letter-rows.ts'
import type { LetterOrder } from '#domain/letters/decide-letter.ts'
import type { LetterFields } from '#domain/letters/letter-form.ts'
import type { Person } from '#domain/people/actor.ts'
import type { Stage } from '#src/demo/stage/stage.ts'
import type { Life } from '#src/demo/stage/timeline.ts'

const anonymous = { way: 'web', forWhom: 'self', isAboutStaff: false, name: '', phone: '', mayPublish: true } as const

const letters = {
  lamp: {
    ...anonymous,
    kind: 'question',
    subject: '三号楼门口的路灯不亮了',
    words: '晚上下楼看不清台阶，老人怕摔。请问归谁修，什么时候能修好？',
  },
  bench: {
    ...anonymous,
    kind: 'suggestion',
    subject: '小区花园加几把带靠背的椅子',
    words: '现在的石凳太凉，老人坐不住。能不能换成带靠背的木椅子？',
    name: '周女士',
    phone: '19900000088',
  },
  stairs: {
    ...anonymous,
    kind: 'help',
    way: 'phone',
    forWhom: 'relative',
    subject: '想给父亲申请上门体检',
    words: '父亲下楼不方便，想问问社区医生能不能上门量血压。',
    name: '陈先生',
    phone: '19900000087',
    mayPublish: false,
  },
  noise: {
    ...anonymous,
    kind: 'complaint',
    subject: '楼下装修中午也不停',
    words: '中午一点多还在打钻，跟他们说过两次了。请社区管一管。',
    mayPublish: false,
  },
  staff: {
    ...anonymous,
    kind: 'complaint',
    isAboutStaff: true,
    subject: '去办事没有人理',
    words: '星期二下午去社区大厅，等了半个小时没有人理。希望改一改。',
    mayPublish: false,
  },
  thanks: {
    ...anonymous,
    kind: 'praise',
    subject: '谢谢送米的小伙子',
    words: '下雪天还把米扛上五楼，坐下陪我妈说了半天话。请转告一声谢谢。',
  },
} as const satisfies Record<string, LetterFields>

type Step = readonly [who: Person, order: LetterOrder, note?: string]

/** A few letters of the last working days, each at another step; two have been published. */
export function lettersToday(stage: Stage, communityId: string): readonly Life[] {
  const { secretary, 'grid-1': gridWorker, 'grid-2': colleague } = stage.staff
  const lamp: readonly Step[] = [
    [secretary, { act: 'receive' }],
    [secretary, { act: 'assign', handlerId: gridWorker.id }],
    [gridWorker, { act: 'answer' }, '问过物业，是线路老化。电工星期三上午来换，换好以后我再去看一眼。'],
  ]
  const bench: readonly Step[] = [
    [secretary, { act: 'receive' }],
    [secretary, { act: 'answer' }, '这个建议好。已经报给街道，入春以后先换四把，摆在朝阳的一边。'],
  ]
  const thanks: readonly Step[] = [
    [secretary, { act: 'receive' }],
    [secretary, { act: 'answer' }, '已经转告他本人，他很高兴。也谢谢您写信来。'],
  ]
  return [
    written(stage, communityId, { day: 8, fields: letters.lamp, steps: lamp, isPublished: true }),
    written(stage, communityId, { day: 6, fields: letters.thanks, steps: thanks, isPublished: true }),
    written(stage, communityId, { day: 4, fields: letters.bench, steps: bench }),
    written(stage, communityId, {
      day: 2,
      fields: letters.stairs,
      by: colleague,
      steps: [
        [secretary, { act: 'receive' }],
        [secretary, { act: 'assign', handlerId: gridWorker.id }],
      ],
    }),
    written(stage, communityId, { day: 1, fields: letters.noise, steps: [] }),
    written(stage, communityId, { day: 1, fields: letters.staff, steps: [] }),
  ]
}

type Story = {
  /** Working days ago. */
  readonly day: number
  readonly fields: LetterFields
  /** Who typed it in, if it did not come from the web. */
  readonly by?: Person
  readonly steps: readonly Step[]
  readonly isPublished?: boolean
}

async function* written(stage: Stage, communityId: string, story: Story): Life {
  const { services, days, staff } = stage
  const day = days.workday(story.day)
  yield days.at(day, 10.8)
  const sent = await sendLetter(services, communityId, newId(), story.fields, story.by)
  if (!sent.ok) throw new Error(`the letter was not sent: ${sent.why}`)
  const { code } = sent.answer
  for (const [index, [who, order, note = '']] of story.steps.entries()) {
    yield days.at(day, 11.2 + index)
    await step(stage, code, who, order, note)
  }
  if (!story.isPublished) return
  yield days.at(day, 17)
  const [, , answer = ''] = story.steps.at(-1) ?? []
  const row = {
    question: story.fields.subject,
    answer,
    publishedBy: staff.secretary.id,
    publishedAt: services.now(),
  }
  const also: Parameters<typeof moveLetter>[2]['also'] = (store, letter) => [publishStatement(store, letter, row)]
  await step(stage, code, staff.secretary, { act: 'publish' }, '', also)
}

async function step(
  { services }: Stage,
  code: string,
  who: Person,
  order: LetterOrder,
  note: string,
  also?: Parameters<typeof moveLetter>[2]['also'],
): Promise<void> {
  const found = await letterByCode(services.store.db, code)
  const seen = found?.letter.seq ?? 0
  const moved = await moveLetter(services, who, { code, order, seen, note, ...(also ? { also } : {}) })
  if (!moved?.ok) throw new Error(`${order.act} was refused: ${moved?.refusal.why ?? 'no such letter'}`)
}
