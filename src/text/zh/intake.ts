/** How requests come in, what is answered at once, what is handed to an office and followed. */
export const intakeZh = {
  ways: '怎么来的',
  way: { visit: '上门', phone: '电话', letter: '来信', transfer: '12345 转办' },
  wayTitle: { letter: '登记来信', transfer: '登记 12345 转办' },
  received: '什么时候收到的（选填）',
  receivedHint: '不填就是现在。来信、转办填收到的那天。',
  receivedAt: '收到',
  workOrder: '12345 工单号',
  workOrderHint: '12345 转办的必填。只在社区内部看。',
  check: '先查一查',
  known: {
    title: '常见问题里有现成的答复',
    none: '常见问题里没有，照常登记。',
    answered: '已当场答复',
  },
  refer: {
    fold: '不归志愿者办？转给有关部门',
    reason: '转给谁',
    none: '不转，登记成心愿',
    hint: '登记和转介一次办好，不上心愿墙。之后在「转介跟进」里盯着，有了答复告诉本人。',
    note: '转到哪里、找的谁、怎么说的（选填）',
  },
  faults: {
    moment: '请填日期和时间，例如 2026-11-07 10:30。',
    'too-old': '收到的日子离今天超过 60 天，请看看是不是填错了。',
    'work-order': '工单号只有数字、字母和短横，4 到 40 个。',
    known:
      '常见问题里有现成的答复，列在「写清楚是什么」下面。能当场答的，按「已当场答复」；不是这件事，再按一次「登记」。',
  } as Record<string, string>,
}
