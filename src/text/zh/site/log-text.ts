export const logZh = {
  differs: '数据库里的这一条，和账本当时记下的不一样：有人改过。请告诉社区书记，并保留手里的旧纸。',
}
