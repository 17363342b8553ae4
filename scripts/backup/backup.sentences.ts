import type { Said } from '../../api/start/start-fault.ts'

/** Why a backup cannot be made, or not be put back. */
export const backupFaults = {
  usage: (command: string): Said => ({
    zh: `用法：npm run ${command} -- 目录`,
    en: `Say which folder: npm run ${command} -- DIR`,
  }),
  heldUsage: {
    zh: '用法：npm run held -- list，或 npm run held -- release|drop all|主题|编号 …',
    en: 'Say what: npm run held -- list, or npm run held -- release|drop all|TOPIC|ID …',
  },
  notEmpty: (folder: string): Said => ({
    zh: `目录 ${folder} 已存在且不是空的。每次备份请用新的目录，例如 /backup/2026-11-23。`,
    en: `The folder ${folder} is there already and not empty. Give each backup a folder of its own, like /backup/2026-11-23.`,
  }),
  noDatabase: (what: string): Said => ({
    zh: `没有可备份的数据库：${what}。请检查 DATA_DIR 和 DATABASE_URL。`,
    en: `There is no database to back up: ${what}. Look at DATA_DIR and DATABASE_URL.`,
  }),
  damagedCopy: (found: string): Said => ({
    zh: `备份未通过检查（${found}）：数据库文件已损坏。旧备份请勿删除，并检查磁盘。`,
    en: `The copy does not pass its check (${found}): the database file is damaged. Keep the older backups and look at the disk.`,
  }),
  noManifest: (folder: string): Said => ({
    zh: `${folder} 不是完整的备份：没有可读的 manifest.json。`,
    en: `${folder} is no complete backup: it has no manifest.json that can be read.`,
  }),
  altered: (file: string): Said => ({
    zh: `备份中的 ${file} 缺失或与清单不符，未恢复任何内容。请使用另一份备份。`,
    en: `${file} of the backup is missing or not what the manifest says; nothing was put back. Take another backup.`,
  }),
  otherEngine: (backup: string, here: string): Said => ({
    zh: `该备份来自 ${backup}，而 DATABASE_URL 是 ${here}。请按备份设置 DATABASE_URL。`,
    en: `The backup is of ${backup}, and DATABASE_URL names ${here}. Set DATABASE_URL to the engine of the backup.`,
  }),
  inUse: (others: string): Said => ({
    zh: `数据库正被使用（${others}）。请先停止所有服务器和其他程序。`,
    en: `The database is in use (${others}). Stop all servers and other programs first.`,
  }),
  noTool: (tool: string): Said => ({
    zh: `找不到 ${tool}。请安装与服务器版本相同的 PostgreSQL 客户端（例如 apt install postgresql-client），并使其在 PATH 中。`,
    en: `${tool} was not found. Install the PostgreSQL client of the server's version (for instance apt install postgresql-client) and have it on the PATH.`,
  }),
  oldTool: (tool: string, version: number, server: number): Said => ({
    zh: `${tool} 的版本是 ${version}，低于服务器的 ${server}。请安装 ${server} 版的 PostgreSQL 客户端，并使其在 PATH 最前。`,
    en: `${tool} is of version ${version} and the server of ${server}. Install the PostgreSQL client of version ${server} and have it first on the PATH.`,
  }),
  tool: (tool: string, said: string): Said => ({
    zh: `${tool} 未能完成：${said}`,
    en: `${tool} did not succeed: ${said}`,
  }),
} as const

/** What was done, and what comes next. */
export const backupNotes = {
  made: (folder: string, bytes: number, files: number): Said => ({
    zh: `备份已完成并通过检查：${folder}（数据库 ${bytes} 字节，附件和录音 ${files} 个）。生产环境的密钥不在其中，请另行保存。`,
    en: `Backed up and checked: ${folder} (database ${bytes} bytes, ${files} attachments and recordings). The secrets of production are not in it: keep them elsewhere.`,
  }),
  damagedFiles: (names: readonly string[]): Said => ({
    zh: `有 ${names.length} 个附件或录音在磁盘上已损坏，未备份：${names.slice(0, 5).join('、')}`,
    en: `${names.length} attachments or recordings are damaged on the disk and are not in the backup: ${names.slice(0, 5).join(', ')}`,
  }),
  restored: (at: string, aside: string | null): Said => ({
    zh: `已恢复到 ${at} 的状态。${aside === null ? '' : `原来的数据库保留在 ${aside}，确认无误后可删除。`}`,
    en: `The city is as it was at ${at}. ${aside === null ? '' : `The database that was here is kept as ${aside}; remove it once all is well.`}`,
  }),
  decided: (count: number): Said => ({ zh: `已处理 ${count} 件。`, en: `Decided on ${count} effects.` }),
  holding: ({ since, backupAt }: { since: string; backupAt: string }): Said => ({
    zh: `自 ${since} 起暂扣（恢复的备份：${backupAt}）。全部决定后请运行 release all 或 drop all 结束暂扣。`,
    en: `Held since ${since} (backup of ${backupAt}). Once decided, release all or drop all ends the hold.`,
  }),
  nothingHeld: { zh: '没有暂扣的事项。', en: 'Nothing is held.' },
  held: (count: number): Said => ({
    zh: `备份时有 ${count} 件待发事项（短信等），可能已经发出，现已暂扣；此后由定时任务产生的短信也会暂扣。查看并决定：npm run held -- list，然后 release 或 drop；管理员也可在控制台“运行状况”页处理。`,
    en: `${count} effects (texts and the like) waited when the backup was made and may have gone out since. They are held, and so is what timers promise to citizens from now on. Look and decide: npm run held -- list, then release or drop; an administrator may do it on the page Operations, too.`,
  }),
} as const
