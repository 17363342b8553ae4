import { clock, fill, h, heardBox, icon, span } from './dom.js'
import { callsOf, changed, get, isLive, partnerOf, send, store } from './store.js'
import { currentLanguage, lineName, short, t } from './words.js'

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#']

export const currentCall = () => {
  const opened = store.openCall === null ? undefined : store.calls.get(store.openCall)
  if (opened !== undefined && opened.party === store.active) return opened
  return callsOf(store.active).find(isLive)
}

const act = (sid, what, body = {}) =>
  send('POST', `/control/calls/${sid}/${what}`, body).catch(() => get(`/control/calls/${sid}`))

export const pressKey = (key) => {
  const call = currentCall()
  if (call?.status === 'in-progress') void act(call.sid, 'press', { digits: key })
}

const dial = async () => {
  const call = await send('POST', '/control/calls', { from: store.active, to: store.line })
  store.calls.set(call.sid, call)
  store.openCall = call.sid
  changed('phone')
}

const chooser = () =>
  h(
    'fieldset.lines',
    {},
    h('legend', {}, t('dialWhom')),
    store.hotlines.map((number) =>
      h(
        'label.line',
        {},
        h('input', {
          type: 'radio',
          name: 'line',
          value: number,
          checked: number === store.line,
          onchange: () => {
            store.line = number
            changed('phone')
          },
        }),
        h('span.line-number', {}, short(number)),
        h('span.line-name', {}, lineName(number)),
      ),
    ),
  )

const recent = () => {
  const calls = callsOf(store.active).slice(0, 6)
  return h(
    'div.recent',
    {},
    h('h3', {}, t('recent')),
    calls.length === 0
      ? h('p.quiet', {}, t('noRecent'))
      : h(
          'ul',
          {},
          calls.map((call) =>
            h(
              'li',
              {},
              h(
                'button.recent-call',
                {
                  type: 'button',
                  onclick: () => {
                    store.openCall = call.sid
                    changed('phone')
                  },
                },
                h('span.arrow', { 'aria-hidden': 'true' }, call.direction === 'inbound' ? '↗' : '↙'),
                h('span', {}, short(partnerOf(call))),
                h('span.quiet', {}, t('status')[call.status] ?? call.status),
                h('time.quiet', {}, clock(call.createdAt)),
              ),
            ),
          ),
        ),
  )
}

const idle = () =>
  h(
    'div.idle',
    {},
    chooser(),
    h('button.dial', { type: 'button', onclick: dial }, icon('phone'), t('dial', short(store.line))),
    recent(),
  )

