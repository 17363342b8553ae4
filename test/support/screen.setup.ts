import { afterEach, beforeEach } from 'vitest'
import { clearScreen } from './screen.tsx'

beforeEach(() => {
  // The document knows no default: what floats would wait for ever for the end of an animation without a name.
  const style = document.createElement('style')
  style.textContent = '* { animation-name: none }'
  document.head.replaceChildren(style)
})
afterEach(clearScreen)
