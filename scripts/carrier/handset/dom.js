/** Makes an element: `h('button.solid', { onclick }, 'text', child)`. */
export const h = (spec, props = {}, ...children) => {
  const [tag, ...classes] = spec.split('.')
  const element = document.createElement(tag)
  if (classes.length > 0) element.className = classes.join(' ')
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else if (name in element && typeof value !== 'string') element[name] = value
    else element.setAttribute(name, value === true ? '' : value)
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false))
  return element
}

export const fill = (element, ...children) => element.replaceChildren(...children.flat().filter(Boolean))

const shapes = {
  phone: 'M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2z',
  message: 'M4 5h16v11H9l-5 4z',
  clip: 'M20 11.5 12 19.5a5 5 0 0 1-7-7l8-8a3.4 3.4 0 0 1 4.8 4.8l-8 8a1.7 1.7 0 0 1-2.4-2.4l7.4-7.4',
  send: 'M4 12 20 4l-6 16-3-7z',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  keypad: 'M6 6h.01M12 6h.01M18 6h.01M6 12h.01M12 12h.01M18 12h.01M6 18h.01M12 18h.01M18 18h.01',
}

/** A small line icon; decorative, the word beside it or the label speaks. */
export const icon = (name) => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', `icon icon-${name}`)
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', shapes[name])
  svg.append(path)
  return svg
}

export const clock = (ms) => {
  const at = new Date(ms)
  return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}

export const span = (ms) => {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}

/** A row of tabs that arrow keys move along. */
export const tabs = (list, items, active, choose) => {
  const move = (event, index) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    choose(items[(index + step + items.length) % items.length].key)
    list.querySelector('[aria-selected="true"]')?.focus()
  }
  fill(
    list,
    items.map((item, index) =>
      h(
        'button.segment',
        {
          type: 'button',
          role: 'tab',
          'aria-selected': String(item.key === active),
          tabindex: item.key === active ? '0' : '-1',
          onclick: () => choose(item.key),
          onkeydown: (event) => move(event, index),
        },
        item.label,
        item.count ? h('span.count', {}, String(item.count)) : null,
      ),
    ),
  )
}

/** The scrolling box in which lines of a talk or thread appear; new ones are announced. */
export const heardBox = (label) =>
  h('div.lines-heard', { role: 'log', 'aria-live': 'polite', 'aria-label': label, tabindex: '0' }, h('ol'))
