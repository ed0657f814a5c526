import type { RollStrength } from '#domain/lists/rows.ts'
import { catalogueZh } from '#text/zh/catalogue/catalogue-text.ts'
import { consentWordsZh } from './consents-text.ts'
import { freeTimesZh } from './free-times-text.ts'
import { peopleListZh } from './people-list-text.ts'
import { phoneZh } from './phone-text.ts'
import { registerEventsZh } from './register-events-text.ts'
import { residentsZh } from './residents-text.ts'
import { handoverZh, rolesZh, staffZh } from './roles-text.ts'
import { activateZh, loginZh, welcomeZh } from './sign-in-text.ts'
import { codesZh, nameChoiceZh, newPersonZh, personZh, volunteersZh } from './volunteers-text.ts'

/** Sentences at the fields of these forms; common ones are in `faults`. */
const faults: Record<string, string> = {
  'two-people': '一份档案只记一位居民。这里像是写了两个人的名字，请分开，一人建一份。',
  'bad-name': '这不像姓名：不能有数字，也不能超过 60 个字。',
  'not-yet': '日期不能晚于今天。',
  hours: '结束时间要晚于开始时间。',
  kept: '没有本人同意留在名单上，就不能建档。',
  elsewhere: '有心愿登记在别的网格，请书记来记这一项。',
  'file-ended': '这份档案已经结束，不能修改。',
  'under-way': '这位居民还有心愿正在办（已认领、已送达或已转介），办完再换网格。楼号和门牌现在就可以改。',
  'on-the-list': '这位居民已经在名单上了，不用再登记。',
  'not-there': '这个区域不能设这个身份。网格员选网格；志愿者和书记选社区；督查员和管理员选街道、县市或州。',
  'already-here': '这个人已经在名单上了。',
  'other-name': '这个手机号已有账号，但姓名和您填的不一样。请核对姓名和号码。',
  'password-phone': '密码里不能含有手机号。',
  'password-own': '密码里不能含有自己的姓名、姓名拼音或社区名。请换一个，比如几个不相干的词连起来。',
  'password-common': '这个密码太常见，容易被猜到。请换一个，比如几个不相干的词连起来。',
  'choose-some': '请至少选一项。',
}

const strengths: Record<RollStrength, string> = { ...catalogueZh.strengths, other: '其他' }

export const peopleZh = {
  faults,
  keyReused: '这张表单已经提交过别的内容。请看看名单里有没有，没有再提交一次。',
  login: loginZh,
  activate: activateZh,
  welcome: welcomeZh,
  list: peopleListZh,
  roles: rolesZh,
  handover: handoverZh,
  phone: phoneZh,
  staff: staffZh,
  volunteers: volunteersZh,
  strengths,
  freeTimes: freeTimesZh,
  /** In the row of its day. */
  freeParts: { morning: '上午', afternoon: '下午', evening: '晚上', all: '都可以' },
  newPerson: newPersonZh,
  person: personZh,
  codes: codesZh,
  nameChoice: nameChoiceZh,
  register: registerEventsZh,
  residents: residentsZh,
  consentWords: consentWordsZh,
}
