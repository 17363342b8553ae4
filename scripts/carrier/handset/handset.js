import { currentCall, drawCall, pressKey } from './call-view.js'
import { fill, h, icon, tabs } from './dom.js'
import { drawFaults } from './fault-view.js'
import { drawLog, drawState } from './office-view.js'
import { callsOf, changed, follow, isLive, loadPhone, savePhones, store, watch } from './store.js'
import { drawTexts } from './text-view.js'
import { currentLanguage, switchLanguage, t } from './words.js'

const at = (id) => document.getElementById(id)
const themes = ['auto', 'light', 'dark']
let theme = themes.includes(localStorage.getItem('carrier-theme')) ? localStorage.getItem('carrier-theme') : 'auto'

const applyTheme = () => {
  document.documentElement.dataset.theme = theme
  at('theme').textContent = t('theme')[theme]
}

const choosePhone = (number) => {
  store.active = number
  store.openCall = null
  savePhones()
  changed('phone')
}

const removePhone = (number) => {
  store.phones = store.phones.filter((one) => one !== number)
  if (store.active === number) store.active = store.phones[0]
  savePhones()
  changed('phone')
}

const phoneRow = (number) => {
  const talking = callsOf(number).find(isLive)
  const unread = store.unread.get(number) ?? 0
  return h(
    'li',
    {},
    h(
      'button.phone',
      { type: 'button', 'aria-pressed': String(number === store.active), onclick: () => choosePhone(number) },
      h('span.phone-number', {}, number),
      talking ? h('span.live', {}, t(talking.status === 'in-progress' ? 'talking' : 'ringing')) : null,
      unread > 0 ? h('span.count', {}, String(unread)) : null,
    ),
    store.phones.length > 1
      ? h(
          'button.drop',
          { type: 'button', 'aria-label': `${t('remove')} ${number}`, onclick: () => removePhone(number) },
          icon('close'),
        )
      : null,
  )
}

const drawPhone = () => {
  fill(at('phones'), store.phones.map(phoneRow))
  at('device-number').textContent = store.active
  const unread = store.unread.get(store.active) ?? 0
  tabs(
    at('segments'),
    [
      { key: 'call', label: t('call') },
      { key: 'texts', label: t('texts'), count: unread },
    ],
    store.tab,
    (key) => {
      store.tab = key
      changed('phone')
    },
  )
  if (store.hotlines.length === 0) return
  if (store.tab === 'call') drawCall(at('screen'))
  else drawTexts(at('screen'))
}

const views = { log: drawLog, faults: drawFaults, state: drawState }

const drawOffice = () => {
  const items = [
    { key: 'log', label: t('log') },
    { key: 'faults', label: t('faults'), count: store.faults.length },
    { key: 'state', label: t('state') },
  ]
  tabs(at('office-tabs'), items, store.office, (key) => {
    store.office = key
    fill(at('office'))
    changed('office')
  })
  views[store.office](at('office'))
}

const drawFrame = () => {
  document.documentElement.lang = currentLanguage() === 'zh' ? 'zh-CN' : 'en'
  document.title = t('title')
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t)
  at('language').textContent = currentLanguage() === 'zh' ? 'English' : '中文'
  at('link').textContent = store.linked ? t('online') : t('offline')
  at('link').dataset.on = String(store.linked)
  at('desk').dataset.pane = store.pane
  at('panes').setAttribute('aria-label', t('title'))
  fill(
    at('panes'),
    ['phone', 'office'].map((pane) =>
      h(
        'button.pane',
        {
          type: 'button',
          'aria-pressed': String(store.pane === pane),
          onclick: () => {
            store.pane = pane
            changed('all')
          },
        },
        icon(pane === 'phone' ? 'phone' : 'keypad'),
        t(pane === 'phone' ? 'phonePane' : 'officePane'),
      ),
    ),
  )
  applyTheme()
}

watch((parts) => {
  const all = parts.has('all')
  if (all || parts.has('link')) drawFrame()
  if (all || parts.has('phone')) drawPhone()
  const part = { log: 'log', faults: 'faults', state: 'state' }[store.office]
  if (all || parts.has('office') || parts.has('faults') || parts.has(part)) drawOffice()
})

at('language').addEventListener('click', () => {
  switchLanguage()
  changed('all')
})
at('theme').addEventListener('click', () => {
  theme = themes[(themes.indexOf(theme) + 1) % themes.length]
  localStorage.setItem('carrier-theme', theme)
  applyTheme()
})
at('new-phone').addEventListener('submit', (event) => {
  event.preventDefault()
  const input = at('new-number')
  const number = input.value.trim()
  if (!store.phones.includes(number)) store.phones.push(number)
  input.value = '+86138'
  choosePhone(number)
  void loadPhone(number)
})
document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !/^[0-9*#]$/.test(event.key)) return
  if (store.tab === 'call' && currentCall() !== undefined) pressKey(event.key)
})

if (!store.phones.includes(store.active)) store.active = store.phones[0]
drawFrame()
follow()
