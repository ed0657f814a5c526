/** A form that was sent when its session had ended. */
export const unsentZh = {
  title: '尚未提交',
  login: '登录已经过期，刚才填的还没有提交。登录以后，您填的内容都还在表单里。',
  back: '您填的都在下面，还没有提交。请看一看，再按一次按钮。',
  file: '刚才选的文件带不过来，请再选一次。',
  gone: '刚才填的没有提交，那张表单现在已经打不开了（可能别人已经办了）。您填的内容列在下面，可以抄下来。',
  typed: '您刚才填的',
}
