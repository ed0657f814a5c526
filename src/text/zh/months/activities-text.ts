import type { ActivityState } from '#domain/activities.ts'

/** Planning an activity from a month's suggestion. */
export const activitiesZh = {
  turn: '办一次活动',
  title: '安排一次活动',
  lead: '很多户都在盼同一样东西时，办一次活动，一次帮到好几户。这里只记活动本身，不点名、不签到。',
  name: '活动名称',
  day: '哪一天',
  note: '备注（时间、地点、请谁来）',
  noteHint: '只有社区工作人员看得到。不要写居民的姓名和病情。',
  button: '记下来',
  back: '回到月报',
  planned: '已安排的活动',
  none: '还没有安排活动。',
  coming: '快到的活动',
  done: '活动记下来了。',
  activity: '活动',
  when: '日期',
  state: '情况',
  states: { planned: '已安排', held: '办过了', dropped: '取消了' } satisfies Record<ActivityState, string>,
  hold: '办过了',
  drop: '取消',
  say: (what: string, title: string) => `把“${title}”记为：${what}`,
  faults: {
    title: '请写活动名称。',
    day: '请选一个日期，例如 2026-12-05。',
    past: '这一天已经过去了，请选今天或以后的日子。',
    'key-reused': '这张表已经提交过别的内容，请重新打开。',
  },
}
