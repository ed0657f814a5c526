import type { Key, ListKind, NeedKey, RollKey, UntakenReason, UnusedReason } from '#domain/lists/headings.ts'
import type { Skipped } from '#domain/lists/lines.ts'
import type { DoubtWords, ProblemWords } from '#domain/lists/problems.ts'
import type { Doubtful } from '#domain/lists/questions.ts'
import { mostListRows } from '#domain/lists/rows.ts'
import type { NotUnderstood, SheetLeft } from '#domain/lists/understand.ts'
import type { ScopeReason } from '#domain/reading/scope.ts'

const yuan = (fen: number): string => String(fen / 100)

const doubts: DoubtWords = {
  'no-phone': () => '没有电话。可以保留，上门时请敲门；问到号码后再补上。',
  'bad-phone': ({ written }) => `「${written}」不像电话号码，没有收下。请对照原表改正，或先留空、上门敲门。`,
  landline: ({ written, lacks }) =>
    lacks === 'zero'
      ? `座机「${written}」好像少了开头的 0，没有收下。请对照原表补成「0994-2345678」的样子。`
      : lacks === 'digits'
        ? `座机「${written}」少了几位，打不通，没有收下。请补全号码，或先留空。`
        : `座机「${written}」没有区号，没有收下。请补成「区号-号码」，例如 0994-2345678。`,
  'others-phone': ({ written, whose }) =>
    whose === 'relative'
      ? `「${written}」写的是家属的号码，没有当作本人的号码收下。问过以后，可以在居民档案里填作家属电话。`
      : `「${written}」写的是别人的，或看不出是谁的号码，没有收下。确实是本人的，请点「改一改」只填号码。`,
  'phone-left': ({ written }) => `电话一格里还有「${written}」，没有收下。登录用的是预览里的手机号，请核对。`,
  'shared-phone': ({ phone, with: other }) =>
    `电话 ${phone} 也写在第 ${other.line} 行的另一户。请核对是哪一户的；确实共用的，确认即可。`,
  'age-missing': () => '年龄没有写。可以先空着，以后补上年龄段。',
  'age-unread': () => '年龄一格看不懂，没有读。请对照原表补上年龄。',
  'age-year': () => '年龄一格写的像出生年份，是按出生年份读的。请核对年龄段。',
  'age-edge': () => '只凭写的年份或范围，定不准是哪个年龄段。请确认预览里的年龄段。',
  'no-address': () => '没有住址。请补上楼、单元、门牌，不然志愿者找不到门。',
  'address-incomplete': () => '住址里没有门牌号。可以先收下，发布前请补上，不然志愿者找不到门。',
  'address-part': ({ written }) =>
    `住址里的「${written}」没有读懂，照原样留着。请看看志愿者找不找得到，需要的话改一改。`,
  'address-guess': ({ written }) => `「${written}」是按楼号、门牌的习惯读的。请对照原表确认。`,
  'spreadsheet-date': ({ written, may }) =>
    `「${written}」是表格软件把门牌变成了日期，原来写的可能是 ${may.join(' 或 ')}。请问清楚，填上真正的门牌。`,
  'no-grid': () => '没写是哪个网格。请选一个。',
  'unknown-grid': ({ written }) => `本社区没有叫「${written}」的网格。请选一个。`,
  'over-limit': ({ valueFen, limitFen, estimated }) =>
    `${estimated ? '估计' : '预算'} ${yuan(valueFen)} 元，超过每个心愿 ${yuan(limitFen)} 元的上限。可以收下，要书记批准后才能发布。`,
  approximate: ({ fen }) => `金额写的是约数，先按 ${yuan(fen)} 元记。请确认或改正。`,
  'value-unread': ({ written }) => `金额「${written}」看不懂，先留空。请填一个数，单位是元。`,
  many: ({ count, usual }) => `一次要 ${count}，一般不超过 ${usual}。请核对后改正或确认。`,
  dear: ({ valueFen, usualFen }) => `预算 ${yuan(valueFen)} 元，一般 ${yuan(usualFen)} 元左右。请核对后改正或确认。`,
  'odd-quantity': ({ written, thing }) => `「${thing}」写了「${written}」，数量或单位看着不对。请核对后改正或确认。`,
  'maybe-several': ({ written }) =>
    `「${written}」像是不止一个心愿，或是几样里选一样，没有拆开。是一个的，直接收下；是几个的，请改好这一行，其余另外登记。`,
  'repair-or-new': ({ written }) => `「${written}」看不出是要修，还是要新的。请问清楚后改写，或确认。`,
  'two-wishes': ({ parts, sharedFen }) =>
    `这一格里有 ${parts} 个心愿，已拆成 ${parts} 行。${sharedFen === null ? '' : `原表写的 ${yuan(sharedFen)} 元是合计，`}请给每一行填上金额；其实是一个的，改好一行、跳过其余。`,
  'health-word': ({ where }) =>
    where === 'wish'
      ? '心愿里写了病情。只登记要什么，不登记得什么病，那几个字没有收下；写着“〔病情〕”的地方，请改好。'
      : '心愿后面或住址里写了病情，没有收下：只登记要什么东西。',
  'hardship-word': ({ where }) =>
    where === 'wish'
      ? '心愿里写了困难情况，规则不许登记，那几个字没有收下；写着“〔困难情况〕”的地方，请改好。'
      : '心愿后面写了困难情况，规则不许登记，没有收下。',
  'belief-word': ({ where }) =>
    where === 'wish'
      ? '心愿里写了民族或信仰，规则不许登记，那几个字没有收下；有要求的，请写成物品的规格。'
      : '心愿后面写了民族或信仰，规则不许登记，没有收下；有要求的，请写成物品的规格。',
  'justice-word': ({ where }) =>
    where === 'wish'
      ? '心愿里写了服刑、信访一类的事，规则不许登记，那几个字没有收下；写着“〔涉法情况〕”的地方，请改好。'
      : '心愿后面写了服刑、信访一类的事，规则不许登记，没有收下。',
  'long-text': ({ length }) => `心愿写了 ${length} 个字，太长了。请缩成一两句，说清要什么。`,
  'no-unit': () => '没写工作单位。可以先收下，以后补上。',
  'strength-unread': ({ written }) => `特长「${written}」不在现有分类里，先记作「其他」。`,
  'time-unread': ({ written }) => `可服务时间「${written}」看不懂，没有收下。请他本人以后自己选。`,
  'unit-and-post': ({ written }) => `单位一栏写的是「${written}」，可能连职务也在里面。请核对单位名称。`,
  'month-assumed': ({ period }) => `这张工作表没有写月份，先按 ${period} 算。不是这个月的，请跳过。`,
  'cell-picture': ({ heading }) => `「${heading}」一格里是图片，没有字可读。请对照原表补上。`,
  'cell-error': ({ heading }) => `「${heading}」一格里是错误值，没有字可读。请对照原表补上。`,
  'cell-formula': ({ heading }) => `「${heading}」一格里是没有算出来的公式，没有字可读。请对照原表补上。`,
  'hidden-row': () => '这一行在原表里是隐藏的，或被筛选掉了。先没有收下；要收，请点“恢复这一条”。',
  'number-cut': () => '这一行里写了身份证号、银行卡号或密码，没有收下。请看看剩下的对不对。',
  'date-unread': ({ written }) => `报到时间「${written}」不是一个日期，先留空。请按「2026-11-03」的样子填。`,
}

