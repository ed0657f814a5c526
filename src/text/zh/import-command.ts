/** What `npm run import` says. */
export const importCommandZh = {
  usage: [
    '用法：npm run import -- 文件 --community 简称 --as 手机号 [选项]',
    '',
    '  文件                 需求清单或志愿者花名册：.xlsx，或 UTF-8、GBK 的 .csv',
    '  --community 简称     网址里的社区简称',
    '  --as 手机号          以谁的身份导入：本社区的书记或网格员（花名册只能是书记）',
    '  --commit             看得懂的行全部收下（要么全收，要么都不收）；不写就只看预览',
    '  --data 文件夹        数据文件夹，默认 DATA_DIR，再默认程序旁边的 data',
    '  --lang zh|en',
  ].join('\n'),
  unknownOption: (why: string) => `看不懂这个选项：${why}`,
  oneFile: '请写一个文件名。',
  noFile: (file: string) => `打不开文件 ${file}。`,
  noCommunity: (slug: string) => `没有简称是“${slug}”的社区。`,
  needCommunity: '请用 --community 写明社区的简称。',
  noPerson: '没有用这个手机号的账号。请用 --as 写本社区书记或网格员的手机号。',
  noRole: (community: string) => `这个人不是${community}的书记或网格员，不能导入。`,
  counts: (count: { readonly rows: number; readonly taken: number }) =>
    `共 ${count.rows} 条，能收下 ${count.taken} 条。`,
  state: (name: string, count: number) => `${name} ${count} 条`,
  row: (line: number, state: string, what: string) => `第 ${line} 行 [${state}] ${what}`,
  preview: '这只是预览，什么都没有登记。加上 --commit 就收下。',
  nothing: '没有能收下的，什么都没有登记。',
  tookNeeds: (wishes: number, fresh: number, known: number) =>
    `已登记 ${wishes} 个心愿；新建居民档案 ${fresh} 份，原来就在名单上的 ${known} 人。都在“待审核”，发布前要记录本人同意。`,
  tookRoll: (count: number) => `已加入 ${count} 位待启用的志愿者。请书记在人员页打印一次性码。`,
  left: (count: number) => `没收 ${count} 条。`,
  changed: '正要收下时数据有变化，一条都没有收。请再运行一次。',
}
