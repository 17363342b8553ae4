import { hear } from '../calls/hear.ts'
import { reportAnnouncement } from '../calls/turn.events.ts'
import type { Element } from './parse.ts'
import type { Next, Running } from './running.ts'
import { addressIn, count, DocumentFault, goOn } from './running.ts'

const nominalPlayMs = 3000

const repeat = async (times: number, once: () => Promise<void>): Promise<void> => {
  // loop="0" means until the call ends; Twilio stops at 1000.
  for (let turn = 0; turn < (times === 0 ? 1000 : times); turn += 1) await once()
}

/** `<Say>`: the text is heard, and takes as long as it takes to speak. */
export const say = async ({ core, call, scope }: Running, element: Element): Promise<Next> => {
  const text = element.text.replace(/\s+/g, ' ').trim()
  const language = element.attributes['language']
  await repeat(count(element.attributes['loop'], 1), async () => {
    hear(core, call, { kind: 'say', text, ...(language === undefined ? {} : { language }) })
    reportAnnouncement(core, call, text)
    await scope.sleep(Array.from(text).length * core.settings.speechMsPerCharacter)
  })
  return goOn
}

/** `<Play>`: the file is asked for and must be audio (11200, 12300); it is heard as its address. */
export const play = async (running: Running, element: Element): Promise<Next> => {
  const { core, call, scope } = running
  const digits = element.attributes['digits']
  if (digits !== undefined) {
    hear(core, call, { kind: 'tone', text: digits })
    return goOn
  }
  if (element.text.trim() === '') throw new DocumentFault(12200, '<Play> needs an address or digits')
  const url = addressIn(running, element.text)
  const outcome = await scope.during(
    core.deliver({ url, method: 'GET', params: {}, purpose: 'control', about: call.sid }),
  )
  const type = outcome.ok ? (outcome.answer.type ?? '') : ''
  const problem = !outcome.ok || outcome.answer.status >= 400 ? 11200 : type.startsWith('audio/') ? null : 12300
  if (problem !== null) {
    core.log.add(
      'error',
      call.sid,
      `<Play> cannot use ${url} (${outcome.ok ? `${outcome.answer.status} ${type}` : outcome.message})`,
      {},
      problem,
    )
    return goOn
  }
  await repeat(count(element.attributes['loop'], 1), async () => {
    hear(core, call, { kind: 'play', text: url })
    await scope.sleep(nominalPlayMs)
  })
  return goOn
}

/** `<Pause>`: silence, in seconds. */
export const pause = async ({ scope }: Running, element: Element): Promise<Next> => {
  await scope.sleep(count(element.attributes['length'], 1) * 1000)
  return goOn
}

/** Runs the prompts nested in a Gather one after the other. */
export const prompts = async (running: Running, elements: readonly Element[]): Promise<void> => {
  for (const element of elements) {
    if (element.name === 'Say') await say(running, element)
    else if (element.name === 'Play') await play(running, element)
    else await pause(running, element)
  }
}