const problems: ProblemWords = {
  'no-name': () => '没有姓名。请填上姓名，或跳过这一行。',
  'two-people': ({ written }) =>
    `「${written.slice(0, 20)}」像是不止一个人。这条心愿、这个电话是谁的？请把姓名改成其中一人；另一人要办的，在表里另起一行。`,
  'bad-name': ({ written }) =>
    `「${written.slice(0, 20)}」不像姓名（有数字、太长，或者只是称呼）。请改正，或跳过这一行。`,
  child: () => '不满 14 岁的孩子不能登记。请由监护人用自己的名字提出，或跳过这一行。',
  'empty-wish': () => '心愿是空的。问清楚后填上，或先跳过这一行。',
  'out-of-scope': ({ reason, word }) => `「${word}」${scope[reason]}`,
  'duplicate-in-file': ({ first }) =>
    `和第 ${first.line} 行是同一个人的同一个心愿。请跳过其中一行；确实不同的，请改写清楚。`,
  'no-phone': () => '没有手机号。志愿者用手机号登录，请填上，或跳过这一行。',
  'bad-phone': ({ written }) => `「${written}」不是 11 位手机号。志愿者用手机号登录，请改正，或跳过这一行。`,
  'not-own-phone': ({ written }) => `「${written}」写的不是本人的号码，不能用来登录。请填本人的手机号，或跳过这一行。`,
}

