import Ear from 'lucide-solid/icons/ear'
import NotebookPen from 'lucide-solid/icons/notebook-pen'
import Pause from 'lucide-solid/icons/pause'
import Phone from 'lucide-solid/icons/phone'
import PhoneIncoming from 'lucide-solid/icons/phone-incoming'
import PhoneMissed from 'lucide-solid/icons/phone-missed'
import PhoneOff from 'lucide-solid/icons/phone-off'
import Users from 'lucide-solid/icons/users'
import Voicemail from 'lucide-solid/icons/voicemail'
import type { CallState } from '../../api/vocabulary/call.ts'
import type { IconComponent } from '../ui/icon.ts'
import type { Tone } from '../ui/tone.ts'

const looks: Record<CallState, { icon: IconComponent; tone: Tone }> = {
  greeting: { icon: Ear, tone: 'neutral' },
  queued: { icon: Users, tone: 'warn' },
  ringing: { icon: PhoneIncoming, tone: 'ok' },
  talking: { icon: Phone, tone: 'info' },
  held: { icon: Pause, tone: 'warn' },
  wrapUp: { icon: NotebookPen, tone: 'warn' },
  ended: { icon: PhoneOff, tone: 'neutral' },
  abandoned: { icon: PhoneMissed, tone: 'bad' },
  voicemail: { icon: Voicemail, tone: 'info' },
}
/** Icon and tone of a call's state, everywhere the same. */
export const callLook = (state: CallState) => looks[state]
