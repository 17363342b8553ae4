import { fireEvent } from '@testing-library/dom'
import { afterEach, describe, expect, it } from 'vitest'
import { createShortcuts } from '../../../console/shared/create-shortcuts.ts'
import { clearScreen, show } from '../../support/screen.tsx'

afterEach(clearScreen)

describe('a key that stays down', () => {
  it('is one press, except for moving in a list', async () => {
    const ran: string[] = []
    const Page = () => {
      createShortcuts(
        () => 'page',
        [
          { keys: 'enter', label: () => 'confirm', run: () => ran.push('enter') },
          { keys: 'j', label: () => 'next', run: () => ran.push('j'), repeats: true },
        ],
      )
      return <p>page</p>
    }
    await show(() => <Page />, {})
    for (const key of ['Enter', 'j']) {
      fireEvent.keyDown(document.body, { key })
      for (let times = 0; times < 3; times++) {
        const goesOn = fireEvent.keyDown(document.body, { key, repeat: true })
        expect(goesOn, 'the page alone takes it').toBe(false)
      }
    }
    expect(ran).toEqual(['enter', 'j', 'j', 'j', 'j'])
  })
})
