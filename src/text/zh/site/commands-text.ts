import { recountZh } from '#text/zh/months/recount-text.ts'

/** What bin/setup, bin/tick and npm start print. */
export const commandsZh = {
  backup: {
    usage: [
      '用法：npm run backup [-- 文件夹 [--keep 份数]] [--drill] [--lang zh|en]',
      '',
      '  不写文件夹      做当天的备份，放在 BACKUP_DIR；设了外部存储就也存一份过去，过了保留期的删除',
      '  文件夹          备份放在哪里；要先建好，最好在另一块盘上',
      '  --keep 份数     只留文件夹里最新的几份备份，更早的删除',
      '  --drill         再恢复到临时文件夹里检查一遍',
    ].join('\n'),
    made: (path: string) => `已备份并检查无误：${path}`,
    notEncrypted: '这份备份没有加密：要加密，请设 BACKUP_RECIPIENTS。',
    drilled: (records: number) => `恢复演练通过：${records} 条记录都和存证对得上。`,
    removed: (count: number) => `删除了 ${count} 份更早的备份。`,
    notOffSite: '备份在这台机器上，但没有存到外部存储。请检查 BACKUP_S3_URL、密钥和网络。',
    noDatabase: (folder: string) => `${folder} 里没有数据库。DATA_DIR 要和服务器用的一样。没有备份。`,
    noSeed: (file: string) =>
      `没有存证的种子（${file}），没法核对记录。DATA_DIR 要和服务器用的一样，或设 LOG_SEED。没有备份。`,
    sameFolder: (folder: string) => `${folder} 就是数据文件夹本身。请换一个文件夹，最好在另一块盘上。没有备份。`,
    fault: {
      'no-folder': (_what: string, folder: string) =>
        `没有 ${folder} 这个文件夹。请先建好，或者先挂上那块盘。没有备份。`,
      'no-room': (_what: string, folder: string) =>
        `${folder} 或数据文件夹的空间不够。请腾出空间，或用 --keep 少留几份。没有备份。`,
      'not-allowed': (_what: string, folder: string) => `这个账号不能读数据文件夹，或不能写 ${folder}。没有备份。`,
      'there-already': (path: string) => `${path} 已经有了，或另一份备份刚开始。过一分钟再试。没有备份。`,
      damaged: (what: string) => `数据库损坏（${what}）。没有备份；请保留以前的备份，不要覆盖。`,
      log: (what: string) =>
        `记录和存证不一样（${what}）。没有备份；请保留以前的备份，并运行 npm run verify 查看是哪一条。`,
      drill: (what: string) => `这份备份没能恢复（${what}），已经删除。没有备份；请保留以前的备份。`,
      interrupted: () => '备份中断了。没有备份。',
      other: (what: string) => `备份没有完成（${what}）。没有备份。`,
    },
  },
  restore: {
    usage: [
      '用法：npm run restore -- 备份 [--identity 文件] [--records 条数 --letters 校验字] [--lang zh|en]',
      '',
      '  备份               npm run backup 做的文件，如 /mnt/backups/micro-wish-20261128T101502Z.tar.zst.age',
      '  --identity 文件    加密的备份：age-keygen 生成的私钥文件',
      '  --records 条数     手里旧纸上的账本条数',
      '  --letters 校验字   同一张纸上的十二个校验字',
      '',
      '先停下服务器。原来的数据文件夹会留着，不会删除。',
    ].join('\n'),
    noBackup: (folder: string) => `${folder} 不是备份。什么都没有改动。`,
    noSeed: (file: string) => `没有存证的种子。请先把保管的 log-seed 放到 ${file}，或设 LOG_SEED。什么都没有改动。`,
    noIdentity: (file: string) => `${file} 里没有 age 的私钥。什么都没有改动。`,
    locked: '这份备份是加密的，给的私钥打不开。请用 --identity 指定保管的私钥文件。什么都没有改动。',
    inUse: '服务器还在用这个数据文件夹。请先停下它。什么都没有改动。',
    damaged: (what: string) => `这份备份的数据库损坏（${what}）。请换一份备份。什么都没有改动。`,
    event: (record: number) => `这份备份的第 ${record} 条记录和存证不一样，有人改过。请换一份备份。什么都没有改动。`,
    log: '这份备份的存证自己就对不上。请换一份备份。什么都没有改动。',
    whole: (records: number, letters: string) => `每条记录都和存证对得上：${records} 条，校验字 ${letters}。`,
    older: (missing: number) => `纸上有 ${missing} 条是这份备份以后的，备份里没有。`,
    sameAsSheet: (records: number) => `和纸上的 ${records} 条对得上。`,
    otherThanSheet: (records: number) =>
      `这份备份的前 ${records} 条和纸上的不一样。请核对校验字，或换一份备份。什么都没有改动。`,
    done: (folder: string) => `已恢复：${folder}。可以启动服务器了。`,
    kept: (folder: string) => `原来的文件夹留在 ${folder}。等页面看过都对了再删除。`,
  },
  verify: {
    empty: '账本里还没有记录，没有可以核对的。',
    same: (records: number, letters: string, heads: number, later: number) =>
      `核对无误：${records} 条记录和存证一一对应，${heads} 个签名的存证都对得上。校验字 ${letters}。${later ? `另有 ${later} 条还没有存证。` : ''}请和存证以外的旧纸、见证人手里的比一比。`,
    event: (record: number, pos: number, action: string, at: string) =>
      `第 ${record} 条记录和存证不一样：events 表里 pos = ${pos}（${action}，${at}）。这一条被改过，或者它前面添了、删了一条。`,
    gone: (record: number) => `第 ${record} 条记录不见了：存证里有，events 表里没有。`,
    tile: (level: number, n: number) => `存证的哈希块 ${level}/${n} 和记录算出来的不一样。`,
    head: (records: number) => `${records} 条时签名的存证，和记录算出来的不一样。`,
    signature: (records: number) => `${records} 条时的存证，签名不是这个 LOG_SEED 的。`,
  },
  witness: {
    usage: [
      '用法：npm run witness -- 网址 [--folder 文件夹] [--name 名称] [--lang zh|en]',
      '',
      '  网址             要见证的网站，如 https://wish.example.cn',
      '  --folder 文件夹  见过的存证放在哪里；不写就是数据文件夹里的 witness',
      '  --name 名称      见证人的名称，如 street.example.cn；不含空格和加号',
    ].join('\n'),
    first: (key: string, records: number, letters: string) =>
      `第一次见证：${records} 条记录，校验字 ${letters}。公钥 ${key}：请和对方另外核对一次。`,
    continued: (before: number, records: number, letters: string) =>
      `接得上：上次 ${before} 条，现在 ${records} 条，校验字 ${letters}。已签名保存。`,
    contradicts: (before: number, records: number, file: string) =>
      `接不上！上次见到 ${before} 条，现在的 ${records} 条不是从那里接着写的：有人改过账本。两份存证都有对方的签名，新的一份放在 ${file}，请都保留，并通知对方社区和街道。`,
    signature: (address: string) => `${address} 的存证没有用记下的公钥签名。没有保存。`,
    unreachable: (address: string, why: string) => `没有读到 ${address} 的存证（${why}）。没有保存，请稍后再试。`,
  },
  setup: {
    usage: [
      '用法：bin/setup [选项]    缺少的内容会逐项询问',
      '',
      '  --prefecture 名称    地州市，如 昌吉州',
      '  --county 名称        县市区，如 昌吉市',
      '  --township 名称      乡镇街道',
      '  --community 名称     社区',
      '  --slug 字母          网址里的社区简称，小写字母、数字和连字符，如 hongqi',
      '  --phone 号码         社区办公电话',
      '  --grids 数或名称     网格数（1 到 60），或用逗号隔开的网格名称',
      '  --region 地区        xinjiang：古尔邦节和肉孜节也是休息日；none：只用全国节假日',
      '  --zone 时区          默认 Asia/Shanghai',
      '  --opens 10:00  --closes 18:30    办公时间（北京时间）',
      '  --secretary 姓名  --mobile 手机号                        社区党支部书记',
      '  --administrator 姓名  --administrator-mobile 手机号      系统管理员（可选）',
      '  --new-code           已经设过密码的人也再发一个激活码（忘了密码时用）；只加 --mobile 就够了',
      '  --sql 文件           不建数据库，把内容写成 SQL 文件（用于 D1；要先设 SECRET）',
      '  --lang zh|en',
      '',
      '再运行一次可以增加一个社区；同一个简称不会建两次。',
    ].join('\n'),
    ask: {
      prefecture: '地州市名称',
      county: '县市区名称',
      township: '乡镇街道名称',
      community: '社区名称',
      slug: '网址里的社区简称（小写字母、数字、连字符）',
      phone: '社区办公电话',
      grids: '网格数，或用逗号隔开的网格名称',
      region: '地区（xinjiang 或 none）',
      secretary: '社区党支部书记姓名',
      mobile: '书记的手机号',
    },
    fault: {
      prefecture: '--prefecture：请写地州市名称（60 字以内）',
      county: '--county：请写县市区名称（60 字以内）',
      township: '--township：请写乡镇街道名称（60 字以内）',
      community: '--community：请写社区名称（60 字以内）',
      slug: '--slug：请用小写字母、数字和连字符，如 hongqi',
      phone: '--phone：请写社区办公电话，如 0994-2345678',
      grids: '--grids：请写 1 到 60 的数，或用逗号隔开的不同名称',
      region: '--region：只能是 xinjiang 或 none',
      zone: '--zone：没有这个时区，一般用 Asia/Shanghai',
      hours: '--opens 和 --closes：请写成 10:00 和 18:30 的样子，上班在下班之前',
      secretary: '--secretary：请写书记的姓名',
      mobile: '--mobile：请写书记的 11 位手机号',
      administrator: '--administrator 和 --administrator-mobile：姓名和 11 位手机号要一起写',
      unknown: (why: string) => `看不懂这个选项：${why}`,
    },
    gridName: (number: number) => `第${counted(number)}网格`,
    role: { secretary: '书记', administrator: '管理员' },
    made: (community: string, grids: number) => `已建立 ${community}，${grids} 个网格。`,
    there: (community: string) => `${community} 已经有了，没有再建。`,
    slugTaken: (slug: string, community: string) => `简称 ${slug} 已经是 ${community} 的，请换一个。没有改动任何内容。`,
    code: (role: string, name: string, mobile: string) => `${role} ${name}（${mobile}）的激活码：`,
    newCode: (name: string, mobile: string) => `${name}（${mobile}）的新激活码，7 天有效，旧的作废：`,
    linkWritten: (file: string, mobile: string) =>
      `已写好 ${file}，只用一次，用完删掉。在数据库里执行以后，${mobile} 的人用这个链接设新密码，7 天有效，旧的作废（没有这个号码的，什么都不会写）：`,
    orLink: '或者打开这个链接，设一个新密码：',
    unknownMobile: (mobile: string) => `没有手机号是 ${mobile} 的账号，没有发码。`,
    hasPassword: (role: string, name: string) =>
      `${role} ${name} 已经设过密码，没有再发激活码；忘了密码时加 --new-code。`,
    otherName: (mobile: string) => `手机号 ${mobile} 已经登记在另一个姓名下，姓名没有改动。`,
    secretStored: (file: string) => `密钥保存在 ${file}，请和数据库一起备份，不要给别人看。`,
    written: (file: string, address: string) =>
      `已写入 ${file}，导入后请删除，再打开 ${address}，用手机号和激活码设置密码。`,
    next: (address: string) => `启动服务（npm start）后打开 ${address}，用手机号和激活码设置密码。`,
  },
  tick: (done: string) => `到期事项处理了一遍：${done || '没有到期的事'}。`,
  recount: recountZh,
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** The numbers 1 to 99 as used for grids: 一, 十, 十二, 二十一. */
function counted(number: number): string {
  const tens = Math.floor(number / 10)
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`
  return ten + digits[number % 10]
}
