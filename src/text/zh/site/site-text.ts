import type { StorageFault } from '#domain/storage-fault.ts'
import { styleguideZh } from './styleguide-text.ts'

type Said = { readonly title: string; readonly body: string; readonly way: string }

export const siteZh = {
  name: '微心愿',
  tagline: '有人接，有回音',
  about: (community: string) =>
    `${community && `${community}的`}微心愿：老人许下小心愿，志愿者认领送到家，每一步都公开。`,
  skip: '跳到正文',
  nav: {
    label: '主要页面',
    board: '心愿',
    mine: '我的',
    ledger: '账本',
    desk: '办事台',
    rules: '规则',
    residents: '居民',
    volunteers: '人员',
    imports: '导入清单',
    report: '月报',
    areas: '区域',
  },
  styleguide: styleguideZh,
  signIn: '登录',
  signOut: '退出',
  print: '打印这一页',
  signOutAsk: {
    title: '退出登录？',
    lead: '退出以后，要重新登录才能看上门信息。',
    button: '退出',
    stay: '不退出，回去',
  },
  language: '中文',
  languageLabel: '切换到中文',
  toView: { elder: '长辈版', normal: '普通版' },
  noSignal: '没有信号，还没提交。有信号时再按一次。',
  noAnswer: '网站没有回应，不确定有没有提交成功。过一会儿再按一次，重复提交也只算一次。',
  readAloud: '读给我听',
  stopReading: '停止朗读',
  call: '打电话',
  callOurs: '给社区打电话',
  callCommunity: (phone: string) => `给社区打电话 ${phone}`,
  callHotline: (phone: string) => `打电话给政务服务热线 ${phone}`,
  /** For a file being prepared, and for one that the reader left before it was complete. */
  making: '正在准备文件…',
  again: '上次没下载完，点这里重新下载',
  arrived: (kilobytes: number) => `已下载 ${kilobytes} kB`,
  unread: (count: number) => `${count} 条未读消息`,
  demo: '演示站：人物和心愿都是编的，请勿填写真实信息。',
  footHours: (opens: string, closes: string) => `社区办公时间 ${opens}–${closes}（北京时间）`,
  footPromise: '不打卡、不排名、不强制拍照。平台不经手任何钱款。',
  chooser: {
    title: '请选择您的社区',
    lead: '每个社区有自己的心愿墙和账本。',
    empty: '还没有社区。',
    emptyHelp: '请管理员运行 bin/setup 建立第一个社区。',
  },
  back: '返回',
  save: '保存',
  cancel: '取消',
  more: '更多',
  next: '下一页',
  first: '回到第一页',
  optional: '选填',
  yes: '是',
  no: '否',
  none: '无',
  errorSummary: '有几处需要改一下，已填的内容都还在：',
}

export const errorsZh = {
  notFound: {
    title: '没有找到这一页',
    body: '网址可能写错了，或者这一页不属于您的社区、不对您开放。',
    way: '回到心愿墙',
  },
  notYet: {
    title: '本月还没有公示',
    body: '公示要等这个月过完才出。现在的进展请看公开账本。',
    way: '回到心愿墙',
  },
  notAllowed: { title: '这件事要由别人来办', body: '您的身份不能做这一步，这次没有做任何改动。', way: '回到心愿墙' },
  otherPerson: {
    title: '登录的人换了',
    body: '刚才那张表单是另一个人填的，所以没有给您看，也没有提交。',
    way: '回到心愿墙',
  },
  otherOrigin: {
    title: '这个请求不是从本站页面发出的',
    body: '为了您的安全，只接受从本站页面提交的表单。什么都没有改变，请回到本站再提交一次。',
    way: '回到心愿墙',
  },
  malformed: {
    title: '收到的内容不完整',
    body: '表单没有传完整，没有保存。请返回上一页，再提交一次。',
    way: '回到心愿墙',
  },
  tooBig: { title: '内容太大了', body: '文件不能超过 5 MB。请拆成几个文件，或删去图片后再上传。', way: '回到心愿墙' },
  tooMany: (minutes: number) => ({
    title: '试的次数太多了',
    body: `为了保护账号，请 ${minutes} 分钟后再试。急事请给社区打电话。`,
    way: '回到心愿墙',
  }),
  /** Nothing can be saved, for a reason outside the program. */
  storage: {
    full: {
      title: '暂时存不进去：服务器的硬盘满了。',
      body: '这次没有存下来，以前的数据都在，页面照样能看。请告诉管服务器的人腾出空间；腾好以后不用重启，一分钟后再发一次就行。',
      way: '回到心愿墙',
    },
    'read-only': {
      title: '暂时存不进去：服务器上的数据现在只能看、不能写。',
      body: '这次没有存下来，以前的数据都在，页面照样能看。请告诉管服务器的人检查数据文件夹的权限和硬盘；改好以后不用重启，一分钟后再发一次就行。',
      way: '回到心愿墙',
    },
    locked: {
      title: '暂时存不进去：服务器上另一个程序正占着数据库。',
      body: '这次没有存下来，以前的数据都在，页面照样能看。一般很快就好，过一分钟再发一次；一直这样，请告诉管服务器的人。',
      way: '回到心愿墙',
    },
    disk: {
      title: '暂时存不进去：服务器的硬盘读写出错。',
      body: '这次没有存下来。请马上告诉管服务器的人：先做好备份，再查硬盘。',
      way: '回到心愿墙',
    },
    damaged: {
      title: '服务器上的数据库文件坏了。',
      body: '这次没有存下来。请马上告诉管服务器的人：按“安装与运维”用最近的备份恢复。',
      way: '回到心愿墙',
    },
  } satisfies Record<StorageFault, Said>,
  broken: {
    title: '出了点问题',
    body: '这次没有办成，什么都没有改变。请稍后再试；如果一直这样，请告诉社区。',
    way: '回到心愿墙',
  },
}

/** Sentences at a field, by the code of the fault. */
export const faultsZh: Record<string, string> = {
  required: '这里要填。',
  'too-long': '太长了，请写短一些。',
  'private-number':
    '这里写了身份证号、银行卡号或密码，已经删去，没有保存。这些号码本系统一概不收：请把〔号码已删〕去掉再提交。',
  phone: '请填 11 位手机号，或带区号的座机号。',
  mobile: '请填 11 位手机号。',
  number: '请填数字。',
  quantity: '数量请填 1 到 99。',
  value: '金额请填 0 到 10000 元。',
  choose: '请选一项。',
  grid: '这栋楼不在任何网格的楼栋名单上，请选一个网格。',
  'other-grid': '按楼栋名单，这个地址归别的网格。请选「按地址」，或请书记改楼栋名单。',
  time: '请填时间，例如 10:00。',
  date: '请填日期，例如 2026-11-07。',
  password: '密码至少 10 位。',
  same: '两次填的密码不一样。',
  child: '微心愿只为 14 岁及以上的居民登记。孩子的需要请联系社区儿童主任。',
}
