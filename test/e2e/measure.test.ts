import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { root } from '../../scripts/start/child.ts'
import { openStage } from '../support/browser.ts'
import {
  layoutShift,
  outOfReach,
  overflow,
  rawTexts,
  seriousFaults,
  textOnText,
  watchLayout,
} from '../support/measure.ts'
import { until } from '../support/journey.ts'

describe('the console that the page tests walk', () => {
  it('is the one its users get, not one for development', () => {
    const assets = join(root, 'dist', 'console', 'assets')
    const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'))
    expect(scripts.length).toBeGreaterThan(10)
    // A warning that the library gives in development only.
    const warns = (name: string) => readFileSync(join(assets, name), 'utf8').includes('created outside a `createRoot`')
    expect(scripts.filter(warns)).toEqual([])
  })
})

describe('what the page tests measure', () => {
  const stage = openStage()
  afterEach(() => stage.clear())

  it('finds missing words, a page that is too wide, and what nobody can read or name', async () => {
    const { page } = await stage.person('faulty')
    await page.setContent(
      '<html lang="zh"><title>a</title><main id="page"><p style="color:#ccc">ticket.title {count}</p><button></button><div style="width:3000px">宽</div></main>',
    )
    expect(await rawTexts(page)).toEqual(['ticket.title', '{count}'])
    expect(await overflow(page)).toBeGreaterThan(1000)
    expect((await seriousFaults(page)).map((fault) => fault.split(':')[0])).toEqual(['button-name', 'color-contrast'])
  })

  it('leaves a sound page in peace', async () => {
    const { page } = await stage.person('sound')
    await page.setContent(
      '<html lang="zh"><title>a</title><main id="page"><h1>工单 example.com</h1><button>签收</button></main>',
    )
    expect(await rawTexts(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    expect(await outOfReach(page)).toEqual([])
    expect(await seriousFaults(page)).toEqual([])
  })

  it('finds controls that lie under others or beside the window, and none that can be scrolled to', async () => {
    const { page } = await stage.person('crowded', { width: 390, height: 844 })
    const at = (left: number, rest = '') =>
      `style="position:absolute;left:${left}px;top:20px;width:80px;height:32px;${rest}"`
    await page.setContent(`<button ${at(10)}>签收</button><span ${at(70, 'background:gray')}>示例数据</span><button ${at(350)}>派单</button>
      <div style="position:absolute;top:100px;width:200px;overflow-x:auto"><div style="width:900px"><button style="margin-left:600px">退单</button></div></div>`)
    expect(await outOfReach(page)).toEqual(['button 签收 lies under span 示例数据', 'button 派单 is beside the window'])
  })

  it('finds words on words, and none where one box hides or scrolls them, or where they float on purpose', async () => {
    const { page } = await stage.person('talkative', { width: 390, height: 844 })
    const long = '路灯不亮'.repeat(300)
    await page.setContent(`<div style="height:60px">${long}</div><p>办理结果</p>
      <div style="height:60px;overflow:auto">${long}</div><p>时间线</p>
      <div style="position:fixed;top:0">已派单</div>`)
    const faults = await textOnText(page)
    expect(faults).toContainEqual(expect.stringMatching(/^“路灯不亮.*” under “办理结果”$/))
    expect(faults.filter((fault) => fault.includes('已派单'))).toEqual([])
    await page.setContent(
      `<div style="height:60px;overflow:auto">${long}</div><details><summary>原文</summary><p>${long}</p></details><p>时间线</p>`,
    )
    expect(await textOnText(page)).toEqual([])
  })

  it('sums what moves by itself', async () => {
    const { page } = await stage.person('moving')
    await watchLayout(page)
    await page.route('http://moving.test/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<div id="late"></div><p style="height:600px;background:gray">文字</p>',
      }),
    )
    await page.goto('http://moving.test/')
    expect(await layoutShift(page)).toBe(0)
    await page.evaluate(
      () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
    )
    await page.evaluate(() => document.querySelector('#late')?.setAttribute('style', 'height:300px'))
    await until(() => layoutShift(page), 'the shift is seen').toBeGreaterThan(0.1)
  })
})
