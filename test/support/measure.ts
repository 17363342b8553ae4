import { AxeBuilder } from '@axe-core/playwright'
import type { Page, Request } from 'playwright-core'
import { expect } from 'vitest'
import { zhCN } from '../../console/i18n/zh-CN/index.ts'
import { until } from './journey.ts'

/** Sums the layout shifts that nobody caused by pressing something; read by `layoutShift`. To be called before a page is loaded. */
export const watchLayout = (page: Page) =>
  page.addInitScript(() => {
    const count = (entries: PerformanceEntryList) => {
      for (const entry of entries) {
        const value = Reflect.get(entry, 'hadRecentInput') === true ? 0 : Number(Reflect.get(entry, 'value'))
        Reflect.set(window, 'layoutShift', Number(Reflect.get(window, 'layoutShift') ?? 0) + value)
      }
    }
    new PerformanceObserver((list) => count(list.getEntries())).observe({ type: 'layout-shift', buffered: true })
  })
export const layoutShift = (page: Page) => page.evaluate(() => Number(Reflect.get(window, 'layoutShift') ?? 0))

/** Tells when everything a page asked for has come; streams, which never end, are not waited for. */
export const watchRequests = (page: Page) => {
  const pending = new Set<Request>()
  const stream = (request: Request) =>
    request.resourceType() === 'eventsource' || request.url().includes('/api/live') || request.url().includes('/events')
  page.on('request', (request) => !stream(request) && pending.add(request))
  page.on('requestfinished', (request) => pending.delete(request))
  page.on('requestfailed', (request) => pending.delete(request))
  const painted = () =>
    page.evaluate(
      () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
    )
  return async () => {
    await until(async () => {
      const before = pending.size
      await painted()
      return Math.max(before, pending.size)
    }, 'the page has all it asked for').toBe(0)
  }
}

/** Rules of accessibility that a page breaks seriously, each with the first places. */
export const seriousFaults = async (page: Page): Promise<string[]> => {
  // the console has no frames: one run in the page itself, and only what is wrong comes back
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], preload: false })
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`)
          .join(' | ')}`,
    )
}

/** How many pixels the page or its main part is wider than the window. */
export const overflow = (page: Page) =>
  page.evaluate(() =>
    Math.max(
      0,
      ...[document.documentElement, document.querySelector('#page')].map((part) =>
        part ? part.scrollWidth - part.clientWidth : 0,
      ),
    ),
  )

/** Controls that nobody can reach (of a modal dialog while one is open): beside the window, or with something else lying on their left end, middle or right end. */
export const outOfReach = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const named = (element: Element) =>
      `${element.tagName.toLowerCase()} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30)}`
    /** The part of the window in which the element can be seen, and whether it can be scrolled into view sideways. */
    const windowOf = (element: Element) => {
      const seen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight, scrolls: false }
      for (let part = element.parentElement; part; part = part.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(part)
        if (overflowX === 'visible' && overflowY === 'visible') continue
        const box = part.getBoundingClientRect()
        seen.left = Math.max(seen.left, box.left)
        seen.top = Math.max(seen.top, box.top)
        seen.right = Math.min(seen.right, box.right)
        seen.bottom = Math.min(seen.bottom, box.bottom)
        seen.scrolls ||= (overflowX === 'auto' || overflowX === 'scroll') && part.scrollWidth > part.clientWidth
      }
      return seen
    }
    /** A bar that sticks while its neighbours scroll beneath it hides nothing for good. */
    const sticksOver = (hit: Element, control: Element) => {
      for (let part: Element | null = hit; part; part = part.parentElement)
        if (getComputedStyle(part).position === 'sticky') return part.parentElement?.contains(control) === true
      return false
    }
    const faults: string[] = []
    const modal = document.querySelector('[data-modal]') ?? document
    for (const control of modal.querySelectorAll(
      'button, a[href], input, select, textarea, [role=tab], [role=radio], [tabindex="0"]',
    )) {
      const box = control.getBoundingClientRect()
      const { visibility, opacity, clipPath } = getComputedStyle(control)
      if (box.width < 8 || box.height < 8 || visibility !== 'visible' || opacity === '0' || clipPath !== 'none')
        continue
      const seen = windowOf(control)
      if (!seen.scrolls && (box.left < -1 || box.right > innerWidth + 1))
        faults.push(`${named(control)} is beside the window`)
      const y = box.top + box.height / 2
      for (const x of [box.left + 3, box.left + box.width / 2, box.right - 3]) {
        if (x <= seen.left || x >= seen.right || y <= seen.top || y >= seen.bottom) continue
        const hit = document.elementFromPoint(x, y)
        const own = hit && (control.contains(hit) || hit.contains(control) || hit.closest('label')?.contains(control))
        if (hit && !own && !sticksOver(hit, control)) {
          faults.push(`${named(control)} lies under ${named(hit)}`)
          break
        }
      }
    }
    return faults
  })

