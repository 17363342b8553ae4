import { readPlaces } from '../../api/platform/config.ts'
import { StartFault } from '../../api/start/start-fault.ts'
import { backupFaults, backupNotes } from './backup.sentences.ts'
import { putBack } from './put-back.ts'
import { command, say } from './say.ts'

/** `npm run restore -- DIR`: makes a backup the city again. */
await command(async () => {
  const [folder] = process.argv.slice(2)
  if (folder === undefined) throw new StartFault(backupFaults.usage('restore'))
  const { manifest, held, aside } = await putBack(readPlaces(process.env), folder)
  say(backupNotes.restored(manifest.at, aside))
  say(backupNotes.held(held))
})
