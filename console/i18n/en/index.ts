import type { Dictionary } from '../i18n.types.ts'
import { problems } from './problems.ts'
import { shell } from './shell.ts'
import { softphone } from './softphone.ts'
import { ui } from './ui.ts'
import { words } from './words.ts'

/** All English texts, checked against the Chinese ones. */
export const en: Dictionary = { ...ui, ...words, ...shell, ...problems, ...softphone }
