import { problems } from './problems.ts'
import { shell } from './shell.ts'
import { softphone } from './softphone.ts'
import { ui } from './ui.ts'
import { words } from './words.ts'

/** All Chinese texts; one file per feature, one line here. */
export const zhCN = { ...ui, ...words, ...shell, ...problems, ...softphone }
