import type { AgeBand } from '#domain/vocabulary.ts'

type ResidentName = {
  readonly name: string
  readonly sex: 'female' | 'male'
  readonly ageBand: AgeBand
}

const woman = (name: string, ageBand: AgeBand): ResidentName => ({ name, sex: 'female', ageBand })
const man = (name: string, ageBand: AgeBand): ResidentName => ({ name, sex: 'male', ageBand })

/** Invented residents by grid. The last two of each grid share a door. */
export const residentsByGrid: readonly (readonly ResidentName[])[] = [
  [
    woman('李桂珍', '80+'),
    woman('马玉花', '70-79'),
    woman('阿依夏木·吐尔逊', '70-79'),
    man('张德福', '80+'),
    woman('赵淑琴', '60-69'),
    man('马忠义', '70-79'),
    woman('陈凤英', '80+'),
    man('买买提·艾力', '70-79'),
    woman('孙玉梅', '60-69'),
    woman('哈里旦·玉山', '80+'),
    man('刘长贵', '70-79'),
    woman('钱秀莲', '70-79'),
  ],
  [
    woman('王素芬', '70-79'),
    man('杨生财', '80+'),
    woman('古丽巴哈尔·热合曼', '60-69'),
    woman('吴金凤', '80+'),
    woman('马秀英', '70-79'),
    man('别克·叶尔肯', '70-79'),
    man('郑国安', '80+'),
    man('韩志远', '14-59'),
    woman('热比古丽·司马义', '70-79'),
    woman('丁翠萍', '80+'),
    man('冯守信', '60-69'),
    woman('何桂香', '60-69'),
  ],
  [
    woman('徐惠兰', '70-79'),
    man('马成林', '80+'),
    man('努尔兰·哈孜别克', '70-79'),
    woman('沈月娥', '80+'),
    woman('帕提古丽·阿不都', '60-69'),
    woman('田凤仙', '70-79'),
    woman('白玉珍', '80+'),
    man('高振邦', '70-79'),
    woman('加娜提·胡安别克', '60-69'),
    man('朱永康', '70-79'),
    woman('罗巧云', '70-79'),
  ],
  [
    woman('谢爱珍', '80+'),
    man('马福海', '70-79'),
    woman('唐秋菊', '60-69'),
    man('艾尼瓦尔·卡德尔', '80+'),
    woman('邓素珍', '70-79'),
    woman('米娜瓦尔·依明', '70-79'),
    woman('苏金花', '80+'),
    man('蒋为民', '60-69'),
    woman('阿曼古丽·巴合提', '70-79'),
    man('魏顺昌', '80+'),
    woman('曹兰芳', '80+'),
  ],
]

/** Notes by staff on some files, by the resident's position in the list, counted from 0. */
export const relatives: Readonly<Record<number, string>> = {
  0: '李敏（女儿）',
  3: '张伟东（儿子）',
  6: '陈小霞（女儿）',
  9: '帕尔哈提（儿子）',
  13: '杨建新（儿子）',
  15: '吴丽（侄女）',
  18: '郑凯（孙子）',
  21: '马晓东（外孙）',
  25: '马红霞（女儿）',
  27: '沈强（儿子）',
  30: '白云飞（儿子）',
  35: '谢芳（女儿）',
  38: '古丽米热（女儿）',
  41: '苏建军（儿子）',
  44: '魏丽华（女儿）',
}

export const hearingNotes: Readonly<Record<number, string>> = {
  0: '左耳听不清，请坐在右边说话',
  6: '耳朵背，电话里请大声慢说',
  9: '戴助听器，敲门请多敲几下',
  15: '耳朵背，请先给家属打电话',
  25: '电话里听不清，当面说没问题',
  38: '请大声慢说',
  41: '戴助听器',
}
