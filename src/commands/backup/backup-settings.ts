import { existsSync, realpathSync } from 'node:fs'
import { Encrypter } from 'age-encryption'
import type { OffSite } from './off-site.ts'

/** Where the daily backup goes, from the environment. */
export type BackupSettings = {
  /** Null: none is made. */
  readonly folder: string | null
  readonly recipients: readonly string[]
  readonly offSite: OffSite | null
}

export function readBackupSettings(
  env: NodeJS.ProcessEnv,
  dataDir: string,
): { readonly settings: BackupSettings; readonly faults: readonly string[] } {
  const folder = env.BACKUP_DIR || null
  const recipients = (env.BACKUP_RECIPIENTS ?? '').split(/[\s,]+/).filter((one) => one !== '')
  const { BACKUP_S3_URL: url, BACKUP_S3_KEY: key, BACKUP_S3_SECRET: secret, BACKUP_S3_REGION: region } = env
  const offSite = url && key && secret ? { url: url.replace(/\/+$/, ''), key, secret, region: region || 'auto' } : null
  const isHalf = [url, key, secret].some(Boolean) && !offSite
  const faults = [
    ...(folder && isSame(folder, dataDir) ? ['BACKUP_DIR must not be the data folder itself'] : []),
    ...(recipients.every(isRecipient) ? [] : ['BACKUP_RECIPIENTS must be public keys of age, such as age1…']),
    ...(isHalf ? ['BACKUP_S3_URL, BACKUP_S3_KEY and BACKUP_S3_SECRET belong together'] : []),
    ...(offSite && !/^https?:\/\/[^/]+\/.+/.test(offSite.url)
      ? ['BACKUP_S3_URL must be the address of a bucket, such as https://s3.example.cn/bucket/folder']
      : []),
    ...(offSite && !recipients.length ? ['BACKUP_RECIPIENTS is needed: nothing leaves this machine unencrypted'] : []),
  ]
  return { settings: { folder, recipients, offSite }, faults }
}

const isSame = (folder: string, dataDir: string): boolean =>
  existsSync(folder) && existsSync(dataDir) && realpathSync(folder) === realpathSync(dataDir)

function isRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text)
    return true
  } catch {
    return false
  }
}
