import { textsByIds } from '../../api/messages/messages.store.ts'
import { listHeld, settleHeld } from '../../api/operations/held/held.ts'
import { readPlaces } from '../../api/platform/config.ts'
import { createIds } from '../../api/platform/ids.ts'
import { systemClock } from '../../api/platform/clock.ts'
import { StartFault } from '../../api/start/start-fault.ts'
import { systemActor } from '../../api/vocabulary/actor.ts'
import { openDb } from '../../db/open.ts'
import { backupFaults, backupNotes } from './backup.sentences.ts'
import { command, say } from './say.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)

/**
 * `npm run held -- list`, `release WHAT`, `drop WHAT`: what a restore holds. WHAT is `all` (which ends the hold), a topic such as `sms.send`, or
 * ids as the list shows them. Works beside a running server, which takes up what is released within half a minute.
 */
await command(async () => {
  const [how, ...what] = process.argv.slice(2)
  const decides = how === 'release' || how === 'drop'
  if ((how !== 'list' && !decides) || (decides && what.length === 0)) throw new StartFault(backupFaults.heldUsage)
  const db = await openDb(readPlaces(process.env).databaseUrl)
  const deps = {
    db,
    clock: systemClock,
    ids: createIds(systemClock),
    wake: { outbox: () => {}, live: () => {} },
    describeTexts: (ids: readonly string[]) => textsByIds(db, ids),
  }
  const actor = systemActor('operator')
  try {
    if (decides) {
      const [first = ''] = what
      const which =
        first === 'all' ? { all: true as const } : first.startsWith('out_') ? { ids: what } : { topic: first }
      const { decided } = await settleHeld(deps)(actor, which, how)
      return say(backupNotes.decided(decided))
    }
    const { hold, topics, effects } = await listHeld(deps)(actor)
    if (hold === null && topics.length === 0) return say(backupNotes.nothingHeld)
    if (hold !== null) say(backupNotes.holding(hold))
    for (const { topic, count } of topics) print(`${topic}  ${count}`)
    for (const { id, topic, createdAt, to, body } of effects)
      print([id, createdAt.toISOString(), topic, to, body?.slice(0, 60)].filter(Boolean).join('  '))
  } finally {
    await db.close()
  }
})
