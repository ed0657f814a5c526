import { describe, expect, test } from 'vitest'
import { type BackupRun, backupStateOf, isBackupDue, isDrillDue } from '#domain/backups/backup-state.ts'

const zone = 'Asia/Shanghai'
const local = (text: string) => new Date(`${text}:00+08:00`)
const run = (at: string, changes: Partial<BackupRun> = {}): BackupRun => ({
  at: local(at),
  endedAt: local(at),
  fault: null,
  isDrill: false,
  isOffSite: null,
  ...changes,
})

describe('a backup is due', () => {
  test('at once where there is none, then once a local day from two in the morning on', () => {
    const last = [run('2026-11-28T10:00')]
    const due = (now: string, runs: readonly BackupRun[]) => isBackupDue(runs, local(now), zone)

    expect(due('2026-11-28T10:00', [])).toBe(true)
    expect(due('2026-11-28T23:59', last)).toBe(false)
    expect(due('2026-11-29T01:59', last)).toBe(false)
    expect(due('2026-11-29T02:00', last)).toBe(true)
    expect(due('2026-12-05T15:00', last)).toBe(true)
    // A clock that was set back makes none until its day has come again.
    expect(due('2026-11-27T10:00', last)).toBe(false)
  })

  test('an hour after a failure again, and six hours after one that never ended', () => {
    const failed = [run('2026-11-29T02:00', { fault: 'no-room' }), run('2026-11-28T02:00')]
    expect(isBackupDue(failed, local('2026-11-29T02:59'), zone)).toBe(false)
    expect(isBackupDue(failed, local('2026-11-29T03:00'), zone)).toBe(true)

    const running = [run('2026-11-29T02:00', { endedAt: null }), run('2026-11-28T02:00')]
    expect(isBackupDue(running, local('2026-11-29T08:00'), zone)).toBe(false)
    expect(isBackupDue(running, local('2026-11-29T08:01'), zone)).toBe(true)
  })

  test('and is restored as a drill once a local month, and again where the drill failed', () => {
    const drilled = [run('2026-11-28T02:00'), run('2026-11-01T02:00', { isDrill: true })]
    expect(isDrillDue([], local('2026-11-28T02:00'), zone)).toBe(true)
    expect(isDrillDue(drilled, local('2026-11-30T23:59'), zone)).toBe(false)
    expect(isDrillDue(drilled, local('2026-12-01T02:00'), zone)).toBe(true)
    expect(
      isDrillDue([run('2026-11-01T02:00', { isDrill: true, fault: 'drill' })], local('2026-11-02T02:00'), zone),
    ).toBe(true)
  })
})

describe('what the administrator sees', () => {
  const now = local('2026-11-29T12:00')

  test('is no alarm while the last good backup is not older than 36 hours', () => {
    expect(backupStateOf(true, [run('2026-11-28T00:00')], now)).toEqual({
      isSetUp: true,
      lastGood: local('2026-11-28T00:00'),
      lastDrill: null,
      fault: null,
      isOnlyHere: false,
      isAlarming: false,
    })
    expect(backupStateOf(true, [run('2026-11-27T23:59')], now).isAlarming).toBe(true)
  })

  test('is an alarm after a failure even if the one before is young, where there is none, and where none is set up', () => {
    const failed = backupStateOf(true, [run('2026-11-29T02:00', { fault: 'log' }), run('2026-11-29T01:00')], now)
    expect([failed.fault, failed.isAlarming, failed.lastGood]).toEqual(['log', true, local('2026-11-29T01:00')])
    expect(backupStateOf(true, [], now).isAlarming).toBe(true)
    expect(backupStateOf(false, [], now).isAlarming).toBe(true)
  })

  test('is an alarm for one that never ended, but not for one that is running', () => {
    const runs = (at: string) => [run(at, { endedAt: null }), run('2026-11-28T12:00')]
    expect(backupStateOf(true, runs('2026-11-29T11:00'), now)).toMatchObject({ fault: null, isAlarming: false })
    expect(backupStateOf(true, runs('2026-11-29T05:00'), now)).toMatchObject({ fault: 'interrupted', isAlarming: true })
  })

  test('is an alarm where the store outside has no copy', () => {
    expect(backupStateOf(true, [run('2026-11-29T02:00', { isOffSite: true })], now).isAlarming).toBe(false)
    expect(backupStateOf(true, [run('2026-11-29T02:00', { isOffSite: false })], now)).toMatchObject({
      isOnlyHere: true,
      isAlarming: true,
    })
  })
})
