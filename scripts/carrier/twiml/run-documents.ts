import { callParams } from '../calls/call.events.ts'
import { answerCall, endCall } from '../calls/call.machine.ts'
import type { Call, Source } from '../calls/call.models.ts'
import { hear } from '../calls/hear.ts'
import type { Core, Perform, Performed } from '../core/core.ts'
import { createScope, Interrupted } from '../core/scope.ts'
import { checkDocument } from './check.ts'
import { dial } from './dial.verb.ts'
import { enqueue } from './enqueue.verb.ts'
import { gather } from './gather.verb.ts'
import { allowedIn, voiceGrammar } from './grammar.voice.ts'
import type { DocumentUse } from './grammar.voice.ts'
import type { Loaded } from './load-document.ts'
import { loadDocument } from './load-document.ts'
import type { Element } from './parse.ts'
import { record, start, stop } from './record.verbs.ts'
import type { Next, Running, Verb } from './running.ts'
import { addressIn, DocumentFault } from './running.ts'
import { pause, play, say } from './speak.verbs.ts'

const redirect: Verb = (running, element) => {
  const method = element.attributes['method'] === 'GET' ? 'GET' : 'POST'
  return Promise.resolve({ to: 'document', source: { url: addressIn(running, element.text), method }, params: {} })
}

const verbs: Record<string, Verb> = {
  Say: say,
  Play: play,
  Pause: pause,
  Gather: gather,
  Dial: dial,
  Enqueue: enqueue,
  Leave: () => Promise.resolve({ to: 'left' }),
  Redirect: redirect,
  Record: record,
  Start: start,
  Stop: stop,
  Hangup: () => Promise.resolve({ to: 'hangup' }),
}

const load = (
  core: Core,
  call: Call,
  source: Source,
  use: DocumentUse,
  params: Record<string, string>,
): Promise<Loaded> => {
  const only = allowedIn[use]
  if (source.url === null) {
    const checked = checkDocument(source.twiml, voiceGrammar, only)
    if (checked.ok)
      return Promise.resolve({ ok: true, document: { verbs: checked.root.children, url: null, audio: false } })
    core.log.add('error', call.sid, checked.message, {}, checked.code)
    return Promise.resolve(checked)
  }
  return loadDocument(core, {
    about: call.sid,
    url: source.url,
    method: source.method,
    params: { ...callParams(core, call), ...params },
    fallback: use === 'call' ? call.fallback : null,
    grammar: voiceGrammar,
    only,
    textAs: 'Say',
  })
}

const perform = async (running: Running, element: Element, first: boolean): Promise<Next> => {
  const { core, call, use } = running
  if (element.name === 'Reject') {
    if (!first || call.answeredAt !== null)
      throw new DocumentFault(12200, '<Reject> must be the first verb of a call that is not answered')
    endCall(core, call, element.attributes['reason'] === 'busy' ? 'busy' : 'no-answer')
    return { to: 'hangup' }
  }
  const waits = element.name === 'Dial' && element.attributes['answerOnBridge'] === 'true'
  if (use === 'call' && call.direction === 'inbound' && !waits) answerCall(core, call)
  const verb = verbs[element.name]
  if (verb === undefined) throw new DocumentFault(12200, `unknown verb <${element.name}>`)
  return verb(running, element)
}

/** Builds the interpreter: documents run verb by verb, and a document that hands over is followed by the next. */
export const createPerform =
  (core: Core): Perform =>
  async (call, scope, source, { use, params = {} }): Promise<Performed> => {
    let next: Source | null = source
    let withParams = params
    while (next !== null) {
      const current: Source = next
      const loaded: Loaded = await scope.during(load(core, call, current, use, withParams))
      if (!loaded.ok) return 'failed'
      next = null
      const running: Running = { core, call, scope, base: loaded.document.url, use }
      for (const [index, element] of loaded.document.verbs.entries()) {
        const step: Next = await perform(running, element, index === 0)
        if (step.to === 'left') return 'left'
        if (step.to === 'hangup') return 'hangup'
        if (step.to !== 'document') continue
        next = step.source
        // The wait parameters of a queue come with every document played there.
        withParams = use === 'call' ? step.params : { ...params, ...step.params }
        break
      }
    }
    return 'end'
  }

const apology = 'We are sorry, an application error has occurred. Goodbye.'

/** Starts a call's own program: from the first document until nothing is left, then the call is hung up. */
export const startProgram = (core: Core, call: Call, source: Source, params: Record<string, string> = {}): void => {
  const scope = createScope(core.clock)
  call.program = scope
  const fail = async (): Promise<void> => {
    answerCall(core, call)
    hear(core, call, { kind: 'error', text: apology })
    await scope.sleep(2000)
  }
  const run = async (): Promise<void> => {
    try {
      const end = await core.perform(call, scope, source, { use: 'call', params })
      if (end === 'failed') await fail()
    } catch (problem) {
      if (problem instanceof Interrupted) return
      const code = problem instanceof DocumentFault ? problem.code : 12400
      core.log.add('error', call.sid, problem instanceof Error ? problem.message : String(problem), {}, code)
      await fail().catch(() => undefined)
    }
    if (scope.ended() !== null) return
    answerCall(core, call)
    endCall(core, call, 'completed')
  }
  void run()
}

/** Cuts off what the call is doing and continues with another document (REST redirect). */
export const redirectCall = (core: Core, call: Call, source: Source): void => {
  const program = call.program
  call.program = null
  program?.end('redirect')
  call.seat?.leave('redirect')
  call.listener = null
  startProgram(core, call, source)
}
