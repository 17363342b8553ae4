import { clock, fill, h, heardBox, icon } from './dom.js'
import { changed, send, store, textsOf } from './store.js'
import { currentLanguage, lineName, short, t } from './words.js'

let picture = null
let problem = ''
let drawn = ''

const readPicture = async (file) => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return { name: file.name, contentType: file.type, base64 }
}

const sendText = async (form) => {
  const body = form.elements.body.value
  if (body.trim() === '' && picture === null) return
  const media = picture === null ? [] : [{ contentType: picture.contentType, base64: picture.base64 }]
  try {
    await send('POST', '/control/messages', { from: store.active, to: store.line, body, media })
    form.elements.body.value = ''
    picture = null
    problem = ''
  } catch (error) {
    problem = error.message
  }
  changed('phone')
}

const pictureOf = (message, media) =>
  message.direction === 'inbound' && media.contentType.startsWith('image/')
    ? h('img', { src: `/control/messages/${message.sid}/media/${media.sid}`, alt: t('picture'), loading: 'lazy' })
    : h('a', { href: media.url, rel: 'noreferrer', target: '_blank' }, `${t('picture')} · ${media.contentType}`)

const bubble = (message) => {
  const own = message.direction === 'inbound'
  const failed = message.status === 'undelivered' || message.status === 'failed'
  return h(
    `li.bubble.${own ? 'own' : 'say'}${failed ? '.failed' : ''}`,
    {},
    message.body === '' ? null : h('span.said', {}, message.body),
    message.media.map((media) => pictureOf(message, media)),
    h(
      'span.meta',
      {},
      clock(message.at),
      ' · ',
      t('status')[message.status] ?? message.status,
      message.errorCode ? ` (${message.errorCode})` : '',
    ),
  )
}

/** Adds new texts and replaces those whose state changed. */
const updateThread = (list) => {
  const partner = (message) => (message.direction === 'inbound' ? message.to : message.from)
  const texts = textsOf(store.active).filter((message) => partner(message) === store.line)
  const known = new Map([...list.children].map((item) => [item.dataset.sid, item]))
  let added = false
  for (const message of texts) {
    const old = known.get(message.sid)
    if (old?.dataset.status === message.status) continue
    const item = bubble(message)
    item.dataset.sid = message.sid
    item.dataset.status = message.status
    if (old !== undefined) old.replaceWith(item)
    else {
      list.append(item)
      added = true
    }
  }
  if (texts.length > 0) list.querySelector('.empty')?.remove()
  else if (list.childElementCount === 0) list.append(h('li.empty', {}, t('noTexts')))
  if (added) list.parentElement.scrollTop = list.parentElement.scrollHeight
}

const lineSelect = () =>
  h(
    'label.to',
    {},
    h('span', {}, t('to')),
    h(
      'select',
      {
        onchange: (event) => {
          store.line = event.target.value
          changed('phone')
        },
      },
      store.hotlines.map((number) =>
        h('option', { value: number, selected: number === store.line }, `${short(number)} ${lineName(number)}`),
      ),
    ),
  )

const composer = (draft) =>
  h(
    'form.composer.text',
    {
      onsubmit: (event) => {
        event.preventDefault()
        void sendText(event.currentTarget)
      },
    },
    picture === null
      ? null
      : h(
          'div.attached',
          {},
          h('img', { src: `data:${picture.contentType};base64,${picture.base64}`, alt: picture.name }),
          h(
            'button.ghost',
            { type: 'button', 'aria-label': t('detach'), onclick: () => ((picture = null), changed('phone')) },
            icon('close'),
          ),
        ),
    problem === '' ? null : h('p.problem', { role: 'alert' }, problem),
    h(
      'label.attach',
      { title: t('attach') },
      icon('clip'),
      h('span.hidden', {}, t('attach')),
      h('input.hidden', {
        type: 'file',
        accept: 'image/*',
        onchange: async (event) => {
          const file = event.target.files[0]
          if (file !== undefined) picture = await readPicture(file)
          changed('phone')
        },
      }),
    ),
    h('label.hidden', { for: 'body' }, t('textHint')),
    h(
      'textarea',
      {
        id: 'body',
        name: 'body',
        rows: '1',
        placeholder: t('textHint'),
        onkeydown: (event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
          event.preventDefault()
          event.currentTarget.form.requestSubmit()
        },
      },
      draft,
    ),
    h('button.solid.send', { type: 'submit', 'aria-label': t('send') }, icon('send')),
  )

/** Draws the text side of the handset; the draft and the thread stay where they are. */
export const drawTexts = (screen) => {
  store.unread.delete(store.active)
  const key = `texts ${store.active} ${store.line} ${currentLanguage()}`
  if (screen.dataset.key !== key) {
    const draft = screen.querySelector('#body')?.value ?? ''
    fill(screen, h('div.texts', {}, lineSelect(), heardBox(t('texts')), composer(draft)))
    screen.dataset.key = key
    drawn = `${picture?.base64.length} ${problem}`
  }
  const now = `${picture?.base64.length} ${problem}`
  if (now !== drawn) {
    const old = screen.querySelector('.composer')
    const focused = old.contains(document.activeElement)
    old.replaceWith(composer(old.elements.body.value))
    if (focused) screen.querySelector('#body').focus()
    drawn = now
  }
  updateThread(screen.querySelector('.lines-heard ol'))
}
