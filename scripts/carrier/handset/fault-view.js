import { fill, h } from './dom.js'
import { changed, get, send, store } from './store.js'
import { currentLanguage, t } from './words.js'

const nameOf = (kind) => store.faultKinds[kind]?.[currentLanguage()] ?? kind

const reload = async () => {
  store.faults = (await get('/control/faults')).faults
  changed('faults')
}

const turnOff = (path) => send('DELETE', path).then(reload)

const active = () =>
  store.faults.length === 0
    ? h('p.quiet', {}, t('noFaults'))
    : h(
        'ul.fault-list',
        {},
        store.faults.map((fault) =>
          h(
            'li',
            {},
            h(
              'div',
              {},
              h('strong', {}, nameOf(fault.kind)),
              h(
                'span.quiet',
                {},
                [fault.match, fault.left === null ? '' : `×${fault.left}`, fault.ms ? `${fault.ms} ms` : '']
                  .filter(Boolean)
                  .join(' · '),
              ),
            ),
            h('button.ghost', { type: 'button', onclick: () => turnOff(`/control/faults/${fault.id}`) }, t('turnOff')),
          ),
        ),
      )

const groups = () => [...new Set(Object.values(store.faultKinds).map((kind) => kind.group))]

const switchOn = async (form) => {
  const { kind, match, times, ms } = form.elements
  await send('POST', '/control/faults', {
    kind: kind.value,
    ...(match.value === '' ? {} : { match: match.value }),
    ...(times.value === '' ? {} : { times: Number(times.value) }),
    ...(ms.value === '' ? {} : { ms: Number(ms.value) }),
  })
  await reload()
}

const adder = () => {
  const first = Object.keys(store.faultKinds)[0]
  const ms = h('input', {
    name: 'ms',
    inputmode: 'numeric',
    pattern: '[0-9]*',
    value: String(store.faultKinds[first]?.ms ?? ''),
  })
  const kinds = h(
    'select',
    { name: 'kind', onchange: (event) => (ms.value = String(store.faultKinds[event.target.value].ms)) },
    groups().map((group) =>
      h(
        'optgroup',
        { label: t('groups')[group] },
        Object.entries(store.faultKinds)
          .filter(([, kind]) => kind.group === group)
          .map(([name]) => h('option', { value: name }, nameOf(name))),
      ),
    ),
  )
  return h(
    'form.fault-form',
    {
      onsubmit: (event) => {
        event.preventDefault()
        void switchOn(event.currentTarget)
      },
    },
    h('h3', {}, t('addFault')),
    h('label.field', {}, h('span', {}, t('kind')), kinds),
    h('label.field', {}, h('span', {}, t('match')), h('input', { name: 'match', placeholder: t('matchHint') })),
    h(
      'label.field.half',
      {},
      h('span', {}, t('times')),
      h('input', { name: 'times', inputmode: 'numeric', pattern: '[0-9]*', placeholder: t('timesHint') }),
    ),
    h('label.field.half', {}, h('span', {}, t('delay')), ms),
    h('button.solid.wide', { type: 'submit' }, t('turnOn')),
  )
}

/** Draws the fault panel: what is switched on, and a form to switch on more. */
export const drawFaults = (body) => {
  const list = h(
    'div.fault-active',
    {},
    h(
      'div.row.between',
      {},
      h('h3', {}, t('activeFaults')),
      store.faults.length > 1
        ? h('button.ghost', { type: 'button', onclick: () => turnOff('/control/faults') }, t('turnAllOff'))
        : null,
    ),
    active(),
  )
  const form = body.querySelector('.fault-form')
  if (form !== null && form.dataset.language === currentLanguage())
    body.querySelector('.fault-active').replaceWith(list)
  else {
    const made = adder()
    made.dataset.language = currentLanguage()
    fill(body, h('div.faults', {}, list, made))
  }
}
