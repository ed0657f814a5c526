/** A form that was sent when its session had ended. */
export const unsentZh = {
  title: '尚未提交',
  login: '登录已经过期，刚才填的还没有提交，什么都没有记下。登录以后，表单会照您填的样子还给您。',
  back: '您填的都在下面，什么都没有记下。看一看，再按一次按钮才算提交。',
  file: '刚才选的文件带不过来，请再选一次。',
  gone: '刚才填的没有提交，那张表单现在已经不在了（可能别人已经办了）。您填的写在下面，可以抄走。',
  typed: '您刚才填的',
}
