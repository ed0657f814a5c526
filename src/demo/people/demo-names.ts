import type { Strength } from '#domain/catalogue/catalogue-codes.ts'
import type { FreeTime } from '#domain/lists/rows.ts'
import { accounts } from './accounts.ts'

// Everyone here is invented. Landlines begin with 1, which no local number does.

export const places = {
  prefecture: '昌吉回族自治州',
  county: '昌吉市',
  township: '样板街道',
  community: { name: '样板社区', slug: 'demo', phone: '0994-1234567', opens: '10:00', closes: '18:30' },
  grids: ['第一网格', '第二网格', '第三网格', '第四网格'],
} as const

/** Numbers of grids count from 0. */
export const staff = [
  { key: 'grid-1', name: '马丽娟', phone: accounts.gridWorker, role: 'gridWorker', grids: [0, 1] },
  { key: 'grid-2', name: '古丽娜尔·买买提', phone: '19900000011', role: 'gridWorker', grids: [1] },
  { key: 'grid-3', name: '李卫东', phone: '19900000012', role: 'gridWorker', grids: [2] },
  { key: 'grid-4', name: '哈丽曼·叶尔江', phone: '19900000013', role: 'gridWorker', grids: [3] },
  { key: 'secretary', name: '王红梅', phone: accounts.secretary, role: 'secretary', grids: [] },
  { key: 'supervisor', name: '刘志强', phone: accounts.supervisor, role: 'supervisor', grids: [] },
  { key: 'administrator', name: '赵新宇', phone: accounts.administrator, role: 'administrator', grids: [] },
] as const

type VolunteerName = {
  readonly name: string
  readonly phone?: string
  readonly strengths: readonly Strength[]
  readonly free: readonly FreeTime[]
  readonly isPublic?: true
  /** On the roll, but has not signed in yet. */
  readonly isInactive?: true
}

export const unitsOfVolunteers: readonly {
  readonly unit: string
  readonly branch: string
  readonly people: readonly VolunteerName[]
}[] = [
  {
    unit: '供电公司',
    branch: '供电公司第二党支部',
    people: [
      {
        name: '张志明',
        phone: accounts.volunteer,
        strengths: ['plumbing-electric', 'appliance'],
        free: ['saturday-morning', 'weekday-evening'],
        isPublic: true,
      },
      { name: '马俊', strengths: ['plumbing-electric', 'driving'], free: ['weekend'], isPublic: true },
      { name: '叶尔波力·赛力克', strengths: ['appliance'], free: ['weekday-evening', 'sunday'] },
    ],
  },
  {
    unit: '市医院',
    branch: '市医院门诊党支部',
    people: [
      {
        name: '阿依古丽·艾山',
        phone: accounts.secondVolunteer,
        strengths: ['care', 'counsel'],
        free: ['weekend-afternoon', 'weekday-evening'],
        isPublic: true,
      },
      { name: '黄雅琴', strengths: ['care'], free: ['saturday', 'sunday-morning'] },
      { name: '马建军', strengths: ['care', 'driving'], free: ['weekday-afternoon'], isPublic: true },
    ],
  },
  {
    unit: '第三中学',
    branch: '第三中学理科党支部',
    people: [
      { name: '林晓燕', strengths: ['teaching', 'computer-phone'], free: ['weekend', 'holiday'], isPublic: true },
      { name: '吐尔洪·买合木提', strengths: ['teaching'], free: ['saturday-afternoon'], isPublic: true },
      { name: '何志鹏', strengths: ['teaching', 'counsel'], free: ['weekday-evening'], isInactive: true },
    ],
  },
  {
    unit: '水务公司',
    branch: '水务公司机关党支部',
    people: [
      { name: '孙海涛', strengths: ['plumbing-electric'], free: ['weekday-evening', 'saturday'], isPublic: true },
      { name: '马小龙', strengths: ['plumbing-electric', 'driving'], free: ['anytime'] },
      { name: '夏提古丽·卡马力', strengths: ['cleaning', 'cooking'], free: ['weekend-morning'] },
    ],
  },
  {
    unit: '农商银行',
    branch: '农商银行营业部党支部',
    people: [
      { name: '周敏', strengths: ['computer-phone', 'legal'], free: ['weekend'], isPublic: true },
      { name: '杨雪', strengths: ['computer-phone'], free: ['sunday'] },
      { name: '阿迪力·吾甫尔', strengths: ['computer-phone', 'driving'], free: ['saturday-morning'], isInactive: true },
    ],
  },
  {
    unit: '市政务服务中心',
    branch: '政务服务中心党支部',
    people: [
      { name: '郑楠', strengths: ['legal', 'computer-phone'], free: ['weekend-morning'], isPublic: true },
      { name: '丁海燕', strengths: ['legal', 'teaching'], free: ['saturday', 'weekday-evening'], isPublic: true },
      { name: '巴合提古丽·别克', strengths: ['cooking', 'counsel'], free: ['sunday-afternoon'] },
    ],
  },
  {
    unit: '市图书馆',
    branch: '图书馆党支部',
    people: [
      { name: '宋佳', strengths: ['teaching', 'counsel'], free: ['weekday-morning', 'saturday'], isPublic: true },
      { name: '马晓玲', strengths: ['counsel', 'haircut'], free: ['weekend'] },
      { name: '梁文博', strengths: ['computer-phone', 'teaching'], free: ['weekday-evening'], isPublic: true },
    ],
  },
  {
    unit: '公交公司',
    branch: '公交公司车队党支部',
    people: [
      { name: '彭刚', strengths: ['driving', 'appliance'], free: ['weekday-afternoon', 'sunday'], isPublic: true },
      { name: '库尔班·依明', strengths: ['driving', 'haircut'], free: ['saturday'], isPublic: true },
      { name: '白雪梅', strengths: ['driving', 'cleaning'], free: ['weekend'], isInactive: true },
    ],
  },
]

/** Registered on their own and not yet accepted. */
export const newcomers = [
  {
    name: '热娜·艾尔肯',
    phone: '19900000021',
    unit: '市博物馆',
    branch: '市博物馆党支部',
    building: '5号楼',
    strengths: ['teaching', 'computer-phone'],
    freeTimes: ['weekday-evening', 'sunday'],
  },
  {
    name: '周海峰',
    phone: '19900000022',
    unit: '供电公司',
    branch: '供电公司第二党支部',
    building: '9号楼',
    strengths: ['plumbing-electric', 'driving'],
    freeTimes: ['weekend'],
  },
] as const

export const proposedSupervisor = { name: '陈建国', phone: '19900000023' } as const
