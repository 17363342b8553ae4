import { Interrupted } from '../core/scope.ts'
import type { Timer } from '../core/clock.ts'
import type { Element } from './parse.ts'
import type { Next, Running } from './running.ts'
import { actionOf, count, flag, goOn } from './running.ts'
import { prompts } from './speak.verbs.ts'

type Heard = { digits: string } | { speech: string } | null

/**
 * `<Gather>`: plays its prompts and listens at the same time; a key or a word cuts the prompts short. Input goes to
 * `action` (this document when it is missing); none goes on, unless `actionOnEmptyResult`.
 */
export const gather = async (running: Running, element: Element): Promise<Next> => {
  const { core, call, scope } = running
  const { attributes } = element
  const input = attributes['input'] ?? 'dtmf'
  const timeoutMs = count(attributes['timeout'], 5) * 1000
  const finish = attributes['finishOnKey'] ?? '#'
  const limit = count(attributes['numDigits'], Number.POSITIVE_INFINITY)
  const prompt = scope.child()
  const heard = await scope.wait<Heard>((done) => {
    let digits = ''
    let timer: Timer | null = null
    const finished = (result: Heard): void => {
      timer?.cancel()
      call.listener = null
      prompt.end('done')
      done(result)
    }
    const arm = (): void => {
      timer?.cancel()
      timer = core.clock.after(timeoutMs, () => finished(digits === '' ? null : { digits }))
    }
    call.listener = {
      digit: (digit) => {
        if (!input.includes('dtmf')) return
        prompt.end('done')
        if (finish.includes(digit)) {
          finished(digits === '' ? null : { digits })
          return
        }
        digits += digit
        if (digits.length >= limit) finished({ digits })
        else arm()
      },
      speech: (text) => {
        if (input.includes('speech')) finished({ speech: text })
      },
    }
    prompts({ ...running, scope: prompt }, element.children).then(arm, (problem: unknown) => {
      if (!(problem instanceof Interrupted)) finished(null)
    })
    return () => {
      timer?.cancel()
      call.listener = null
      prompt.end('done')
    }
  })
  if (heard === null && !flag(attributes['actionOnEmptyResult'], false)) return goOn
  const source = actionOf(running, element, true)
  if (source === null) return goOn
  if (heard === null) return { to: 'document', source, params: { Digits: '' } }
  if ('digits' in heard) return { to: 'document', source, params: { Digits: heard.digits } }
  const confidence = (0.8 + core.random.next() * 0.19).toFixed(4)
  const language = attributes['language'] ?? 'en-US'
  return { to: 'document', source, params: { SpeechResult: heard.speech, Confidence: confidence, Language: language } }
}
