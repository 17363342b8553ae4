import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type ConsoleMessage, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { zhCN } from '../../console/i18n/zh-CN/index.ts'
import { en } from '../../console/i18n/en/index.ts'
import { fillText } from '../../console/i18n/fill-text.ts'
import type { Locale, Params } from '../../console/i18n/i18n.types.ts'
import { root } from '../../scripts/start/child.ts'

const texts: Record<Locale, Readonly<Record<string, string>>> = { 'zh-CN': zhCN, en }
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
/** The password of everybody in the sample city. */
export const samplePassword = 'hotline-12345'

export interface Look {
  locale?: Locale
  theme?: 'light' | 'dark'
  width?: number
  height?: number
}

/** A person before a browser of their own. */
export interface Person {
  page: Page
  context: BrowserContext
  /** What the console says in the person's language. */
  t: (key: keyof typeof zhCN, params?: Params) => string
  /** Faults the test brings about itself and that the browser reports as errors (a refused request, a server that is away). */
  expectFault: (pattern: RegExp) => void
}

export interface Stage {
  /** Opens a browser window for one person; nothing is loaded yet. */
  person: (name: string, look?: Look) => Promise<Person>
  /** Closes the windows of everybody, so that the next test begins without them. */
  clear: () => Promise<void>
}

/** The browser's own word for the first look at the session of somebody who is not signed in. */
const notSignedIn = (message: ConsoleMessage) =>
  message.location().url.endsWith('/api/session') && message.text().includes('401')

/**
 * A Chromium for the tests of one file. After each test an uncaught error of a page, or an error in its console, fails the test;
 * when a test failed, every open window is photographed into `test-results/`.
 */
export const openStage = (): Stage => {
  let browser: Browser | undefined
  const people = new Map<string, { person: Person; faults: string[]; expected: RegExp[] }>()

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: flags,
    })
  })
  afterAll(async () => {
    await browser?.close()
  })
  afterEach(async ({ task }) => {
    const faults = [...people].flatMap(([name, { faults: own, expected }]) =>
      own
        .splice(0)
        .filter((fault) => !expected.some((pattern) => pattern.test(fault)))
        .map((fault) => `${name}: ${fault}`),
    )
    if (task.result?.state === 'fail' || faults.length > 0) await photograph(task.name)
    expect(faults, 'errors of the pages').toEqual([])
  })

  const photograph = async (test: string) => {
    const folder = join(root, 'test-results')
    await mkdir(folder, { recursive: true })
    const safe = (name: string) => name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)
    for (const [name, { person }] of people)
      await person.page
        .screenshot({ path: join(folder, `${safe(test)}.${safe(name)}.png`), timeout: 5_000 })
        .catch(() => undefined)
  }

  const person = async (name: string, look: Look = {}): Promise<Person> => {
    if (!browser) throw new Error('the browser is not open yet')
    const { locale = 'zh-CN', theme = 'light', width = 1440, height = 900 } = look
    const context = await browser.newContext({
      viewport: { width, height },
      hasTouch: width < 600,
      locale,
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(30_000)
    await context.addInitScript(
      ([wantedTheme, wantedLocale]) => {
        localStorage.setItem('yixian.theme', wantedTheme ?? '')
        localStorage.setItem('yixian.locale', wantedLocale ?? '')
      },
      [theme, locale],
    )
    const page = await context.newPage()
    const faults: string[] = []
    const expected: RegExp[] = []
    page.on('pageerror', (error) => faults.push(error.stack ?? error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !notSignedIn(message))
        faults.push(`${message.text()} (${message.location().url})`)
    })
    const made: Person = {
      page,
      context,
      t: (key, params = {}) => fillText(texts[locale][key] ?? key, params, locale),
      expectFault: (pattern) => void expected.push(pattern),
    }
    people.set(name, { person: made, faults, expected })
    return made
  }

  return {
    person,
    clear: async () => {
      for (const { person: one } of people.values()) await one.context.close()
      people.clear()
    },
  }
}

/** Signs in at the door and waits for the console's frame. */
export const signIn = async ({ page, t }: Person, publicUrl: string, username: string, path = '/'): Promise<void> => {
  await page.goto(`${publicUrl}${path}`)
  await page.getByLabel(t('signIn.username')).fill(username)
  await page.getByLabel(t('signIn.password'), { exact: true }).fill(samplePassword)
  await page.getByRole('button', { name: t('signIn.submit') }).click()
  await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
}

/** Signs in without the door, for tests that are about another page. */
export const signInQuietly = async ({ context }: Person, publicUrl: string, username: string): Promise<void> => {
  const answer = await context.request.post(`${publicUrl}/api/session`, {
    data: { username, password: samplePassword },
  })
  if (!answer.ok()) throw new Error(`${username} could not sign in: ${answer.status()} ${await answer.text()}`)
}
