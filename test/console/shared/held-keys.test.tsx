import fc from 'fast-check'
import { createSignal } from 'solid-js'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createShortcuts, activeShortcuts, holdBareKeys } from '../../../console/shared/create-shortcuts.ts'
import { behindLeader, isBareShortcut, parseShortcut } from '../../../console/shared/shortcut.models.ts'
import { Button } from '../../../console/ui/Button.tsx'
import { TextField } from '../../../console/ui/fields/TextField.tsx'
import { clearScreen, show } from '../../support/screen.tsx'

afterEach(clearScreen)

describe('the writing of a shortcut in a call', () => {
  it.each([
    ['n', 'f2 n'],
    ['1', 'f2 1'],
    ['?', 'f2 ?'],
    ['space', 'f2 space'],
    ['shift+a', 'f2 shift+a'],
    ['g t', 'f2 g t'],
    ['alt+n', 'alt+n'],
    ['mod+k', 'mod+k'],
    ['f1', 'f1'],
    ['esc', 'esc'],
    ['enter', 'enter'],
  ])('%s is %s', (usual, held) => {
    expect(behindLeader(usual)).toBe(held)
  })

  it('begins with no key that types, whatever it is', () => {
    const stroke = fc
      .tuple(fc.constantFrom('', 'mod+', 'alt+', 'shift+'), fc.constantFrom(...'abcxyz0189/?,.', 'enter', 'esc', 'f1'))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(stroke, { minLength: 1, maxLength: 2 }), (strokes) => {
        const held = behindLeader(strokes.join(' '))
        expect(isBareShortcut(held)).toBe(false)
        expect(behindLeader(held)).toBe(held)
        expect(parseShortcut(held).slice(-strokes.length)).toEqual(parseShortcut(strokes.join(' ')))
      }),
    )
  })
})

describe('while bare keys are held', () => {
  const scene = async () => {
    const [inCall, setInCall] = createSignal(true)
    const run = { n: vi.fn(), 'alt+n': vi.fn(), 'g t': vi.fn(), '4': vi.fn() }
    const Part = () => {
      holdBareKeys(inCall)
      createShortcuts(
        () => 'keys',
        [
          { keys: 'n', label: () => 'new', run: run.n },
          { keys: 'alt+n', label: () => 'new', run: run['alt+n'] },
          { keys: 'g t', label: () => 'tickets', run: run['g t'] },
          { keys: '4', label: () => 'grade', run: run['4'], asked: true },
        ],
      )
      const [text, setText] = createSignal('')
      return (
        <>
          <TextField label="words" value={text()} onChange={setText} />
          <Button keys="n">new</Button>
        </>
      )
    }
    const shown = await show(() => <Part />)
    const field = document.querySelector('input')
    if (!field) throw new Error('no field')
    return { ...shown, run, setInCall, field }
  }

  it('a letter sets nothing off, with the cursor in a field or in none; with a modifier it does', async () => {
    const { user, run, field } = await scene()
    await user.keyboard('ngt')
    await user.click(field)
    await user.keyboard('ngt')
    expect(field.value).toBe('ngt')
    expect([run.n, run['g t']].map((one) => one.mock.calls.length)).toEqual([0, 0])
    await user.keyboard('{Alt>}n{/Alt}')
    expect(run['alt+n']).toHaveBeenCalledOnce()
  })

  it('goes behind F2, from within a field too, which gets none of it; a letter behind F2 that is no shortcut is typed', async () => {
    const { user, run, field } = await scene()
    await user.click(field)
    await user.keyboard('{F2}n')
    await user.keyboard('{F2}gt')
    expect([run.n, run['g t']].map((one) => one.mock.calls.length)).toEqual([1, 1])
    await user.keyboard('{F2}q')
    expect(field.value).toBe('gq')
  })

  it('leaves the digits of a question that is put in the call as they are', async () => {
    const { user, run, field } = await scene()
    await user.keyboard('4')
    expect(run['4']).toHaveBeenCalledOnce()
    await user.click(field)
    await user.keyboard('4')
    expect(run['4']).toHaveBeenCalledOnce()
  })

  it('shows what is pressed now, on the button and in the list of keys, and the usual again afterwards', async () => {
    const { setInCall, user, run } = await scene()
    const caps = () => [...document.querySelectorAll('button kbd')].map((cap) => cap.textContent)
    const listed = () => activeShortcuts().flatMap(({ shortcuts }) => shortcuts.map(({ keys }) => keys))
    expect(caps()).toEqual(['F2', 'N'])
    expect(listed()).toEqual(['f2 n', 'alt+n', 'f2 g t', '4'])
    setInCall(false)
    expect(caps()).toEqual(['N'])
    expect(listed()).toEqual(['n', 'alt+n', 'g t', '4'])
    await user.keyboard('n')
    expect(run.n).toHaveBeenCalledOnce()
  })
})
