import type { Dictionary } from '../i18n.types.ts'
import { dispatch } from './dispatch.ts'
import { insight } from './insight.ts'
import { account } from './account.ts'
import { acts } from './acts.ts'
import { audit } from './audit.ts'
import { directory } from './directory.ts'
import { desk } from './desk.ts'
import { followUp } from './followup.ts'
import { unit } from './unit.ts'
import { operations } from './operations.ts'
import { problems } from './problems.ts'
import { review } from './review.ts'
import { recordings } from './recordings.ts'
import { retention } from './retention.ts'
import { shell } from './shell.ts'
import { softphone } from './softphone.ts'
import { tickets } from './tickets.ts'
import { threads } from './threads.ts'
import { knowledge } from './knowledge.ts'
import { ui } from './ui.ts'
import { words } from './words.ts'

/** All English texts, checked against the Chinese ones. */
export const en: Dictionary = {
  ...ui,
  ...words,
  ...shell,
  ...problems,
  ...unit,
  ...followUp,
  ...directory,
  ...audit,
  ...insight,
  ...softphone,
  ...dispatch,
  ...review,
  ...tickets,
  ...acts,
  ...account,
  ...desk,
  ...threads,
  ...knowledge,
  ...recordings,
  ...operations,
  ...retention,
}
