import { chineseHazards } from './chinese.hazards.ts'
import { chinesePeople } from './chinese.people.ts'
import { chineseIndirect } from './chinese.indirect.ts'
import { englishHazards } from './english.hazards.ts'
import { englishPeople } from './english.people.ts'
import { englishIndirect } from './english.indirect.ts'
import { chineseCuePairs, englishCuePairs } from './cue-pairs.ts'
import type { PhraseList } from '../phrases/notation.ts'
import type { DangerKind, EmergencyNumber } from '../../../vocabulary/danger.ts'

/** Ways of saying that life or property is in danger, by kind and by the number that takes it. */
export interface DangerSign extends PhraseList {
  kind: DangerKind
  call: EmergencyNumber
  /** Null for plain words. Of a cue in a pair, its number: it says little alone; with the other of the pair (number ^ 1) close by it says as much as a plain word. */
  cue: number | null
}

type SignName = keyof typeof englishIndirect

const chinesePlain: Partial<Record<SignName, string[]>> = { ...chinesePeople, ...chineseHazards }
const englishPlain: Partial<Record<SignName, string[]>> = { ...englishPeople, ...englishHazards }
type PairName = keyof typeof englishCuePairs

const sign = (name: SignName, kind: DangerKind, call: EmergencyNumber): DangerSign => ({
  kind,
  call,
  cue: null,
  zh: [...(chinesePlain[name] ?? []), ...chineseIndirect[name]],
  en: [...(englishPlain[name] ?? []), ...englishIndirect[name]],
})

const pairNames = Object.keys(chineseCuePairs)

/** The cues of one name are numbered apart from those of the others. */
const cuePairs = (name: PairName, kind: DangerKind, call: EmergencyNumber): DangerSign[] => {
  const [zh, en] = [chineseCuePairs[name], englishCuePairs[name]]
  const first = pairNames.indexOf(name) * 100
  return Array.from({ length: Math.max(zh.length, en.length) }, (_, cue) => ({
    kind,
    call,
    cue: first + cue,
    zh: zh.slice(cue, cue + 1),
    en: en.slice(cue, cue + 1),
  }))
}

/**
 * In the order of precedence: the first sign found is reported. 110 police: threats to kill oneself or others, crime, bombs, missing people.
 * 119 fire and rescue: fire, gas, explosion, trapped, water, collapse, live wires. 120 ambulance: who has taken poison, breathed gas,
 * been shocked, is hurt or ill. 122 traffic police: collisions (120 when somebody is hurt).
 */
export const dangerSigns: DangerSign[] = [
  sign('overdose', 'suicide', '120'),
  ...cuePairs('selfHarm', 'suicide', '120'),
  sign('suicide', 'suicide', '110'),
  ...cuePairs('suicide', 'suicide', '110'),
  sign('bomb', 'explosion', '110'),
  sign('violence', 'violence', '110'),
  ...cuePairs('violence', 'violence', '110'),
  sign('missing', 'missing', '110'),
  ...cuePairs('missing', 'missing', '110'),
  ...cuePairs('shocked', 'electricShock', '120'),
  sign('explosion', 'explosion', '119'),
  ...cuePairs('explosion', 'explosion', '119'),
  sign('fire', 'fire', '119'),
  ...cuePairs('fire', 'fire', '119'),
  sign('poisonGas', 'gas', '120'),
  ...cuePairs('poisonGas', 'gas', '120'),
  sign('gas', 'gas', '119'),
  ...cuePairs('gas', 'gas', '119'),
  sign('breath', 'injury', '120'),
  sign('trapped', 'trapped', '119'),
  ...cuePairs('trapped', 'trapped', '119'),
  sign('drowning', 'drowning', '119'),
  ...cuePairs('drowning', 'drowning', '119'),
  sign('collapse', 'collapse', '119'),
  ...cuePairs('collapse', 'collapse', '119'),
  sign('shocked', 'electricShock', '120'),
  sign('electric', 'electricShock', '119'),
  ...cuePairs('electric', 'electricShock', '119'),
  sign('struck', 'traffic', '120'),
  sign('traffic', 'traffic', '122'),
  ...cuePairs('traffic', 'traffic', '122'),
  sign('injury', 'injury', '120'),
  ...cuePairs('injury', 'injury', '120'),
]
