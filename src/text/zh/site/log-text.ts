export const logZh = {
  differs: '数据库里的这一条，和账本当时记下的不一样：有人改过。请告诉社区书记，并保留手里的旧纸。',
  line: (records: number) => `到打印时，本站的账本一共有 ${records} 条记录，校验字`,
  lineBefore: '。以后在',
  lineAfter: '填上这两样，就能查出这些记录后来有没有被改过。',
  proofTitle: '这些记录被改过吗',
  proofLead: '按一下，您的浏览器会自己把上面每一步和公开的账本核对一遍，不用相信这个网站。',
  proofButton: '现在核对',
  proofFile: '下载最近一步的凭证，留着以后查',
  proofRunning: '正在核对…',
  proofGood:
    '核对过了：上面 STEPS 步都在账本里，一个字也没有改。账本有 RECORDS 条记录，校验字 LETTERS，可以和手里打印的表对一对。',
  proofBad: '核对不上：上面有一步和账本当时记下的不一样。请告诉社区书记，并保留手里的旧纸。',
  proofUnable: '这个浏览器没有核对成。可以下载凭证，换一台设备再查。',
  title: '查一查账本有没有被改过',
  lead: '每张打印出来的表最后一行，都写着当时账本有多少条记录，还有十二个校验字。把它们填在下面，就知道那些记录今天还在不在、有没有被改过。',
  records: '纸上写的账本记录条数',
  wrongRecords: '请填纸上的条数，只写数字，如 752',
  letters: '纸上的校验字（十二个字母或数字）',
  lettersHint: '如 7K2M-9XQT-4BHD。大小写、空格和横线都不要紧。',
  wrongLetters: '校验字一共十二个，请对照纸上再填一次',
  button: '查一查',
  same: (records: number, now: number) =>
    now === records
      ? `对得上。纸上的 ${records} 条记录今天都在账本里，一条也没有改过；以后还没有新的记录。`
      : `对得上。纸上的 ${records} 条记录今天都在账本里，一条也没有改过；后来又添了 ${now - records} 条。`,
  notSame: (records: number) => `对不上。今天账本的前 ${records} 条，和这张纸打印时的不一样。`,
  fewer: (records: number, now: number) => `对不上。纸上写着 ${records} 条，今天账本里只有 ${now} 条。`,
  compareFirst: '请先对照纸上的条数和校验字，看有没有填错。',
  ifChanged:
    '如果没有填错，说明有人改过或删过账本。请把这张纸收好，告诉社区书记和街道；附近社区或街道如果在替本站作见证，也请他们查。',
  todayTitle: '今天的校验字',
  nothingYet: '账本里还没有记录。',
  keepIt: '抄下来或拍张照片留着，以后随时可以拿来查。留的人越多，账本就越难悄悄改。',
  forPrograms: '给程序用的地址和公钥',
  how: '账本的每一条记录都进了一棵哈希树（RFC 6962），按 C2SP tlog-tiles 公开，谁都可以读、可以复算，里面没有任何人的信息。',
}
