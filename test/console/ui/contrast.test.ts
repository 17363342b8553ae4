import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../../console/ui/tokens.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(([, name, light, dark]) => [
    name,
    { light, dark },
  ]),
)

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
/** WCAG 2.2 contrast ratio of two opaque colours. */
const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}
const colour = (name: string, theme: 'light' | 'dark'): string => {
  const found = tokens.get(name)?.[theme]
  if (found === undefined) throw new Error(`no token --${name}`)
  return found
}

const grounds = ['surface', 'raised', 'sunken', 'hover', 'selected']
const meanings = ['accent', 'ok', 'warn', 'bad', 'info']
const textPairs = [
  ...grounds.flatMap((ground) => ['text', 'muted', ...meanings].map((text) => [text, ground] as const)),
  ...meanings.flatMap((meaning) => [meaning, 'text', 'muted'].map((text) => [text, `${meaning}-soft`] as const)),
  ...['accent-fill', 'accent-fill-hover', 'ok-fill', 'bad-fill', 'bad-fill-hover'].map(
    (fill) => ['on-fill', fill] as const,
  ),
]
const controlPairs = grounds.flatMap((ground) => ['line-strong', 'focus'].map((line) => [line, ground] as const))

describe.each(['light', 'dark'] as const)('contrast, %s', (theme) => {
  it.each(textPairs)('%s on %s ≥ 4.5:1', (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5)
  })
  it.each(controlPairs)('%s on %s ≥ 3:1', (line, ground) => {
    expect(contrast(colour(line, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3)
  })
})

it('measures as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
