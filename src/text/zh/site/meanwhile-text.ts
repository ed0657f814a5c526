/** Someone else has changed the record that is being edited. */
export const meanwhileZh = {
  title: '您填的时候，别人也改了这里',
  changed: (who: string, when: string) => `${who}，${when} 改过并保存了。`,
  lead: '您填的还没有保存，都在下面。和现在不一样的地方，旁边写着“现在记的是”。核对好再按一次，就按您填的保存。',
  same: '您填的和现在记的没有冲突的地方，再按一次就保存。',
  self: '您自己（在另一个页面）',
  somebody: '别的工作人员',
  now: (value: string) => `现在记的是：${value}`,
  nothing: '空着',
  yes: '选中',
  no: '没选',
}
