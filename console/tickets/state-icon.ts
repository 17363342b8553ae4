import Ban from 'lucide-solid/icons/ban'
import CircleCheck from 'lucide-solid/icons/circle-check'
import CircleDashed from 'lucide-solid/icons/circle-dashed'
import CircleDot from 'lucide-solid/icons/circle-dot'
import CirclePause from 'lucide-solid/icons/circle-pause'
import ClipboardCheck from 'lucide-solid/icons/clipboard-check'
import CornerUpRight from 'lucide-solid/icons/corner-up-right'
import Hammer from 'lucide-solid/icons/hammer'
import Inbox from 'lucide-solid/icons/inbox'
import Merge from 'lucide-solid/icons/merge'
import PhoneOutgoing from 'lucide-solid/icons/phone-outgoing'
import Send from 'lucide-solid/icons/send'
import Undo2 from 'lucide-solid/icons/undo-2'
import type { TicketState } from '../../api/vocabulary/ticket.ts'
import type { IconComponent } from '../ui/icon.ts'

/** The sign of each state; colour is kept for clocks and results. */
export const stateIcon: Readonly<Record<TicketState, IconComponent>> = {
  received: Inbox,
  accepted: CircleDot,
  awaitingDispatch: Send,
  dispatched: CircleDashed,
  handling: Hammer,
  answered: ClipboardCheck,
  awaitingFollowUp: PhoneOutgoing,
  closed: CircleCheck,
  returnRequested: Undo2,
  paused: CirclePause,
  declined: Ban,
  transferredOut: CornerUpRight,
  withdrawn: Undo2,
  terminated: Ban,
  merged: Merge,
}
