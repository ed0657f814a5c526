/** What `npm run demo` prints. */
export const demoZh = {
  ready: (address: string) => `演示站已启动：${address}`,
  invented: '人物和心愿都是编的，请勿填写真实信息。按 Ctrl+C 停止。',
  signIn: (password: string) => `可以用这些手机号登录，密码都是 ${password}`,
  account: {
    gridWorker: '网格员（第一、第二网格）',
    volunteer: '志愿者，手上有一个心愿，约在周六上午',
    secondVolunteer: '志愿者，昨天刚送达一个，手上没有心愿',
    secretary: '书记，办事台上有待审核、逾期和待回访的心愿',
    supervisor: '督查员',
    administrator: '管理员',
  },
  familyLink: (address: string) => `家属的链接：${address}`,
  slip: (address: string) => `心愿回执上的二维码打开的是：${address}`,
  simulated: (day: string) => `时间从 ${day} 走起（社区当地时间），不是今天。`,
  kept: (folder: string) => `沿用 ${folder} 里已有的演示数据；要重新生成，请换一个文件夹。`,
  foreign: (folder: string) => `${folder} 里的数据库不是演示数据，没有动它。请把 DATA_DIR 设成别的文件夹，或不设。`,
  badTime: '时间请写成「--at 2026-10-31T17:00」的样子（社区当地时间，2025年6月以后）。',
  portTaken: (port: number) => `端口 ${port} 已被占用。换一个再试，例如：PORT=${port + 1} npm run demo`,
}
