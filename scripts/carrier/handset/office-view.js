import { fill, h } from './dom.js'
import { changed, send, store } from './store.js'
import { short, t } from './words.js'

const kinds = ['all', 'webhook', 'rest', 'state', 'warning', 'error', 'fault']
const label = (kind) => (kind === 'state' ? t('stateKind') : t(kind))
const opened = new Set()

const lineOf = (line) => {
  const detail = line.detail === undefined ? null : h('pre', {}, JSON.stringify(line.detail, null, 2))
  const summary = [
    h('span.tag', { class: `tag tag-${line.kind}` }, label(line.kind)),
    h('time', {}, line.at.slice(11, 23)),
    line.code === undefined ? null : h('span.code', {}, String(line.code)),
    h('span.what', {}, line.text),
  ]
  if (detail === null) return h('li.log-line', {}, h('div.log-summary', {}, summary))
  return h(
    'li.log-line',
    {},
    h(
      'details',
      {
        open: opened.has(line.n),
        ontoggle: (event) => (event.currentTarget.open ? opened.add(line.n) : opened.delete(line.n)),
      },
      h('summary.log-summary', {}, summary),
      detail,
    ),
  )
}

/** Draws the log, newest first; lines that were opened stay open. */
export const drawLog = (body) => {
  const shown = store.log
    .filter((line) => store.logKind === 'all' || line.kind === store.logKind)
    .slice(-150)
    .reverse()
  const list = h(
    'ol.log',
    { tabindex: '0', 'aria-label': t('log') },
    shown.length === 0 ? h('li.quiet', {}, t('noLog')) : shown.map(lineOf),
  )
  const old = body.querySelector('.log')
  const scroll = old?.scrollTop ?? 0
  fill(
    body,
    h(
      'div.log-bar',
      {},
      h(
        'div.filters',
        { role: 'group', 'aria-label': t('log') },
        kinds.map((kind) =>
          h(
            'button.filter',
            {
              type: 'button',
              'aria-pressed': String(store.logKind === kind),
              onclick: () => {
                store.logKind = kind
                changed('log')
              },
            },
            label(kind),
          ),
        ),
      ),
      h('a.ghost', { href: '/control/log.txt', target: '_blank' }, t('export')),
      h(
        'button.ghost',
        {
          type: 'button',
          onclick: () => send('DELETE', '/control/log').then(() => ((store.log = []), changed('log'))),
        },
        t('clear'),
      ),
    ),
    list,
  )
  list.scrollTop = scroll
}

const block = (title, rows, none) =>
  h('section.block', {}, h('h3', {}, title), rows.length === 0 ? h('p.quiet', {}, none) : h('ul', {}, rows))

/** Draws what exists now: softphones, conferences, queues. */
export const drawState = (body) => {
  const { clients, conferences, queues } = store.now
  fill(
    body,
    h(
      'div.now',
      {},
      block(
        t('softphones'),
        clients.map((one) => h('li', {}, h('span.dot', { 'aria-hidden': 'true' }), one)),
        t('nobody'),
      ),
      block(
        t('rooms'),
        conferences.map((room) =>
          h(
            'li',
            {},
            h('strong', {}, room.name),
            h('span.quiet', {}, `${room.status} · ${room.participants.map(short).join('、') || '—'}`),
          ),
        ),
        t('none'),
      ),
      block(
        t('queues'),
        queues.map((queue) =>
          h('li', {}, h('strong', {}, queue.name), h('span.quiet', {}, t('waitingCount', queue.size))),
        ),
        t('none'),
      ),
    ),
  )
}