const scope: Record<ScopeReason, string> = {
  policy: '是政策或手续的事，不是微心愿。请跳过这一行，转给社区窗口或 12345 答复；要人陪着去办，请改写成「陪同办事」。',
  money: '要的是钱。平台不经手钱款，请跳过这一行，转给社区民政窗口；要东西的，请改写成要什么东西。',
  prescription: '是处方药品，不能由志愿者购买或赠送。请跳过这一行；医院已开好药、只要人去取的，请改写成「代取药」。',
  bank: '要动用别人的银行卡或存取款，志愿者不能代办。请跳过这一行；要人陪着去，请改写成「陪同去银行」。',
  'public-works': '是公共设施或物业的事，个人办不了。请跳过这一行，转给社区或 12345。',
}

const file: Record<FileTrouble, string> = {
  empty: '这个文件是空的。请检查是不是选错了文件。',
  'too-big':
    '文件太大了（最大 5 MB），或者离表格很远的格子里还有内容。请删掉图片、用不到的工作表和表格外面的内容，或分成几个文件再试。',
  'too-long': `行数太多了，一次最多导入 ${mostListRows} 行（每行字很多的表格还要少些）。请分成几个文件，分几次导入。`,
  'old-xls': '这是旧版的 .xls 文件。请用 Excel 或 WPS 打开，选「另存为」，类型选 .xlsx，再导入。',
  encrypted: '这个文件设了密码。请打开后去掉密码，另存一份再导入。',
  'not-a-table': '这不是表格文件。请用 Excel 或 WPS 另存为 .xlsx 或 .csv 再导入。',
  broken: '文件打不开，可能没有传完或已损坏。请在电脑上打开它，另存为新的 .xlsx 再试。',
  'no-header':
    '没有找到表头。需求清单至少要有「姓名」「心愿」两列，花名册要有「姓名」「手机号」「单位」。请参照样表改一下表头。',
  'no-rows': '只看到表头，下面没有内容。请检查是不是选错了文件。',
}

const untaken: Record<UntakenReason, string> = {
  hardship: '困难情况',
  'id-number': '身份证号',
  health: '健康状况',
  belief: '民族或信仰',
  politics: '政治面貌',
  justice: '服刑、信访等情况',
  bank: '银行账户',
  relative: '家属信息',
  personal: '其他个人信息',
  'free-note': '备注',
}

const unused: Record<UnusedReason, string> = {
  category: '没有用到：写的是心愿属于哪一类，不是心愿本身',
  progress: '没有用到：写的是编号、时间，或者后来办得怎样',
  'other-phone': '没有读：是别人的电话，不能记成本人的',
  'other-person': '没有读：是别人的姓名',
  householder: '没有读：是户主，心愿记在本人名下',
  'household-number': '没有读：是户的编号，不是门牌',
  second: '没有用到：另一列更像',
  chosen: '没有读：按上次的选择',
  unknown: '没有用到：看不出是什么',
}

const left: Record<SheetLeft['why'], string> = {
  'other-month': '写的是别的月份',
  'other-kind': '是另一种清单，请单独导入',
  hidden: '在文件里是隐藏的',
  'no-list': '里面没有清单',
  unclear: '看不懂表头',
}