const lineText = (line) => {
  if (line.kind === 'music') return `♪ ${t('music')}`
  if (line.kind === 'tone')
    return line.text === 'beep' ? t('beep') : line.text === 'ringback' ? t('ringback') : line.text
  const pressed = line.kind === 'own' ? /^\[([0-9*#]+)\]$/.exec(line.text) : null
  return pressed === null ? line.text : t('pressed', pressed[1])
}

const bubble = (line) => {
  const small = line.kind === 'music' || line.kind === 'tone' || line.kind === 'play'
  if (small) return h('li.sound', {}, lineText(line))
  const own = line.kind === 'own'
  const who = own ? t('me') : (line.speaker ?? t('hotline'))
  return h(`li.bubble.${own ? 'own' : line.kind}`, {}, h('span.who', {}, who), h('span.said', {}, lineText(line)))
}

const lastStatus = (call) => {
  if (call.status === 'in-progress') return t('talking')
  if (call.status === 'queued' || call.status === 'ringing')
    return call.direction === 'inbound' ? t('dialling') : t('ringing')
  return `${t('ended')} · ${t('status')[call.status] ?? call.status}`
}

const stateOf = (call) => [
  lastStatus(call),
  call.answeredAt
    ? h(
        'span.timer',
        { 'data-since': String(call.answeredAt), 'data-until': String(call.endedAt ?? '') },
        span((call.endedAt ?? Date.now()) - call.answeredAt),
      )
    : null,
]

const heading = (call) =>
  h(
    'div.call-head',
    {},
    h('p.call-with', {}, short(partnerOf(call))),
    h('p.call-state', { role: 'status' }, stateOf(call)),
  )

const ring = (call) =>
  h(
    'div.ring',
    {},
    h('p.ring-who', {}, t('incoming', short(partnerOf(call)))),
    h(
      'div.ring-actions',
      {},
      h(
        'button.round.bad',
        { type: 'button', onclick: () => act(call.sid, 'hangup') },
        icon('phone'),
        h('span', {}, t('decline')),
      ),
      h(
        'button.round.ok',
        { type: 'button', onclick: () => act(call.sid, 'answer') },
        icon('phone'),
        h('span', {}, t('accept')),
      ),
    ),
  )

const keypad = () =>
  h(
    'div.keypad',
    { role: 'group', 'aria-label': t('keypad') },
    keys.map((key) => h('button.key', { type: 'button', onclick: () => pressKey(key) }, key)),
  )

const composer = (call) =>
  h(
    'form.composer',
    {
      onsubmit: (event) => {
        event.preventDefault()
        const input = event.currentTarget.elements.said
        const text = input.value.trim()
        if (text === '') return
        input.value = ''
        void act(call.sid, 'say', { text })
      },
    },
    h('label.hidden', { for: 'said' }, t('say')),
    h('input', { id: 'said', name: 'said', autocomplete: 'off', placeholder: t('sayHint') }),
    h('button.solid', { type: 'submit' }, t('say')),
  )

const over = () =>
  h(
    'button.ghost.wide',
    {
      type: 'button',
      onclick: () => {
        store.openCall = null
        changed('phone')
      },
    },
    t('back'),
  )

const hangUp = (call) =>
  h('button.hangup', { type: 'button', onclick: () => act(call.sid, 'hangup') }, icon('phone'), t('hangUp'))

const talk = (call) =>
  h(
    'div.talk',
    {},
    heading(call),
    heardBox(t('call')),
    ...(isLive(call) ? [composer(call), keypad(), hangUp(call)] : [over()]),
  )

/** Adds the lines that are not there yet, so that a screen reader hears each once. */
const addLines = (screen, call) => {
  const list = screen.querySelector('.lines-heard ol')
  const shown = Number(list.dataset.last ?? 0)
  const fresh = call.lines.filter((line) => line.n > shown)
  if (fresh.length > 0) {
    list.querySelector('.placeholder')?.remove()
    list.append(...fresh.map(bubble))
    list.dataset.last = String(Math.max(...fresh.map((line) => line.n)))
    list.parentElement.scrollTop = list.parentElement.scrollHeight
  } else if (list.childElementCount === 0) list.append(h('li.sound.placeholder', {}, isLive(call) ? t('waiting') : '—'))
}

const phaseOf = (call) => {
  if (!isLive(call)) return 'over'
  return call.direction !== 'inbound' && call.status !== 'in-progress' ? 'ring' : 'talk'
}

/** Draws the call side of the handset; what is being typed and what was heard stay where they are. */
export const drawCall = (screen) => {
  const call = currentCall()
  const phase = call === undefined ? 'idle' : phaseOf(call)
  const key = `${phase} ${call?.sid ?? ''} ${currentLanguage()}`
  if (phase === 'idle') fill(screen, idle())
  else if (screen.dataset.key !== key) fill(screen, phase === 'ring' ? ring(call) : talk(call))
  else if (phase === 'talk') fill(screen.querySelector('.call-state'), stateOf(call))
  screen.dataset.key = key
  if (phase === 'talk' || phase === 'over') addLines(screen, call)
}

setInterval(() => {
  const timer = document.querySelector('.timer')
  if (timer !== null && timer.dataset.until === '') timer.textContent = span(Date.now() - Number(timer.dataset.since))
}, 1000)
