import type { ScopeReason } from '#domain/reading/scope.ts'
import type { PrivateKind } from '#domain/wish/notes/public-text.ts'
import type { Refusal } from '#domain/wish/refusals.ts'
import { dayWithWeekday, shortDay } from '#text/days.ts'
import { wordsZh } from '#text/zh/site/words-text.ts'
import { odditiesZh } from './oddities-text.ts'

const yuan = (fen: number) => String(fen / 100)

const privateKind: Record<PrivateKind, string> = {
  name: '姓名',
  phone: '电话',
  address: '住址',
  illness: '病情',
  hardship: '困难情况',
  belief: '民族或信仰',
  justice: '涉法情况',
}

const outOfScope: Record<ScopeReason, string> = {
  policy:
    '是政策或手续的事，不是微心愿。请用「转介」转给社区窗口，或照常见问题当场答复；要人陪着去办的，请写成「陪同办事」。',
  money: '要的是钱，平台不经手钱款，不能作心愿。请用「转介」转给社区民政窗口；要东西的，请写成要什么东西。',
  prescription:
    '是处方药品，志愿者不能买也不能送。请用「转介」转给社区卫生服务中心；医院已开好药、只要人去取的，请选「代取药」。',
  bank: '要动用别人的银行卡或存取款，志愿者不能代办。请用「转介」转给社区；要人陪着去的，请写成「陪同去银行」。',
  'public-works': '是公共设施或物业的事，个人办不了。请用「转介」转给社区或 12345。',
}

