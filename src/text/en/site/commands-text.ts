import { recountEn } from '#text/en/months/recount-text.ts'
import type { commandsZh } from '#text/zh/site/commands-text.ts'

export const commandsEn: typeof commandsZh = {
  backup: {
    usage: [
      'Usage: npm run backup [-- FOLDER [--keep N]] [--drill] [--lang zh|en]',
      '',
      '  without FOLDER  makes the backup of the day in BACKUP_DIR, copies it to the outside storage if there is one, and removes old ones',
      '  FOLDER          where to put the backup; it must exist, preferably on another disk',
      '  --keep N        keep only the newest N backups of FOLDER, remove older ones',
      '  --drill         also restores it into a temporary folder and checks it there',
    ].join('\n'),
    made: (path: string) => `Backed up and checked: ${path}`,
    notEncrypted: 'This backup is not encrypted: to encrypt it, set BACKUP_RECIPIENTS.',
    drilled: (records: number) => `Restored into a temporary folder and checked: ${records} records match the log.`,
    removed: (count: number) => `Older backups removed: ${count}.`,
    notOffSite:
      'The backup is on this machine, but not in the outside storage. Check BACKUP_S3_URL, its keys and the network.',
    noDatabase: (folder: string) =>
      `There is no database in ${folder}. DATA_DIR must be the same as the server's. No backup was made.`,
    noSeed: (file: string) =>
      `There is no seed of the log (${file}) to check the records with. DATA_DIR must be the same as the server's, or set LOG_SEED. No backup was made.`,
    sameFolder: (folder: string) =>
      `${folder} is the data folder itself. Choose another one, preferably on another disk. No backup was made.`,
    fault: {
      'no-folder': (_what: string, folder: string) =>
        `There is no folder ${folder}. Make it first, or mount its disk. No backup was made.`,
      'no-room': (_what: string, folder: string) =>
        `There is not enough room in ${folder} or in the data folder. Make room, or keep fewer with --keep. No backup was made.`,
      'not-allowed': (_what: string, folder: string) =>
        `This account may not read the data folder, or may not write into ${folder}. No backup was made.`,
      'there-already': (path: string) =>
        `${path} is there already, or another backup has just begun. Try again in a minute. No backup was made.`,
      damaged: (what: string) => `The database is damaged (${what}). No backup was made; keep the earlier ones.`,
      log: (what: string) =>
        `The records do not match the log (${what}). No backup was made; keep the earlier ones, and run npm run verify to see which record differs.`,
      drill: (what: string) =>
        `This backup could not be restored (${what}) and was removed. No backup was made; keep the earlier ones.`,
      interrupted: () => 'The backup was interrupted. No backup was made.',
      other: (what: string) => `The backup was not finished (${what}). No backup was made.`,
    },
  },
  restore: {
    usage: [
      'Usage: npm run restore -- BACKUP [--identity FILE] [--records N --letters WORDS] [--lang zh|en]',
      '',
      '  BACKUP           a file made by npm run backup, such as /mnt/backups/micro-wish-20261128T101502Z.tar.zst.age',
      '  --identity FILE  for an encrypted backup: the file with the secret key, made by age-keygen',
      '  --records N      the number of records on a sheet that you have',
      '  --letters WORDS  the twelve check letters of the same sheet',
      '',
      'Stop the server first. The current data folder is kept.',
    ].join('\n'),
    noBackup: (folder) => `${folder} is not a backup. Nothing was changed.`,
    noSeed: (file) =>
      `There is no seed of the log. Put the log-seed that you keep into ${file}, or set LOG_SEED. Nothing was changed.`,
    noIdentity: (file) => `${file} contains no secret age key. Nothing was changed.`,
    locked:
      'This backup is encrypted, and none of the keys opens it. Name the file with the secret key by --identity. Nothing was changed.',
    inUse: 'The server is still running on this data folder. Stop it first. Nothing was changed.',
    damaged: (what) => `The database of this backup is damaged (${what}). Use another backup. Nothing was changed.`,
    event: (record) =>
      `Record ${record} of this backup does not match the log: someone changed it. Use another backup. Nothing was changed here.`,
    log: 'The log of this backup does not agree with itself. Use another backup. Nothing was changed.',
    whole: (records, letters) => `Every record matches the log: ${records} records, check words ${letters}.`,
    older: (missing) => `${missing} records of the sheet came after this backup and are not in it.`,
    sameAsSheet: (records) => `It begins with the ${records} records of the sheet.`,
    otherThanSheet: (records) =>
      `The first ${records} records of this backup are not the ones of the sheet. Compare the check words, or use another backup. Nothing was changed.`,
    done: (folder) => `Restored: ${folder}. You can start the server.`,
    kept: (folder) => `The earlier folder is still there: ${folder}. Remove it once you have checked the pages.`,
  },
  verify: {
    empty: 'The ledger has no records yet: there is nothing to verify.',
    same: (records, letters, heads, later) =>
      `Verified: ${records} records match the log, and ${heads} signed states agree with them. Check words ${letters}. ${later ? `${later} more are not in the log yet. ` : ''}Compare them with printed sheets and with witnesses.`,
    event: (record, pos, action, at) =>
      `Record ${record} does not match the log: pos = ${pos} of the table events (${action}, ${at}). It was changed, or one before it was added or removed.`,
    gone: (record) => `Record ${record} is gone: it is in the log, but not in the table events.`,
    tile: (level, n) => `Tile ${level}/${n} of the log differs from the one calculated from the records.`,
    head: (records) => `The signed state of ${records} records differs from the one calculated from the records.`,
    signature: (records) => `The state of ${records} records was not signed with this LOG_SEED.`,
  },
  witness: {
    usage: [
      'Usage: npm run witness -- URL [--folder FOLDER] [--name NAME] [--lang zh|en]',
      '',
      '  URL              the site to witness, such as https://wish.example.cn',
      '  --folder FOLDER  where what was seen is stored; without it the folder witness in the data folder',
      '  --name NAME      what the witness is called, such as street.example.cn; no spaces, no plus',
    ].join('\n'),
    first: (key, records, letters) =>
      `First seen: ${records} records, check words ${letters}. Public key ${key}: compare it with the other side once by another way.`,
    continued: (before, records, letters) =>
      `It continues: ${before} records last time, ${records} now, check words ${letters}. Signed and stored.`,
    contradicts: (before, records, file) =>
      `IT DOES NOT CONTINUE. ${before} records were seen last time, and today’s ${records} do not begin with them: the ledger was changed. Both states are signed by the other side; the new one is in ${file}. Keep both, and tell the community and the street.`,
    signature: (address) => `The state of ${address} is not signed with the key that was noted. Nothing was stored.`,
    unreachable: (address, why) =>
      `The state of ${address} could not be read (${why}). Nothing was stored; try again later.`,
  },
  setup: {
    usage: [
      'Usage: bin/setup [options]    asks for anything that is missing',
      '',
      '  --prefecture NAME    of the areas above the community',
      '  --county NAME        county or city',
      '  --township NAME      township or street',
      '  --community NAME     the community',
      "  --slug LETTERS       the community's part of the address: lower case, digits, hyphens",
      "  --phone NUMBER       the community's office",
      '  --grids N or NAMES   how many grids (1 to 60), or their names with commas between',
      '  --region REGION      xinjiang: Eid al-Fitr and Corban are days off too; none: national days only',
      '  --zone ZONE          default Asia/Shanghai',
      '  --opens 10:00  --closes 18:30    office hours, Beijing time',
      "  --secretary NAME  --mobile NUMBER                        the community's secretary",
      '  --administrator NAME  --administrator-mobile NUMBER      an administrator, if wanted',
      '  --new-code           issue an activation code even if the person has a password (forgotten password)',
      '                       with --mobile alone, nothing else is needed',
      '  --sql FILE           write an SQL file for D1 instead of a database; SECRET must be set',
      '  --lang zh|en',
      '',
      'Run it again to add a community. A slug is never used twice.',
    ].join('\n'),
    ask: {
      prefecture: 'Prefecture',
      county: 'County or city',
      township: 'Township or street',
      community: 'Community',
      slug: 'Part of the address (lower case, digits, hyphens)',
      phone: "The community's office phone",
      grids: 'How many grids, or their names with commas between',
      region: 'Region (xinjiang or none)',
      secretary: "The secretary's name",
      mobile: "The secretary's mobile number",
    },
    fault: {
      prefecture: '--prefecture: a name of at most 60 characters is needed',
      county: '--county: a name of at most 60 characters is needed',
      township: '--township: a name of at most 60 characters is needed',
      community: '--community: a name of at most 60 characters is needed',
      slug: '--slug: lower-case letters, digits and hyphens, such as hongqi',
      phone: "--phone: the office's number, such as 0994-2345678",
      grids: '--grids: a number from 1 to 60, or different names with commas between',
      region: '--region: xinjiang or none',
      zone: '--zone: there is no such time zone; Asia/Shanghai is the usual one',
      hours: '--opens and --closes: written as 10:00 and 18:30, the first before the second',
      secretary: "--secretary: the secretary's name is needed",
      mobile: "--mobile: the secretary's mobile number has 11 digits",
      administrator: '--administrator and --administrator-mobile: a name and 11 digits, both or neither',
      unknown: (why) => `This option is not understood: ${why}`,
    },
    gridName: (number) => `Grid ${number}`,
    role: { secretary: 'Secretary', administrator: 'Administrator' },
    made: (community, grids) => `${community} is set up with ${grids} ${grids === 1 ? 'grid' : 'grids'}.`,
    there: (community) => `${community} is there already and was not made again.`,
    slugTaken: (slug, community) => `The slug ${slug} belongs to ${community}; choose another. Nothing was changed.`,
    code: (role, name, mobile) => `Activation code for ${role} ${name} (${mobile}):`,
    newCode: (name, mobile) =>
      `New activation code for ${name} (${mobile}), valid for 7 days; any earlier one has ended:`,
    linkWritten: (file, mobile) =>
      `${file} is written, to be used once and deleted. When it has been executed in the database, the person with ${mobile} chooses a new password with this link. It is valid for 7 days and replaces earlier ones. If no one has that number, nothing is written:`,
    orLink: 'Or open this link and choose a new password:',
    unknownMobile: (mobile) => `No account has the mobile number ${mobile}; no code was made.`,
    hasPassword: (role, name) =>
      `${role} ${name} has a password; no code was made. If it is forgotten, add --new-code.`,
    otherName: (mobile) => `${mobile} is registered under another name, which was not changed.`,
    secretStored: (file) => `The secret is in ${file}: back it up with the database and show it to no one.`,
    written: (file, address) =>
      `Written to ${file}: import it, delete it, then open ${address} and set a password with mobile number and code.`,
    next: (address) => `Start the server (npm start), open ${address}, and set a password with mobile number and code.`,
  },
  tick: (done) => `Due tasks were processed: ${done || 'nothing was due'}.`,
  recount: recountEn,
}
