import { presenceEvents } from '../../api/vocabulary/call.ts'
import type { PlainKey } from '../i18n/i18n.types.ts'
import type { Option } from '../ui/fields/combobox.models.ts'

/**
 * What the audit tells apart beside the acts on a ticket: `citizen.revealed` is `revealed` of `citizen`; each has a word under `audit.did`.
 * @internal exported for its test
 */
export const auditActions = {
  ticket: ['created', 'recounted', 'leave', 'takeBack', 'notSent'],
  citizen: ['revealed', 'created', 'changed'],
  followUp: [
    'started',
    'listed',
    'claimed',
    'released',
    'attempted',
    'answered',
    'noReply',
    'unreachable',
    'decided',
    'confirmed',
    'rejected',
  ],
  call: [
    'arrive',
    'enqueue',
    'offer',
    'passOn',
    'answer',
    'answerLate',
    'hold',
    'resume',
    'requeue',
    'transcriptFailed',
    'hangUp',
    'finish',
    'finishTalk',
    'abandon',
    'record',
    'close',
    'askHold',
    'askResume',
    'askMute',
    'askUnmute',
    'danger',
  ],
  callback: ['create', 'claim', 'complete'],
  recording: ['stored', 'lost', 'unplaced', 'heard', 'completed', 'absent', 'failed'],
  presence: presenceEvents,
  message: ['sent'],
  thread: ['settled'],
  optOut: ['stopped', 'started'],
  attachment: ['uploaded'],
  session: ['opened', 'closed', 'refused'],
  staff: ['created', 'changed'],
  unit: ['created'],
  line: ['created'],
  matter: ['created'],
  limit: ['created'],
  article: ['created'],
  strayText: ['kept', 'taken', 'dismissed'],
  effect: ['held', 'released', 'dropped'],
  retention: ['set', 'erased', 'anonymised'],
} as const

/** What these acts are done to, where the group is called otherwise. */
const entities: Readonly<Record<string, string>> = { limit: 'limitRule', thread: 'message', optOut: 'message' }

/**
 * The acts to choose from, under what they are done to. `acts`: the acts on a ticket. `chosen`: what the address asks for; an act without
 * a word is offered by its code, so that no filter holds unseen.
 */
export const actionOptions = (
  acts: readonly string[],
  chosen: string,
  { t, maybe }: { t: (key: PlainKey) => string; maybe: (key: string) => string | undefined },
): Option[] => {
  const one = (group: string, name: string): Option => ({
    value: `${group}.${name}`,
    label: maybe(`audit.did.${group}.${name}`) ?? maybe(`done.${name}`) ?? name,
    parent: entityOf(group),
    keywords: `${group}.${name}`,
  })
  const entityOf = (group: string) => entities[group] ?? group
  const groups = Object.entries(auditActions)
  const headings = [...new Set(groups.map(([group]) => entityOf(group)))].map((entity) => ({
    value: entity,
    label: maybe(`audit.entity.${entity}`) ?? entity,
    heading: true,
  }))
  const known = [
    ...groups.flatMap(([group, names]) => names.map((name) => one(group, name))),
    ...acts.map((act) => one('ticket', act)),
  ]
  return [
    { value: '', label: t('audit.anyAction') },
    ...headings,
    ...known,
    ...(chosen === '' || known.some(({ value }) => value === chosen) ? [] : [{ value: chosen, label: chosen }]),
  ]
}
