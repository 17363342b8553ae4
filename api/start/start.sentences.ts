import type { Said } from './start-fault.ts'

const restore: Said = {
  zh: '请用备份恢复：npm run restore -- 备份目录',
  en: 'Put a backup back: npm run restore -- DIR',
}

/** What is said of a database that cannot be used. `what` is the file, or host and database, never a password. */
export const databaseFaults = {
  foreign: (what: string, engineSays?: string): Said => ({
    zh: `${what} 不是一线的数据库：是其他程序的文件，或文件开头已损坏。若文件已损坏，${restore.zh}；若路径有误，请更正 DATABASE_URL。`,
    en: `${what} is no database of Yixian: another program's, or its beginning is destroyed${engineSays ? ` (${engineSays})` : ''}. If it is destroyed: ${restore.en}. If it is the wrong one, set DATABASE_URL.`,
  }),
  corrupt: (what: string, found: string): Said => ({
    zh: `数据库文件 ${what} 已损坏（${found}）。请保留该文件，并检查磁盘；${restore.zh}`,
    en: `The database file ${what} is damaged (${found}). Keep it aside and look at the disk. ${restore.en}`,
  }),
  emptied: (what: string): Said => ({
    zh: `数据库文件 ${what} 是空的，而本目录曾有数据：文件被清空或磁盘写满过。${restore.zh}；若确要从头开始，请删除该文件。`,
    en: `The database file ${what} is empty, though a city was kept here: it was emptied, or the disk was full. ${restore.en}. If you do want to begin anew, remove the file.`,
  }),
  gone: (what: string): Said => ({
    zh: `数据库文件 ${what} 不见了，但其 -wal 文件还在：里面有尚未写入的内容。请找回数据库文件；${restore.zh}；若确要从头开始，请一并删除 -wal 文件。`,
    en: `The database file ${what} is gone, and its -wal, which holds what was not yet written into it, is still there. Bring the file back. ${restore.en}. If you do want to begin anew, remove the -wal as well.`,
  }),
  otherWal: (what: string): Said => ({
    zh: `${what} 旁边的 -wal 文件属于另一个数据库（数据库文件被替换过），合在一起会损坏数据。请用 npm run restore 恢复备份；或者把原来的数据库文件放回去。`,
    en: `The -wal beside ${what} belongs to another database file (the file was replaced); together they would damage it. Put backups back with npm run restore, or bring back the file that was here.`,
  }),
  readOnly: (what: string): Said => ({
    zh: `无法写入 ${what}：文件只读，或当前用户没有权限。请检查属主、权限和磁盘挂载方式。`,
    en: `${what} cannot be written: it is read-only, or this user may not. Look at its owner, its mode and how the disk is mounted.`,
  }),
  full: (what: string): Said => ({
    zh: `无法写入 ${what}：磁盘已满。请腾出空间后再启动，已有数据不受影响。`,
    en: `${what} cannot be written: the disk is full. Make room and start again; what is there is safe.`,
  }),
  newer: (what: string): Said => ({
    zh: `数据库 ${what} 来自更新版本的一线，本版本不能使用。请升级程序，或恢复升级前的备份：npm run restore -- 备份目录`,
    en: `The database ${what} comes from a newer Yixian than this one. Upgrade the program, or put the backup from before the upgrade back: npm run restore -- DIR`,
  }),
  password: (what: string): Said => ({
    zh: `PostgreSQL（${what}）拒绝了用户名或密码。请检查 DATABASE_URL。`,
    en: `PostgreSQL (${what}) refuses the user or the password. Look at DATABASE_URL.`,
  }),
  missing: (what: string): Said => ({
    zh: `PostgreSQL 上没有数据库 ${what}。请创建：createdb --template=template0 --locale=C.UTF-8 数据库名，或更正 DATABASE_URL。`,
    en: `There is no database ${what} on that PostgreSQL. Make it: createdb --template=template0 --locale=C.UTF-8 NAME, or set DATABASE_URL.`,
  }),
  order: (what: string): Said => ({
    zh: `数据库 ${what} 排序时忽略标点，单位将找不到自己的工单。请另建：createdb --template=template0 --locale=C.UTF-8 数据库名`,
    en: `The database ${what} sorts text without its punctuation, so that units would not find their tickets. Make one that does not: createdb --template=template0 --locale=C.UTF-8 NAME`,
  }),
  unusable: (what: string, engineSays: string): Said => ({
    zh: `数据库 ${what} 不能使用（DATABASE_URL）：${engineSays}`,
    en: `The database ${what} cannot be used (DATABASE_URL): ${engineSays}`,
  }),
} as const

