import type { Starter, StarterKey } from '#domain/knowledge.ts'

/**
 * Starter questions that every community is asked. They contain no amounts and dates, because those change every year.
 */
export const startersZh: Record<StarterKey, Starter> = {
  'old-age': {
    title: '高龄津贴怎么申请',
    keywords: '高龄补贴 老龄补贴 老年津贴 八十岁',
    answer:
      '到了年龄的老人，由本人或家属到社区便民服务窗口申请。走不动的，打个电话，网格员可以上门来办。\n年龄、标准和发放时间以街道当年通知为准。',
    documents: '身份证\n户口簿\n本人银行卡',
  },
  certificate: {
    title: '领养老待遇要做的资格认证',
    keywords: '养老认证 年检 刷脸 人脸识别',
    answer:
      '可以在手机上自己办，也可以到社区窗口请人帮着办；卧床的老人可以请网格员上门。\n认证期限以社保部门当年通知为准。社区认证不收钱，也不要银行卡密码。',
    documents: '身份证',
  },
  medicine: {
    title: '药费怎么报销',
    keywords: '医药费 门诊 慢性病 慢特病 医保 住院',
    answer:
      '先问看病的医院能不能直接结算；没有结算的，把票据收好，到医保服务窗口办。长期吃药的，可以问社区卫生服务站怎么登记。\n报销范围和比例以医保部门当年规定为准。',
    documents: '身份证或医保卡\n发票和费用清单\n病历或诊断材料',
  },
  doctor: {
    title: '请家庭医生上门',
    keywords: '签约 量血压 换药 看病',
    answer: '给社区卫生服务站打电话，说清住址和老人的情况，约时间上门。急病请直接打 120。',
    documents: '身份证或医保卡',
  },
  heating: {
    title: '暖气不热',
    keywords: '供暖 供热 地暖 漏水 停暖',
    answer:
      '先看家里的阀门是不是开着、暖气片要不要放气。还是不热，打供热公司的电话报修，说清楼号和单元。\n漏水的，先关阀门，再打电话。三天没有答复，告诉网格员，社区来催。',
    documents: '供热缴费卡或户号',
  },
  gas: {
    title: '闻到煤气味',
    keywords: '燃气 天然气 漏气 煤气灶 安检',
    answer:
      '先关总阀门，开窗通风，不开灯、不点火、不在屋里打电话。人到楼下，再打燃气公司抢修电话。\n没有气味，只是打不着火或到了安检的日子，也打这个电话约上门。',
    documents: '燃气卡或户号',
  },
  power: {
    title: '家里停电停水',
    keywords: '没电 没水 跳闸 水管 水电费 缴费',
    answer:
      '先问问邻居家有没有，看看是不是欠费、跳闸。整栋楼都停的，等通知或打供电、供水热线。\n只有自己家停的，打热线报修，也可以登记心愿，请懂水电的志愿者来看一看。',
    documents: '户号或缴费卡',
  },
  lock: {
    title: '钥匙丢了、门打不开',
    keywords: '开锁 换锁 配钥匙 门锁 反锁',
    answer:
      '老人一个人被反锁在屋里、有危险的，打 110 或 119。其他时候，打社区电话，社区告诉您备过案的开锁师傅。\n锁不好用、想换一把的，可以登记心愿。',
    documents: '身份证或能说明是本户的材料',
  },
  hearing: {
    title: '助听器、拐杖、轮椅怎么申请',
    keywords: '辅具 残疾 听不见 助行器 护理床',
    answer:
      '有残疾证的，到社区残协登记，由残联评估适配。没有证的，可以先在社区借用轮椅和拐杖。\n适配的种类和补贴以残联当年通知为准。',
    documents: '身份证\n残疾证（有的带上）',
  },
  card: {
    title: '老年优待证和免费乘车',
    keywords: '老年证 公交卡 乘车卡 优待',
    answer: '带上证件到社区便民服务窗口办理。年龄和优待内容以当地当年规定为准。',
    documents: '身份证\n近期一寸照片',
  },
  hardship: {
    title: '家里一时有困难，怎么求助',
    keywords: '低保 临时救助 困难 民政 救助',
    answer:
      '到社区民政窗口说明情况，也可以请网格员上门。材料由窗口一次告诉您。\n条件和标准以民政部门当年规定为准。社区对您说的情况保密。',
    documents: '身份证\n户口簿',
  },
  meals: {
    title: '老年食堂和送餐',
    keywords: '吃饭 做饭 午饭 助餐 送饭',
    answer: '打电话报名，说清住址、口味和吃药的时间。走得动的可以到食堂吃，走不动的可以送到家。',
    documents: '身份证',
  },
}
