import { chineseHazards } from './chinese.hazards.ts'
import { chinesePeople } from './chinese.people.ts'
import { chineseSideways } from './chinese.indirect.ts'
import { englishHazards } from './english.hazards.ts'
import { englishPeople } from './english.people.ts'
import { englishSideways } from './english.indirect.ts'
import { chineseHints, englishHints } from './cue-pairs.ts'
import type { PhraseList } from '../phrases/phrase-matcher.ts'
import type { DangerKind, EmergencyNumber } from '../../triage.types.ts'

/** Ways of saying that life or property is in danger, by kind and by the number that takes it. */
export interface DangerSign extends PhraseList {
  kind: DangerKind
  call: EmergencyNumber
  /** Null for plain words. A hint says little alone; with its other side (number ^ 1) close by it says as much as a plain word. */
  side: number | null
}

type SignName = keyof typeof englishSideways

const chinesePlain: Partial<Record<SignName, string[]>> = { ...chinesePeople, ...chineseHazards }
const englishPlain: Partial<Record<SignName, string[]>> = { ...englishPeople, ...englishHazards }
type HintName = keyof typeof englishHints

const sign = (name: SignName, kind: DangerKind, call: EmergencyNumber): DangerSign => ({
  kind,
  call,
  side: null,
  zh: [...(chinesePlain[name] ?? []), ...chineseSideways[name]],
  en: [...(englishPlain[name] ?? []), ...englishSideways[name]],
})

const hintNames = Object.keys(chineseHints)

/** The sides of one name are numbered apart from those of the others. */
const hints = (name: HintName, kind: DangerKind, call: EmergencyNumber): DangerSign[] => {
  const [zh, en] = [chineseHints[name], englishHints[name]]
  const first = hintNames.indexOf(name) * 100
  return Array.from({ length: Math.max(zh.length, en.length) }, (_, side) => ({
    kind,
    call,
    side: first + side,
    zh: zh.slice(side, side + 1),
    en: en.slice(side, side + 1),
  }))
}

/**
 * In the order of precedence: the first sign found is told. 110 police: threats to kill oneself or others, crime, bombs, missing people.
 * 119 fire and rescue: fire, gas, explosion, trapped, water, collapse, live wires. 120 ambulance: who has taken poison, breathed gas,
 * been shocked, is hurt or ill. 122 traffic police: collisions (120 when somebody is hurt).
 */
export const dangerSigns: DangerSign[] = [
  sign('overdose', 'suicide', '120'),
  ...hints('selfHarm', 'suicide', '120'),
  sign('suicide', 'suicide', '110'),
  ...hints('suicide', 'suicide', '110'),
  sign('bomb', 'explosion', '110'),
  sign('violence', 'violence', '110'),
  ...hints('violence', 'violence', '110'),
  sign('missing', 'missing', '110'),
  ...hints('missing', 'missing', '110'),
  ...hints('shocked', 'electricShock', '120'),
  sign('explosion', 'explosion', '119'),
  ...hints('explosion', 'explosion', '119'),
  sign('fire', 'fire', '119'),
  ...hints('fire', 'fire', '119'),
  sign('poisonGas', 'gas', '120'),
  ...hints('poisonGas', 'gas', '120'),
  sign('gas', 'gas', '119'),
  ...hints('gas', 'gas', '119'),
  sign('breath', 'injury', '120'),
  sign('trapped', 'trapped', '119'),
  ...hints('trapped', 'trapped', '119'),
  sign('drowning', 'drowning', '119'),
  ...hints('drowning', 'drowning', '119'),
  sign('collapse', 'collapse', '119'),
  ...hints('collapse', 'collapse', '119'),
  sign('shocked', 'electricShock', '120'),
  sign('electric', 'electricShock', '119'),
  ...hints('electric', 'electricShock', '119'),
  sign('struck', 'traffic', '120'),
  sign('traffic', 'traffic', '122'),
  ...hints('traffic', 'traffic', '122'),
  sign('injury', 'injury', '120'),
  ...hints('injury', 'injury', '120'),
]
