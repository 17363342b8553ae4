import type { Translation } from '../i18n.types.ts'
import type { recordings as source } from '../zh-CN/recordings.ts'

/** Recordings of calls. */
export const recordings: Translation<typeof source> = {
  'recording.title': 'Recordings',
  'recording.logged': 'Listening is logged',
  'recording.purpose.conference': 'Call',
  'recording.purpose.voicemail': 'Voicemail',
  'recording.play': 'Play',
  'recording.pause': 'Pause',
  'recording.loading': 'Fetching the recording',
  'recording.position': 'Position',
  'recording.lost': 'A recording is missing',
  'recording.lostHint': 'The carrier could not provide it. Check and note it.',
  'recording.unplaced': 'A recording belongs to no known call',
  'recording.unplacedHint': 'Recording {ref} is still at the carrier. Check and note it.',
}