/** What else keeps the program from starting. */
export const startFaults = {
  running: (folder: string, pid: number | null): Said => ({
    zh: `数据目录 ${folder} 正由另一个一线进程使用${pid === null ? '' : `（进程号 ${pid}）`}。请先停止它。`,
    en: `The data folder ${folder} is in use by another Yixian${pid === null ? '' : ` (process ${pid})`}. Stop that one first.`,
  }),
  unfinishedRestore: (folder: string): Said => ({
    zh: `恢复备份 ${folder} 时中断过，尚未完成。请重新运行：npm run restore -- ${folder}`,
    en: `Putting back the backup ${folder} was broken off. Run it again: npm run restore -- ${folder}`,
  }),
  folder: (folder: string, why: string): Said => ({
    zh: `无法在数据目录 ${folder} 中写入（${why}）。请检查 DATA_DIR 及其属主、权限和挂载方式。`,
    en: `Nothing can be written in the data folder ${folder} (${why}). Look at DATA_DIR, its owner, its mode and how the disk is mounted.`,
  }),
  port: (port: number, setting: 'PORT' | 'CARRIER_PORT'): Said => ({
    zh: `端口 ${port} 已被占用。请设置 ${setting}。`,
    en: `Port ${port} is taken. Set ${setting}.`,
  }),
  listen: (host: string, port: number, why: string): Said => ({
    zh: `无法监听 ${host} 的端口 ${port}（${why}）。请检查 HOST 和 PORT。`,
    en: `The server cannot listen on ${host} port ${port} (${why}). Look at HOST and PORT.`,
  }),
  adminPassword: (why: string): Said => ({
    zh: `ADMIN_PASSWORD 不能用作管理员密码：${why}`,
    en: `ADMIN_PASSWORD cannot be the administrator's password: ${why}`,
  }),
} as const

/** What is told at the start and does not keep it from going on. */
export const startNotes = {
  waiting: (what: string, why: string): Said => ({
    zh: `数据库 ${what} 尚未就绪（${why}），正在等待；若地址有误，请更正 DATABASE_URL。`,
    en: `The database ${what} is not there yet (${why}); waiting for it. If the address is wrong, set DATABASE_URL.`,
  }),
  longCheck: (what: string, seconds: number): Said => ({
    zh: `数据库文件 ${what} 较大，${seconds} 秒内未检查完；先行启动，后台继续检查，结果见日志。`,
    en: `The database file ${what} is large: its check was not done after ${seconds} s. Starting; the check goes on and the log will say what it found.`,
  }),
  bentCarrier: (url: string): Said => ({
    zh: `注意：生产环境设置了 TWILIO_API_URL（${url}），电话和短信不会到达真实运营商。连接真实服务时请取消该设置。`,
    en: `ATTENTION: TWILIO_API_URL is set in production (${url}). Calls and texts go there and NOT to the live carrier. Leave it unset for the live service.`,
  }),
  filesAway: (place: string, fault: string): Said => ({
    zh: `附件和录音的存储 ${place} 不可用（${fault}）：电话和短信照常，附件和录音暂时无法保存和打开。请检查 FILES_ENDPOINT、密钥和权限。`,
    en: `The store of attachments and recordings ${place} does not do what it is asked (${fault}). Calls and texts go on; attachments and recordings can be neither kept nor opened. Look at FILES_ENDPOINT, the keys and what they may do.`,
  }),
  notBuilt: {
    zh: '控制台尚未构建：请运行 npm run build。接口可用，页面打不开。',
    en: 'The console is not built: npm run build. The API answers, pages do not open.',
  },
  administrator: (username: string, password: string | null): Said => ({
    zh: `数据库是空的，已建立管理员 ${username}，密码${password === null ? '为 ADMIN_PASSWORD' : `：${password}（只显示这一次）`}。`,
    en: `The city is empty. Its administrator signs in as ${username} ${password === null ? 'with ADMIN_PASSWORD' : `with the password ${password} (shown this once)`}.`,
  }),
  mode: (path: string, why: string): Said => ({
    zh: `无法收紧 ${path} 的权限（${why}）：其他用户可能读到市民数据。`,
    en: `The mode of ${path} cannot be set (${why}): other users may read what citizens said.`,
  }),
} as const
