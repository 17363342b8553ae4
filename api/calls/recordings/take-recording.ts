import { systemActor } from '../../vocabulary/actor.ts'
import { playScene } from '../call/call.scene.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { keepRecording, type RecordingNews } from './keep-recording.ts'
import { placeNote } from './place-recording.ts'

/** Nothing more comes of a recording in these states. */
const settled: ReadonlySet<RecordingNews['state']> = new Set(['completed', 'absent', 'failed'])

/**
 * Takes in what became of a recording. News that came before that of its room is placed later, when the carrier has been asked whose it is;
 * what cannot be placed at all is an incident.
 */
export const takeRecording =
  (deps: CallsDeps) =>
  async (news: RecordingNews): Promise<void> => {
    await playScene(deps)(systemActor('calls'), async (scene) => {
      if (!(await keepRecording(deps)(scene, news)) && settled.has(news.state)) scene.notes.outbox.push(placeNote(news))
    })
  }
