import type { DangerKind, EmergencyNumber } from '../vocabulary/danger.ts'
import type { TextLocale } from '../vocabulary/locale.ts'

/** What to do first in a danger, before what became of the text: short, one number to call, nothing that suits another danger. */
export const firstAdvice = {
  gas: {
    zh: '请勿开关电器、勿用明火，立即撤到室外并拨打{call}',
    en: 'Touch no switch and no flame, get outside and call {call} now',
  },
  fire: { zh: '请立即撤离，不要乘电梯，并拨打{call}', en: 'Get out, do not use the lift, and call {call} now' },
  collapse: { zh: '请立即撤到安全处并拨打{call}', en: 'Get to a safe place and call {call} now' },
  explosion: { zh: '请立即撤到安全处并拨打{call}', en: 'Get to a safe place and call {call} now' },
  electricShock: {
    zh: '请勿靠近、触碰带电处，立即拨打{call}',
    en: 'Keep away from anything that may be live and call {call} now',
  },
  injury: { zh: '如有人伤病，请立即拨打{call}', en: 'If anyone is hurt or ill, call {call} now' },
  suicide: {
    zh: '请不要独自面对，立即拨打{call}，也可拨心理援助热线12356',
    en: 'Please do not face this alone: call {call} now, or 12356 to talk to somebody',
  },
  violence: { zh: '请先保证自身安全，立即拨打{call}', en: 'Keep yourself safe first and call {call} now' },
  drowning: {
    zh: '请立即拨打{call}，不要贸然下水',
    en: 'Call {call} now and do not go into the water yourself',
  },
  traffic: { zh: '请先撤到路外安全处，立即拨打{call}', en: 'Get off the road to safety and call {call} now' },
  trapped: { zh: '请保持冷静，立即拨打{call}', en: 'Stay calm and call {call} now' },
  missing: { zh: '请立即拨打{call}报警', en: 'Call {call} now' },
} as const satisfies Record<DangerKind, Record<TextLocale, string>>

/** The first words of the answer to a danger; `call` is the number that takes it. */
export const dangerAdvice = (kind: DangerKind, call: EmergencyNumber, locale: TextLocale): string =>
  firstAdvice[kind][locale].replace('{call}', call)
