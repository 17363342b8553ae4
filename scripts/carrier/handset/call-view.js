import { clock, fill, h, icon, span } from './dom.js'
import { callsOf, changed, get, isLive, partnerOf, send, store } from './store.js'
import { lineName, short, t } from './words.js'

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

const heading = (call) =>
  h(
    'div.call-head',
    {},
    h('p.call-with', {}, short(partnerOf(call))),
    h(
      'p.call-state',
      { role: 'status' },
      lastStatus(call),
      call.answeredAt
        ? h(
            'span.timer',
            { 'data-since': String(call.answeredAt), 'data-until': String(call.endedAt ?? '') },
            span((call.endedAt ?? Date.now()) - call.answeredAt),
          )
        : null,
    ),
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

const talk = (call) => {
  const live = isLive(call)
  const lines = call.lines.length === 0 ? [h('li.sound', {}, live ? t('waiting') : '—')] : call.lines.map(bubble)
  return h(
    'div.talk',
    { 'data-call': call.sid },
    heading(call),
    h('ol.lines-heard', { role: 'log', 'aria-live': 'polite', tabindex: '0', 'aria-label': t('call') }, lines),
    live ? composer(call) : null,
    live ? keypad() : null,
    live
      ? h('button.hangup', { type: 'button', onclick: () => act(call.sid, 'hangup') }, icon('phone'), t('hangUp'))
      : h(
          'button.ghost.wide',
          {
            type: 'button',
            onclick: () => {
              store.openCall = null
              changed('phone')
            },
          },
          t('back'),
        ),
  )
}

/** Draws the call side of the handset, keeping what is being typed. */
export const drawCall = (screen) => {
  const call = currentCall()
  const typed = screen.querySelector('#said')
  const same = screen.querySelector('.talk')?.dataset.call === call?.sid
  const kept = same && typed !== null ? { value: typed.value, focused: document.activeElement === typed } : null
  const ringing =
    call !== undefined && call.direction !== 'inbound' && (call.status === 'ringing' || call.status === 'queued')
  fill(screen, call === undefined ? idle() : ringing ? ring(call) : talk(call))
  const said = screen.querySelector('#said')
  if (said !== null && kept !== null) {
    said.value = kept.value
    if (kept.focused) said.focus()
  }
  const log = screen.querySelector('.lines-heard')
  if (log !== null) log.scrollTop = log.scrollHeight
}

setInterval(() => {
  const timer = document.querySelector('.timer')
  if (timer !== null && timer.dataset.until === '') timer.textContent = span(Date.now() - Number(timer.dataset.since))
}, 1000)
