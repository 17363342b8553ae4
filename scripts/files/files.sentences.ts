import type { Said } from '../../api/start/start-fault.ts'

/** Why files cannot be moved or checked. */
export const filesFaults = {
  usage: {
    zh: '用法：npm run files -- move to-store|to-folder，或 npm run files -- check',
    en: 'Say what: npm run files -- move to-store|to-folder, or npm run files -- check',
  },
  noStore: {
    zh: '未设置 FILES_URL：没有可用的对象存储。',
    en: 'FILES_URL is not set: there is no object store.',
  },
  away: (place: string, fault: string): Said => ({
    zh: `存储 ${place} 不可用（${fault}）。已复制的文件保留；恢复后再次运行，会从中断处继续。`,
    en: `The store ${place} does not do what it is asked (${fault}). What was copied stays; run it again, and it goes on from there.`,
  }),
} as const

/** What was done. */
export const filesNotes = {
  progress: (folder: number, files: number): Said => ({
    zh: `${Math.round((folder * 100) / 256)}%，${files} 个文件`,
    en: `${Math.round((folder * 100) / 256)} %, ${files} files`,
  }),
  moved: (from: string, to: string, all: number, copied: number): Said => ({
    zh: `${from} 的 ${all} 个文件都已在 ${to} 中（本次复制 ${copied} 个）。原处未删除任何文件。`,
    en: `All ${all} files of ${from} are at ${to} (${copied} copied now). Nothing was removed where they came from.`,
  }),
  damaged: (names: readonly string[]): Said => ({
    zh: `有 ${names.length} 个文件已损坏，请用备份恢复：${names.slice(0, 5).join('、')}`,
    en: `${names.length} files are damaged; put them back from a backup: ${names.slice(0, 5).join(', ')}`,
  }),
  checked: (place: string, files: number, bytes: number): Said => ({
    zh: `${place}：${files} 个文件，${bytes} 字节，已逐一核对。`,
    en: `${place}: ${files} files, ${bytes} bytes, each read through.`,
  }),
  missing: (other: string, names: readonly string[]): Said => ({
    zh: `${other} 中有 ${names.length} 个文件不在此处：${names.slice(0, 5).join('、')}`,
    en: `${names.length} files of ${other} are not there: ${names.slice(0, 5).join(', ')}`,
  }),
} as const
