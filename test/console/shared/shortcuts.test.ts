import { describe, expect, it } from 'vitest'
import {
  ariaShortcut,
  matchesStroke,
  parseShortcut,
  shortcutCaps,
  type KeyPress,
} from '../../../console/shared/shortcut.models.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})
const matches = (keys: string, event: KeyPress, apple = false) =>
  parseShortcut(keys).map((stroke) => matchesStroke(stroke, event, apple))[0]

it('reads single keys, combinations and sequences', () => {
  expect(parseShortcut('mod+enter')).toEqual([{ mod: true, alt: false, shift: false, key: 'Enter' }])
  expect(parseShortcut('g t').map((stroke) => stroke.key)).toEqual(['g', 't'])
  expect(parseShortcut('space')[0]?.key).toBe(' ')
})

describe('matchesStroke', () => {
  it.each([
    ['mod+k', press('k', { ctrlKey: true }), false, true],
    ['mod+k', press('k', { metaKey: true }), true, true],
    ['mod+k', press('k', { metaKey: true }), false, false],
    ['mod+k', press('k', { ctrlKey: true, metaKey: true }), false, false],
    ['alt+a', press('å', { altKey: true, code: 'KeyA' }), true, true],
    ['alt+a', press('a', { code: 'KeyA' }), true, false],
    ['?', press('?', { shiftKey: true, code: 'Slash' }), false, true],
    ['/', press('/', { code: 'Slash' }), false, true],
    ['x', press('X', { shiftKey: true, code: 'KeyX' }), false, false],
    ['x', press('X', { code: 'KeyX' }), false, true],
    ['j', press('j', { ctrlKey: true, code: 'KeyJ' }), false, false],
    ['space', press(' '), false, true],
    ['space', press(' ', { shiftKey: true }), false, true],
    ['enter', press('Enter', { shiftKey: true }), false, false],
  ])('%s', (keys, event, apple, expected) => {
    expect(matches(keys, event, apple)).toBe(expected)
  })
})

it('prints caps and names for assistive technology', () => {
  expect(shortcutCaps('mod+enter', true)).toEqual(['⌘', '⏎'])
  expect(shortcutCaps('alt+d', false)).toEqual(['Alt', 'D'])
  expect(shortcutCaps('g t', false)).toEqual(['G', 'T'])
  expect(ariaShortcut('mod+k', true)).toBe('Meta+K')
  expect(ariaShortcut('g t', true)).toBeUndefined()
})