const keys: Record<ListKind, Partial<Record<Key, string>>> = {
  needs: {
    name: '姓名',
    phone: '本人电话',
    wish: '心愿',
    address: '住址',
    building: '楼号',
    unit: '单元',
    door: '门牌',
    grid: '网格',
    age: '年龄',
    birth: '出生年月',
    sex: '性别',
    quantity: '数量',
    measure: '计量单位',
    specification: '规格',
    value: '总价',
    unitPrice: '单价',
    urgency: '紧急程度',
    source: '收集方式',
    worker: '网格员',
    note: '备注',
  } satisfies Record<NeedKey, string>,
  roll: {
    name: '姓名',
    phone: '本人手机号',
    unit: '工作单位',
    branch: '党组织',
    address: '住址',
    strengths: '特长',
    freeTimes: '可服务时间',
    reportedIn: '报到时间',
    sex: '性别',
  } satisfies Record<RollKey, string>,
}
const keyName = (kind: ListKind, key: Key): string => keys[kind][key] ?? key
const quoted = (headings: readonly string[]): string => headings.map((heading) => `「${heading}」`).join('')

/** The questions that the program asks before it reads a list. */
function ask(one: Doubtful, kind: ListKind): string {
  switch (one.code) {
    case 'kind':
      return '看不出这是需求清单还是志愿者花名册，请选一个。'
    case 'missing':
      return `没有认出哪一列是「${keyName(kind, one.key)}」，请在下面选一列。`
    case 'several':
      return `${quoted(one.headings)}都像「${keyName(kind, one.key)}」。请留一列，其余选“不读”。`
    case 'either':
      return `「${one.heading}」一列写了两样：${one.keys.map((key) => keyName(kind, key)).join('、')}。请选当作哪一样，或者不读。`
    case 'whose-phone':
      return `「${one.heading}」是谁的电话？是本人的，请选“${keyName(kind, 'phone')}”；不是，请选“不读”。`
    case 'odd-values':
      return `「${one.heading}」下面写的都是“是”“物品”这样的词，不像心愿本身。请选心愿写在哪一列。`
  }
}

const skipped: Record<Skipped['why'], string> = {
  total: '合计行',
  signature: '填表、签字的行',
  'no-wish': '写的是没有心愿',
  note: '说明或没有填写的行',
  headings: '重复的表头',
  example: '示例行',
}

export type FileTrouble =
  | 'too-big'
  | 'too-long'
  | 'old-xls'
  | 'encrypted'
  | 'not-a-table'
  | 'broken'
  | NotUnderstood['why']

/** Every doubt and error of an import: what is wrong, and what to do. */
export const doubtsZh = {
  doubts,
  problems,
  file,
  untaken,
  skipped,
  keyName,
  ask,
  readAs: (heading: string, kind: ListKind, key: Key, isChosen: boolean): string =>
    `「${heading}」当作${keyName(kind, key)}${isChosen ? '（按上次的选择）' : ''}`,
  notTaken: (heading: string, why: UntakenReason): string =>
    why === 'free-note'
      ? `「${heading}」一列没有收下：备注里什么都可能写，不照抄。要让认领人知道的，请打开那一行，自己写上。`
      : `「${heading}」一列没有收下：${untaken[why]}，规则不许登记。`,
  unused: (heading: string, why: UnusedReason): string => `「${heading}」一列${unused[why]}。`,
  linesSkipped: (lines: string, why: Skipped['why']): string => `第 ${lines} 行没有读：${skipped[why]}。`,
  sheetLeft: (name: string, why: SheetLeft['why']): string => `工作表「${name}」没有读：${left[why]}。`,
  hiddenRows: (lines: string): string => `第 ${lines} 行在原表里是隐藏的，或被筛选掉了，先没有收下。`,
  numbersCut: (cells: number): string => `有 ${cells} 格写了身份证号、银行卡号或密码，号码都没有收下。`,
  everyRow: (sentence: string): string => `每一行都这样：${sentence}`,
  listed: (parts: readonly string[]): string => parts.join('、'),
  noHeaderSeen: (headings: readonly string[]): string =>
    `没有找到表头。看到的是${quoted(headings)}。需求清单至少要有「姓名」「心愿」两列，花名册要有「姓名」「手机号」「单位」。请参照样表改一下表头。`,
}
