import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { callNotices } from '../../api/notices/call.notices.ts'
import { firstAdvice } from '../../api/notices/danger-advice.rules.ts'
import { deskNotices } from '../../api/notices/desk.notices.ts'
import { dialogueNotices } from '../../api/notices/dialogue.notices.ts'
import { followUpNotices } from '../../api/notices/followup.notices.ts'
import type { CitizenNotice } from '../../api/notices/notice.types.ts'
import { ticketNotices } from '../../api/notices/ticket.notices.ts'
import { actList } from '../../api/tickets/life/acts/acts.ts'
import { dangers } from '../../api/vocabulary/danger.ts'
import { en } from '../../console/i18n/en/index.ts'
import { zhCN } from '../../console/i18n/zh-CN/index.ts'
import { root } from '../start/child.ts'

/** Where the page is kept. */
export const noticesFile = join(root, 'docs', 'notices.md')

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', '<br>')

const table = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
  [heads, heads.map(() => '---'), ...rows.map((row) => row.map(cell))].map((row) => `| ${row.join(' | ')} |`).join('\n')

const whom = { citizen: 'the citizen', citizenAndMerged: 'the citizen, and those whose requests were merged into it' }

const ofCitizens = (notices: Readonly<Record<string, CitizenNotice>>) =>
  table(
    ['name', 'when', 'on condition that', 'to', 'words'],
    Object.entries(notices).map(([name, row]) => [
      `\`${name}\``,
      row.on,
      row.when.words,
      whom[row.to],
      `${row.zh}\n${row.en}`,
    ]),
  )

const inConsole = (dictionary: Readonly<Record<string, string>>, key: string) => {
  const words = dictionary[key]
  if (words === undefined) throw new Error(`the console has no words for ${key}`)
  return words
}

const ofDesks = () =>
  table(
    ['name', 'when', 'who hears it', 'words in the console'],
    Object.entries(deskNotices).map(([name, row]) => [
      `\`${name}\``,
      row.on,
      row.whom,
      `${inConsole(zhCN, row.words)}\n${inConsole(en, row.words)}`,
    ]),
  )

const ofDangers = () =>
  table(
    ['danger', 'words'],
    dangers.map((kind) => [inConsole(en, `danger.${kind}`), `${firstAdvice[kind].zh}\n${firstAdvice[kind].en}`]),
  )

const ofActs = () =>
  table(
    ['act', 'tells'],
    actList.map(({ action, tells }) => [
      `\`${action}\``,
      tells.map((one) => inConsole(en, `tells.${one}`)).join(', ') || 'nobody',
    ]),
  )

/** The page of all notices, as the tables of api/notices and the acts have them today. */
export const noticesPage = () => `# Notices

Every text to a citizen and every alert to a desk: when, to whom, in which words. This page is written by \`npm run docs\` from the tables
in \`api/notices/\` (\`*.notices.ts\`); a test keeps it current. To change a text, change its row there.

Of every text to a citizen:

- It is written in the citizen's language. \`{name}\` is filled in; a part in double square brackets is left out when its parameter is missing.
- It is promised in the transaction of what it tells of, and once: equal keys write one text.
- Nothing is promised to a fixed line or a withheld number. To whoever opted out it is kept as \`refused\` and not sent.
- What a transaction sends is not said again in the answer of a conversation by text that caused it.

## The course of a ticket

Named by the acts (\`api/tickets/life/acts/\`) and sent by their runner.

${ofCitizens(ticketNotices)}

## Calls

${ofCitizens(callNotices)}

## Follow-up

${ofCitizens(followUpNotices)}

## Conversations by text

The answers to what a citizen texts, in the language of the text.

${ofCitizens(dialogueNotices)}

### First advice in a danger

What \`{advice}\` says, with the number that takes it.

${ofDangers()}

## Desks

Behind the bell of the console; danger, a lost recording and a limit that has passed are also said at once.

${ofDesks()}

## What an act tells

To the citizen by the text above, to everybody else by the live event of the act.

${ofActs()}
`

/**
 * The page as it is kept.
 * @internal exported for its test
 */
export const readNoticesPage = () => readFileSync(noticesFile, 'utf8')
