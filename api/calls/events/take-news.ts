import type { CallListener, CallNews } from '../../telephony/call-events.types.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { takeRecording } from '../recordings/take-recording.ts'
import { legStatus } from './leg-status.ts'
import { roomNews } from './room-news.ts'
import { takeTranscript } from './take-transcript.ts'
import { transcriptFailed } from './transcript-failed.ts'

/** Takes in what happened at the carrier, each piece once, in whatever order it comes. */
export const takeNews = (deps: CallsDeps): CallListener['takeNews'] => {
  const room = roomNews(deps)
  const leg = legStatus(deps)
  const recording = takeRecording(deps)
  const transcript = takeTranscript(deps)
  const failed = transcriptFailed(deps)

  return (news: CallNews) => {
    switch (news.kind) {
      case 'legStatus':
        return leg(news)
      case 'recordingChanged':
        return recording(news)
      case 'transcriptFailed':
        return failed(news)
      case 'said':
        return transcript(news)
      case 'joined':
      case 'left':
      case 'roomStarted':
      case 'roomEnded':
      case 'heldChanged':
      case 'mutedChanged':
      default:
        return room(news)
    }
  }
}
