import { addKnowledge } from '#actions/wishes/edit-knowledge.ts'
import { newId } from '#auth/hashing.ts'
import { type StarterKey, starterKeys, starters } from '#domain/knowledge.ts'
import { addDays } from '#domain/time/workdays.ts'
import type { Stage } from '#src/demo/stage/stage.ts'
import type { Life } from '#src/demo/stage/timeline.ts'
import { startersZh } from '#text/zh/desk/starters-text.ts'

/** The offices of the sample community. Invented, like their landlines, which begin with 1. */
const offices: Readonly<Record<StarterKey, readonly [office: string, phone: string]>> = {
  'old-age': ['样板社区便民服务大厅 2 号窗口', '0994-1234501'],
  certificate: ['样板社区便民服务大厅 1 号窗口', '0994-1234501'],
  card: ['样板社区便民服务大厅 2 号窗口', '0994-1234501'],
  hardship: ['样板社区民政窗口', '0994-1234502'],
  medicine: ['样板街道医保服务窗口', '0994-1234511'],
  doctor: ['样板社区卫生服务站', '0994-1234512'],
  heating: ['样板供热公司客服', '0994-1234521'],
  gas: ['样板燃气公司抢修', '0994-1234522'],
  power: ['样板供电所、样板水务', '0994-1234523、0994-1234524'],
  lock: ['样板社区值班室', '0994-1234567'],
  meals: ['样板社区老年食堂', '0994-1234503'],
  hearing: ['样板社区残协', '0994-1234504'],
}

/** Not reviewed since last winter; its page says so. */
const old: StarterKey = 'heating'

/** The secretary writes down the most frequent questions at the beginning of the story. */
export async function* answersWritten(stage: Stage, communityId: string): Life {
  const { services, days, staff } = stage
  const day = days.workday(days.length)
  yield days.at(day, 16)
  for (const key of starterKeys) {
    const [office, phone] = offices[key]
    const reviewedOn = key === old ? addDays(day, -330) : day
    const fields = { ...startersZh[key], subject: starters[key], office, phone, reviewedOn }
    await addKnowledge(services, staff.secretary, communityId, newId(), fields)
  }
}
