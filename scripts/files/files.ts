import { systemClock } from '../../api/platform/clock.ts'
import { readPlaces } from '../../api/platform/config.ts'
import { openFiles, type Files } from '../../api/platform/files/files.ts'
import { Problem } from '../../api/platform/problem.ts'
import { StartFault } from '../../api/start/start-fault.ts'
import { command, say } from '../backup/say.ts'
import { compareFiles } from './compare-files.ts'
import { copyFiles } from './copy-files.ts'
import { filesFaults, filesNotes } from './files.sentences.ts'

/** A line for every sixteenth part. */
const progress = (folder: number, files: number) => {
  if (folder % 16 === 0) say(filesNotes.progress(folder, files))
}

const move = async (from: Files, to: Files) => {
  const { files, copied, damaged } = await copyFiles(from, to, { progress })
  say(filesNotes.moved(from.place, to.place, files.length, copied))
  if (damaged.length === 0) return
  say(filesNotes.damaged(damaged))
  process.exitCode = 1
}

const check = async (here: Files, other: Files) => {
  const { files, bytes, missing, damaged } = await compareFiles(here, other, progress)
  say(filesNotes.checked(here.place, files, bytes))
  if (missing.length > 0) say(filesNotes.missing(other.place, missing))
  if (damaged.length > 0) say(filesNotes.damaged(damaged))
  if (missing.length + damaged.length > 0) process.exitCode = 1
}

/**
 * `npm run files -- move to-store`, `move to-folder`, `check`: files between the data folder and the store of `FILES_URL`, while servers run; `check` reads
 * all that is in the store and names what the folder has beyond it. Status 1 when something is damaged or missing.
 */
await command(async () => {
  const places = readPlaces(process.env)
  const [what, where] = process.argv.slice(2)
  if (what !== 'check' && !(what === 'move' && (where === 'to-store' || where === 'to-folder')))
    throw new StartFault(filesFaults.usage)
  if (places.files === null) throw new StartFault(filesFaults.noStore)
  const store = openFiles(places, { clock: systemClock })
  const folder = openFiles({ ...places, files: null }, { clock: systemClock })
  try {
    if (what === 'check') await check(store, folder)
    else await (where === 'to-store' ? move(folder, store) : move(store, folder))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    throw new StartFault(filesFaults.away(store.place, (await store.look())?.fault ?? error.title), error)
  }
})
