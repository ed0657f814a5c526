import type { BackupFault } from '#domain/backups/backup-state.ts'

/** On the administrator's desk. Durations are whole hours or days. */
export const backupsZh = {
  title: '备份',
  notSetUp: {
    title: '没有设置备份',
    body: '数据只有一份，硬盘坏了就找不回来了。请安装系统的人在服务器上设好 BACKUP_DIR，最好指到另一块硬盘上。',
  },
  none: { title: '还没有备份', body: '数据只有一份。以后每天凌晨两点自动备份；第一份马上就做。' },
  old: { title: '备份太旧了', body: '最近一份好的备份已经超过 36 小时。' },
  failed: { title: '最近一次备份没有成功', body: '系统每小时会再试一次。' },
  onlyHere: {
    title: '备份没有存到别处',
    body: '最近一份备份只在这台机器上。请安装系统的人检查外部存储的地址、密钥和网络。',
  },
  fault: {
    'no-folder': '找不到放备份的文件夹，可能是那块硬盘没有接上。',
    'no-room': '空间不够：请在放备份的硬盘和放数据的硬盘上腾出空间。',
    'not-allowed': '没有权限：服务器的账号不能往备份的文件夹里写，或者不能读数据。',
    'there-already': '同名的备份已经有了。',
    damaged: '数据库损坏。请保留以前的备份，不要覆盖，并请人检查磁盘。',
    log: '记录和存证对不上，可能有人改过数据。请运行 npm run verify，并保留以前的备份。',
    drill: '刚做的备份试着恢复没有成功，已经删掉。',
    interrupted: '备份中断了。',
    other: '请看服务器的运行记录。',
  } satisfies Record<BackupFault, string>,
  lastGood: '最近一份好的备份',
  lastDrill: '最近一次恢复演练',
  noDrill: '还没有演练过；每月自动做一次',
  hoursAgo: (hours: number) => `${hours} 小时前`,
  daysAgo: (days: number) => `${days} 天前`,
  kept: '保留多久',
  keptFor: (days: number) => `最多 ${days} 天，和最短的删除期限一样：页面上删掉的内容，过了 ${days} 天，备份里也没有了`,
}