/** Words that stand on other words, where both can be seen; what floats above a page on purpose (menus, bars that stick, messages) is left out. */
export const textOnText = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const floats = (element: Element) => {
      for (let part: Element | null = element; part; part = part.parentElement) {
        const { position, zIndex } = getComputedStyle(part)
        if (position === 'fixed' || position === 'sticky' || (position === 'absolute' && zIndex !== 'auto')) return true
      }
      return false
    }
    /** The part of a line that the boxes around it let through. */
    const seenOf = (element: Element, line: DOMRect) => {
      const seen = { left: line.left, top: line.top, right: line.right, bottom: line.bottom }
      for (let part: Element | null = element; part; part = part.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(part)
        if (overflowX === 'visible' && overflowY === 'visible') continue
        const box = part.getBoundingClientRect()
        seen.left = Math.max(seen.left, box.left)
        seen.top = Math.max(seen.top, box.top)
        seen.right = Math.min(seen.right, box.right)
        seen.bottom = Math.min(seen.bottom, box.bottom)
      }
      return seen
    }
    const lines: { node: Node; words: string; left: number; top: number; right: number; bottom: number }[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      const words = node.textContent?.trim() ?? ''
      if (!element || words === '') continue
      // what a closed box of details holds has a place, and is not shown
      const shown = element.checkVisibility({
        contentVisibilityAuto: true,
        opacityProperty: true,
        visibilityProperty: true,
      })
      if (!shown || floats(element)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const line of range.getClientRects()) {
        const seen = seenOf(element, line)
        if (seen.right - seen.left > 2 && seen.bottom - seen.top > 2)
          lines.push({ node, words: words.slice(0, 24), ...seen })
      }
    }
    lines.sort((a, b) => a.top - b.top)
    const faults: string[] = []
    lines.forEach((line, at) => {
      for (let next = at + 1; next < lines.length; next++) {
        const other = lines[next]
        if (!other || other.top >= line.bottom) break
        if (other.node === line.node) continue
        const width = Math.min(line.right, other.right) - Math.max(line.left, other.left)
        const height = Math.min(line.bottom, other.bottom) - other.top
        // A font's lines reach a little into each other when they are set close.
        const close = 0.4 * Math.min(line.bottom - line.top, other.bottom - other.top)
        if (width > 4 && height > close) faults.push(`“${line.words}” under “${other.words}”`)
      }
    })
    return [...new Set(faults)]
  })

const families = new Set(Object.keys(zhCN).map((key) => key.split('.')[0]))

/** Keys of the dictionaries and holes of texts that are shown instead of words. */
export const rawTexts = async (page: Page): Promise<string[]> => {
  const text = await page.evaluate(() => {
    const attributes = ['aria-label', 'placeholder', 'title', 'alt']
    const named = [...document.querySelectorAll(attributes.map((name) => `[${name}]`).join(','))]
    return [
      document.title,
      document.body.innerText,
      ...named.flatMap((element) => attributes.map((name) => element.getAttribute(name) ?? '')),
    ].join('\n')
  })
  const keys = (text.match(/\b[a-z][A-Za-z]*(?:\.[A-Za-z0-9]+)+\b/g) ?? []).filter((word) =>
    families.has(word.split('.')[0] ?? ''),
  )
  return [...new Set([...keys, ...(text.match(/\{[a-z]\w*\}/g) ?? [])])]
}

/** All of it, for a page that has come to rest. `name`: what the messages call it. `accessible` false leaves out the dear part. */
export const expectSound = async (page: Page, name: string, accessible = true) => {
  expect.soft(await rawTexts(page), `${name}: words missing`).toEqual([])
  expect.soft(await overflow(page), `${name}: wider than the window, px`).toBe(0)
  expect.soft(await outOfReach(page), `${name}: controls out of reach`).toEqual([])
  expect.soft(await textOnText(page), `${name}: words on words`).toEqual([])
  if (accessible) expect.soft(await seriousFaults(page), `${name}: accessibility`).toEqual([])
}
