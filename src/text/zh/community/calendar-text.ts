const festivals: Readonly<Record<string, string>> = {
  'new-year': '元旦',
  'spring-festival': '春节',
  'tomb-sweeping': '清明节',
  'labour-day': '劳动节',
  'dragon-boat': '端午节',
  'mid-autumn': '中秋节',
  'national-day': '国庆节',
  'eid-al-fitr': '肉孜节',
  corban: '古尔邦节',
  closure: '社区不办公',
}

const notices: Readonly<Record<string, string>> = {
  'cn-2025': '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）',
  'cn-2026': '国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）',
  'cn-regulation': '《全国年节及纪念日放假办法》',
  'xj-2025': '新疆维吾尔自治区2025年节假日放假通知（据转载文本录入，未核对原件）',
  'xj-2026-estimate': '按历法推算，尚未核对自治区2026年放假通知，请以通知为准',
  community: '本社区公告',
}

export const calendarZh = {
  /** Names without a code (an entered notice, a community's own closure) are shown as they were typed. */
  festival: (code: string) => (Object.hasOwn(festivals, code) && festivals[code]) || code,
  notice: (code: string) => (Object.hasOwn(notices, code) && notices[code]) || code,
  weekday: {
    0: '星期日',
    1: '星期一',
    2: '星期二',
    3: '星期三',
    4: '星期四',
    5: '星期五',
    6: '星期六',
  },
  weekdayShort: { 0: '周日', 1: '周一', 2: '周二', 3: '周三', 4: '周四', 5: '周五', 6: '周六' },
  layer: { national: '全国', regional: '自治区', community: '本社区' },
  kind: { rest: '放假', work: '调休上班' },
  ownKind: { rest: '不办公', work: '照常办公' },
  weekend: '周末',
  provisional: '暂定',
  provisionalWhy: '这个日期经过了放假通知尚未公布或尚未核对的日子，通知公布后可能调整。',
  source: (notice: string) => `依据：${notice}`,
}
