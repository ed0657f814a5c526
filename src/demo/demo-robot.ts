import type { RobotAnswer } from '#domain/doors/robot.ts'

/** The demo's group is invented: its robot takes every message, and nothing leaves the machine. */
export const demoRobot = async (): Promise<RobotAnswer> => ({
  kind: 'answered',
  status: 200,
  body: '{"errcode":0,"errmsg":"ok"}',
})

/** An address of the right form that leads to no group. */
export const demoRobotAddress =
  'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=00000000-demo-demo-demo-000000000000'