/** Each refusal names the rule and the way out. */
function sentence(refusal: Refusal): string {
  switch (refusal.why) {
    case 'wrong-state': {
      const state = refusal.state === 'none' ? '还没登记' : wordsZh.state[refusal.state]
      return `这个心愿现在是「${state}」，不能再「${wordsZh.action[refusal.action]}」。下面是最新情况。`
    }
    case 'not-allowed':
      return `「${wordsZh.action[refusal.action]}」要由别人来办，这次什么都没有改。需要的话请联系社区。`
    case 'overtaken':
      return '刚才有人先动了这个心愿，您的操作没有保存。下面是最新情况，请看过再办。'
    case 'taken':
      return '谢谢您！这个心愿刚刚被别人认领了。还有别的心愿在等您。'
    case 'one-side':
      return '登记心愿的人不能自己认领：经办和确认必须分开。请另一位志愿者来认领。'
    case 'knows-code':
      return '看过收件码的人不能认领、送达或代登记这个心愿。请换一位来办。'
    case 'not-active':
      return '这位志愿者的账号还没有启用。请先用激活码登录一次，或请书记当面确认后启用。'
    case 'new-owner':
      return '这个心愿重开后要换一位认领人。谢谢您，请看看别的心愿。'
    case 'person-limit':
      return `每人同时最多认领 ${refusal.limit} 个。${refusal.frees ? `送达一个就能再认领（最近一个最晚${dayWithWeekday.zh(refusal.frees)}送到）` : '送达一个就能再认领'}；也可以请书记批准。`
    case 'unit-limit':
      return `您单位本月已认领 ${refusal.limit} 个，到上限了。${shortDay.zh(refusal.frees)}起恢复；也可以请书记批准。`
    case 'requested-already':
      return '已经请书记批准了。批准了，您会收到消息。'
    case 'has-room':
      return '您现在还可以认领，不用批准：请直接点「认领」。'
    case 'no-consent':
      return `还缺居民的同意：${refusal.missing.map((m) => wordsZh.consentPurpose[m as 'card']).join('、')}。请先在居民页记录同意，再发布。`
    case 'needs-approval':
      return `估价 ${yuan(refusal.valueFen)} 元，超过 ${yuan(refusal.limitFen)} 元的上限，要书记批准。请把估价改低，或者请书记勾选批准。`
    case 'repeat':
      return `这户 ${shortDay.zh(refusal.on)} 登记过同样的东西（心愿 ${refusal.code}），${refusal.days} 天内再登记请写明理由。`
    case 'odd':
      return `${refusal.oddities.map(odditiesZh.say).join('；')}。写错了请改；没写错，请写明为什么。`
    case 'private-words': {
      const kind = privateKind[refusal.kind]
      return `「${refusal.word}」像是${kind}。这段话人人看得到，请去掉，再提交一次。`
    }
    case 'private-note': {
      const said = `「${refusal.word}」像是${privateKind[refusal.about]}。`
      return refusal.mayConfirm
        ? `${said}不知道也能办的，请删去；办这件事的人必须知道的，请在下面勾选确认，再提交一次。`
        : `${said}这里只写原因，不记个人情况。请删去这些话，再提交一次。`
    }
    case 'out-of-scope':
      return `「${refusal.word}」${outOfScope[refusal.reason]}`
    case 'no-public-text':
      return '这个心愿是自由填写的，请先写一个公开标题。'
    case 'undo-too-late':
      return `送达超过 ${refusal.minutes} 分钟，不能自己撤销了。请找书记撤销。`
    case 'not-due':
      return `还没到时候，要等到${dayWithWeekday.zh(refusal.until)}。`
    case 'tries-left':
      return '回访的次数还没有用完，请换个时间再打。'
    case 'bad-visit-time':
      return '上门的时间要晚于现在，最远约到 60 天后。'
    case 'expires-soon':
      return `离到期不到 ${refusal.days} 天的东西不能送，到期日不能早于 ${refusal.first}。请换一份，或者问问老人能不能改天送。`
    case 'wrong-code':
      return refusal.left > 0
        ? `收件码不对，请核对后再填（还可以试 ${refusal.left} 次），或不填，等社区回访。`
        : '收件码不对，次数用完了。没关系，社区会打电话回访。'
    case 'code-locked':
      return '收件码试的次数用完了。请不填收件码直接记送达，社区会打电话回访。'
    case 'postponed-enough':
      return `这个心愿已经延期 ${refusal.limit} 次，不能再延了。去不了请交还，让别人接着办。`
    case 'rated-already':
      return '您已经评价过了，谢谢您！想改的话请给社区打电话。'
    case 'postponed-once':
      return '一次认领只能自己延期一次。还要再延请找书记，或者交还给别人办。'
    case 'bad-postponement':
      return `新日期要晚于${shortDay.zh(refusal.from)}，最晚到${dayWithWeekday.zh(refusal.until)}。`
    case 'nothing-moves':
      return '按现在的工作日历，期限没有变。'
    case 'not-joint':
      return '这个心愿不能加入：认领人没有请人一起办，或者您已经在里面了。请看看别的心愿。'
    case 'share-taken':
      return refusal.left > 0 ? `还剩 ${refusal.left} 份可以加入，请改少一点。` : '都有人办了，谢谢您！请看看别的心愿。'
    case 'household-week':
      return `一户一周最多上门 ${refusal.limit} 次，这一周已经约满。请和老人换到另一周。`
    case 'file-ended':
      return '这位居民的档案已经结束，不再登记心愿，也不再打电话。如果是弄错了，请书记恢复档案。'
    case 'not-told':
      return '这个心愿的日期没有变，不用告知。下面是最新情况。'
    case 'work-order':
      return `这个工单已经登记过了，是心愿 ${refusal.code}，不用再登记一次。`
    case 'not-asked':
      return '社区还没有把这个心愿上报街道，现在不用答复。下面是最新情况。'
    case 'words-missing':
      return '请写一句怎么办，社区才好接着做。'
    case 'reason-missing':
      return '请写一句原因，下一位才好接着办。'
  }
}

/** In a text that is about no wish. */
const aboutNobody = (word: string, about: PrivateKind) =>
  `「${word}」像是${privateKind[about]}。说的是哪一个人的，请删去；说的是政策或一类人的，请在下面勾选确认，再提交一次。`

export const refusalsZh = { sentence, aboutNobody }
