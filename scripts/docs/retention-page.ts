import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keptForGood } from '../../api/retention/kept-for-good.table.ts'
import { retention } from '../../api/retention/retention.table.ts'
import { retentionKinds } from '../../api/vocabulary/retention.ts'
import { en } from '../../console/i18n/en/index.ts'
import { zhCN } from '../../console/i18n/zh-CN/index.ts'
import { root } from '../start/child.ts'

/** Where the page is kept. */
export const retentionFile = join(root, 'docs', 'retention.md')

const table = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

const daysOf = (days: number) => (days === 0 ? 'at once' : `${days} d`)

const rules = () =>
  table(
    ['kind', 'what', 'kept for', 'from', 'then', 'basis (grade)', 'least'],
    retentionKinds.map((kind) => {
      const { what, days, from, result, basis, least, leastBecause, atLeastAs } = retention[kind]
      const below = atLeastAs ? `; never shorter than ${atLeastAs.map((other) => `\`${other}\``).join(', ')}` : ''
      return [
        `\`${kind}\`<br>${zhCN[`retention.${kind}`]}<br>${en[`retention.${kind}`]}`,
        what,
        daysOf(days),
        from,
        result,
        `${basis.zh}<br>${basis.en} (${basis.grade})`,
        `${daysOf(least)}: ${leastBecause}${below}`,
      ]
    }),
  )

/** The page of how long data is kept, as the table has it today. */
export const retentionPage = () => `# How long data is kept

What is kept, for how long, why, and what becomes of it then. This page is written by \`npm run docs\` from the table in \`api/retention/retention.table.ts\`; a test
keeps it current, and another one that no table of the database is left out.

Grades: **A** full text of the instrument checked, **B** excerpt of an official page, **C** second-hand, **D** the project's own reading or choice. A period of grade D is
no law: a city replaces it by its own rule before it goes live.

## The rules

${rules()}

Never touched, whatever its age: what belongs to a ticket that is not over, a contact nobody has decided on, a call-back that is open, an effect that waits or is held.

## How a city sets its own

Supervisors and administrators read the table with what was done at \`GET /api/retention\`. An administrator sets a period by

\`\`\`
PUT /api/retention/recordings
{ "days": 730, "reason": "市数据管理办法第12条" }
\`\`\`

It is refused below the least of its kind (\`retention.too-short\`, with the bound) or where something that hangs on it would stay longer (\`retention.too-long\`). Who set what,
when and why stands in the audit. A longer period holds at once, also for a run that is under way.

## How it is carried out

- A job looks each minute whether a kind is due, once a day each, and takes a few pages at a time, each in a short transaction of its own; servers of one database take turns.
- The run that was broken off goes on where it was. A second run finds nothing.
- Of citizens and staff nothing goes in the first week after the program has first known a kind (after installing or updating): time to set periods.
- A run that erased anything is one row of the audit: \`retention.erased\` or \`retention.anonymised\`, the kind, how many, and older than when. No word of whose.
- A file goes when no row names its bytes any more, so one that two tickets share stays until the last of them is erased; never within an hour of being written.
- An erased ticket shows its figures and a notice; nothing can be done on it (\`ticket.erased\`).
- An erased citizen is as one who withheld the number; whoever calls from that number again is a new citizen. That a number wants no texts is still known.

## What you must do yourself

- **Logs** of the server and of the proxy: keep them at least 183 days, and rotate them away after the period above.
- **Backups** hold what was erased since: delete them by a period of their own, no longer than the shortest above that matters to you. After a restore the next runs erase again.
- **At the carrier**: recordings are deleted there as soon as they are in your keeping. Call and text records at the carrier follow your contract with it.

## What has no period

${table(
  ['table', 'why'],
  Object.entries(keptForGood).map(([name, why]) => [`\`${name}\``, why]),
)}
`

/**
 * The page as it is kept.
 * @internal exported for its test
 */
export const readRetentionPage = () => readFileSync(retentionFile, 'utf8')
