/** Everything the page knows. Views read it; `changed` tells them to draw again. */
export const store = {
  phones: JSON.parse(localStorage.getItem('carrier-phones') ?? '["+8613800010001","+8613900020002"]'),
  active: localStorage.getItem('carrier-active') ?? '+8613800010001',
  tab: 'call',
  office: 'log',
  pane: 'phone',
  line: '',
  hotlines: [],
  calls: new Map(),
  messages: new Map(),
  unread: new Map(),
  openCall: null,
  log: [],
  logKind: 'all',
  faultKinds: {},
  faults: [],
  now: { clients: [], conferences: [], queues: [] },
  linked: false,
}

const logLimit = 400
const watchers = new Set()
let pending = new Set()

/** Draws once per frame, whatever came in. */
export const changed = (part) => {
  if (pending.size === 0)
    requestAnimationFrame(() => {
      const parts = pending
      pending = new Set()
      for (const watcher of watchers) watcher(parts)
    })
  pending.add(part)
}
export const watch = (watcher) => watchers.add(watcher)

const json = async (answer) => {
  const body = answer.status === 204 ? {} : await answer.json()
  if (!answer.ok) throw new Error(body.message ?? String(answer.status))
  return body
}

export const get = (path) => fetch(path).then(json)
export const send = (method, path, body) =>
  fetch(path, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).then(json)

const keepCall = (call) => {
  const known = store.calls.get(call.sid)
  store.calls.set(call.sid, { lines: [], ...known, ...call })
}

const live = (call) => call.status === 'queued' || call.status === 'ringing' || call.status === 'in-progress'
export const isLive = live
export const callsOf = (number) =>
  [...store.calls.values()].filter((call) => call.party === number).sort((a, b) => b.createdAt - a.createdAt)
export const textsOf = (number) => store.messages.get(number) ?? []
export const partnerOf = (call) => (call.direction === 'inbound' ? call.to : call.from)

const putMessage = (number, message) => {
  const list = store.messages.get(number) ?? []
  const index = list.findIndex((one) => one.sid === message.sid)
  if (index >= 0) list[index] = message
  else {
    list.push(message)
    const looking = store.active === number && store.tab === 'texts'
    if (message.direction !== 'inbound' && !looking) store.unread.set(number, (store.unread.get(number) ?? 0) + 1)
  }
  store.messages.set(number, list.slice(-500))
}

export const loadPhone = async (number) => {
  const query = `number=${encodeURIComponent(number)}`
  const [{ calls }, { messages }] = await Promise.all([
    get(`/control/calls?${query}`),
    get(`/control/messages?${query}`),
  ])
  for (const call of calls) keepCall(call)
  store.messages.set(number, messages)
  changed('phone')
}

const loadOffice = async () => {
  const [state, faults, log] = await Promise.all([get('/control/state'), get('/control/faults'), get('/control/log')])
  store.hotlines = state.hotlines
  if (!store.hotlines.includes(store.line)) store.line = state.hotlines[0] ?? ''
  store.now = state
  store.faultKinds = faults.kinds
  store.faults = faults.faults
  store.log = log.lines.slice(-logLimit)
  changed('office')
  changed('phone')
}

const known = (number) => store.phones.includes(number)

const onCall = async (data) => {
  const party = data.direction === 'inbound' ? data.from : data.to
  if (!known(party)) return
  if (!store.calls.has(data.sid)) {
    keepCall({ ...data, party, createdAt: Date.now(), lines: [] })
    if (data.direction !== 'inbound' && party === store.active) {
      store.tab = 'call'
      store.openCall = data.sid
    }
  } else keepCall(data)
  changed('phone')
  const full = await get(`/control/calls/${data.sid}`)
  keepCall(full)
  changed('phone')
}

const onLine = ({ callSid, ...line }) => {
  const call = store.calls.get(callSid)
  if (call === undefined || call.lines.some((one) => one.n === line.n)) return
  call.lines.push(line)
  changed('phone')
}

const onMessage = (message) => {
  const number = message.direction === 'inbound' ? message.from : message.to
  if (!known(number)) return
  putMessage(number, message)
  changed('phone')
}

const onLog = (line) => {
  store.log.push(line)
  if (store.log.length > logLimit * 1.5) store.log = store.log.slice(-logLimit)
  changed('log')
}

let stateTimer = 0
const refreshState = () => {
  clearTimeout(stateTimer)
  stateTimer = setTimeout(() => void readState(), 300)
}
const readState = async () => {
  store.now = await get('/control/state')
  changed('state')
}

/** Follows the carrier; after a break everything is read again. */
export const follow = () => {
  const source = new EventSource('/control/events')
  const on = (type, act) => source.addEventListener(type, (event) => act(JSON.parse(event.data)))
  on('call', onCall)
  on('line', onLine)
  on('message', onMessage)
  on('log', (line) => {
    onLog(line)
    if (line.kind === 'state' || line.kind === 'fault') refreshState()
  })
  source.addEventListener('open', () => {
    store.linked = true
    changed('link')
    for (const phone of store.phones) void loadPhone(phone)
    void loadOffice()
  })
  source.addEventListener('error', () => {
    store.linked = false
    changed('link')
  })
}

export const savePhones = () => {
  localStorage.setItem('carrier-phones', JSON.stringify(store.phones))
  localStorage.setItem('carrier-active', store.active)
}
