import { readPlaces } from '../../api/platform/config.ts'
import { rebuildIndex, indexWaiting } from '../../api/search/rebuild.ts'
import { countDocuments } from '../../api/search/search.store.ts'
import { indexSpelling } from '../../api/search/index-tickets.ts'
import { openDb } from '../../db/open.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)

/**
 * `npm run search -- rebuild`: makes the index of words anew, beside a running server or without one, and says how far it is. `status`: how many
 * tickets stand in it. `continue`: makes what is missing only.
 */
const [how = ''] = process.argv.slice(2)
if (!['rebuild', 'continue', 'status'].includes(how)) {
  process.stderr.write('npm run search -- rebuild | continue | status\n')
  process.exit(1)
}
const db = await openDb(readPlaces(process.env).databaseUrl)
try {
  const began = performance.now()
  let said = began
  const seconds = (at: number) => `${((at - began) / 1000).toFixed(0)} s`
  if (how !== 'status') {
    const { all } = await countDocuments(db, indexSpelling)
    const told = (count: number) => {
      const now = performance.now()
      if (now - said < 2_000) return
      said = now
      print(`${seconds(now)}  ${count} of ${all} tickets`)
    }
    const count = await (how === 'rebuild' ? rebuildIndex : indexWaiting)(db, { step: 500, told })
    print(`${seconds(performance.now())}  ${count} tickets written`)
  }
  const { all, made } = await countDocuments(db, indexSpelling)
  print(`${made} of ${all} tickets stand in the index`)
} finally {
  await db.close()
}
