/** Pages that a phone shows without a signal; {time} is when they were seen. */
export const snapshotsZh = {
  onPage: {
    seen: '您在 {time} 看到的样子',
    noSignal: '现在没有信号。按下的先存在这部手机里，有信号时自动上传。',
    ended: '这一段的期限已到，已从手机里删除。',
    online: '有信号了。',
    again: '看现在的样子',
  },
  waiting: {
    title: '待上传',
    noStore: '这部手机不能保存，请在有信号时再按一次。',
    noTime: '请先选一个上门时间，或者填日期和时间。',
  },
  plain: {
    title: '现在没有信号',
    lead: '这一页没有存在这部手机里，或者已经到期删除。有信号时再打开。',
    mine: '我认领的心愿',
    post: '登记心愿',
    again: '再试一次',
  },
}
