export const doorsZh = {
  /** The eight digits on a sheet, in a message or read out over the telephone. */
  number: {
    title: '按编号找心愿',
    label: '心愿编号（8 位数字）',
    hint: '公示栏和群消息里每个心愿都有，例如 1234-5674',
    button: '找一找',
    faults: {
      mistyped: '这个编号抄错了：少一位、多一位，或有一位不对。请对着原件再看一遍。',
      unknown: '没有这个编号的心愿。请对着原件再看一遍。',
    },
    ask: (phone: string) => `实在找不到，给社区打电话：${phone}`,
  },
}
