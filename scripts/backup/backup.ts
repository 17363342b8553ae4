import { readPlaces } from '../../api/platform/config.ts'
import { StartFault } from '../../api/start/start-fault.ts'
import { backupFaults, backupNotes } from './backup.sentences.ts'
import { makeBackup } from './make-backup.ts'
import { command, say } from './say.ts'

/** `npm run backup -- DIR`: database and files, while the server runs. Status 1 when the disk has damaged stored files. */
await command(async () => {
  const [folder] = process.argv.slice(2)
  if (folder === undefined) throw new StartFault(backupFaults.usage('backup'))
  const { manifest, damaged } = await makeBackup(readPlaces(process.env), folder)
  say(backupNotes.made(folder, manifest.database.bytes, manifest.files.length))
  if (damaged.length === 0) return
  say(backupNotes.damagedFiles(damaged))
  process.exitCode = 1
})
