import { configure } from '@testing-library/dom'
import { afterEach, beforeEach } from 'vitest'
import { clearScreen } from './screen.tsx'

// What is waited for comes in milliseconds; on a machine that does much else it may take its time.
configure({ asyncUtilTimeout: 10_000 })

beforeEach(() => {
  // The document knows no default: what floats would wait for ever for the end of an animation without a name.
  const style = document.createElement('style')
  style.textContent = '* { animation-name: none }'
  document.head.replaceChildren(style)
})
afterEach(clearScreen)
