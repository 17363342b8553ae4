/**
 * Pictures of the console, to be looked at:
 *   npm exec -- node scripts/screenshots.ts --paths /tickets,/desk --user agent1 --password … --out shots
 * --base http://127.0.0.1:8311   --sizes 1440x900,390x844   --themes light,dark   --locales zh-CN,en   --full (whole page)
 * --answers file.json: answers to fixed API paths (`{"/api/session": {…}}`), to look at a page without a server.
 * --keys "mod+k" or "g t" presses keys before the picture. Prints what the page wrote to the error console.
 */
import { mkdir, readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { chromium, type Browser, type Page } from 'playwright-core'

const { values: args } = parseArgs({
  options: {
    base: { type: 'string', default: 'http://127.0.0.1:8311' },
    paths: { type: 'string', default: '/' },
    user: { type: 'string' },
    password: { type: 'string' },
    sizes: { type: 'string', default: '1440x900,390x844' },
    themes: { type: 'string', default: 'light,dark' },
    locales: { type: 'string', default: 'zh-CN' },
    out: { type: 'string', default: 'test-results/screenshots' },
    answers: { type: 'string' },
    keys: { type: 'string' },
    full: { type: 'boolean', default: false },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
  },
})

const answers: Record<string, unknown> =
  args.answers === undefined ? {} : JSON.parse(await readFile(args.answers, 'utf8'))
const list = (text: string): string[] => text.split(',').filter(Boolean)

/** A page in one size, theme and language, signed in when a name was given. */
const openPage = async (browser: Browser, size: string, theme: string, locale: string): Promise<Page> => {
  const [width = 1440, height = 900] = size.split('x').map(Number)
  const context = await browser.newContext({
    viewport: { width, height },
    hasTouch: width < 600,
    deviceScaleFactor: width < 600 ? 2 : 1,
  })
  await context.addInitScript(
    ([wantedTheme, wantedLocale]) => {
      localStorage.setItem('yixian.theme', wantedTheme ?? '')
      localStorage.setItem('yixian.locale', wantedLocale ?? '')
    },
    [theme, locale],
  )
  for (const [path, body] of Object.entries(answers))
    await context.route(`**${path}`, (route) => route.fulfill({ json: body }))
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && process.stderr.write(`  ${message.text()}\n`))
  page.on('pageerror', (error) => process.stderr.write(`  ${error.message}\n`))
  if (args.user !== undefined && args.password !== undefined) {
    const answer = await context.request.post(`${args.base}/api/session`, {
      data: { username: args.user, password: args.password },
    })
    if (!answer.ok()) throw new Error(`sign-in was refused: ${answer.status()}`)
  }
  return page
}

const browser = await chromium.launch({
  executablePath: args.chromium,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
await mkdir(args.out, { recursive: true })
for (const size of list(args.sizes)) {
  for (const theme of list(args.themes)) {
    for (const locale of list(args.locales)) {
      const page = await openPage(browser, size, theme, locale)
      for (const path of list(args.paths)) {
        await page.goto(`${args.base}${path}`, { waitUntil: 'load' })
        await page.waitForSelector('main', { timeout: 20_000 })
        await page
          .waitForFunction(() => document.querySelector('[aria-busy=true], .animate-appear') === null, undefined, {
            timeout: 5000,
          })
          .catch(() => {})
        for (const key of args.keys?.split(' ').filter(Boolean) ?? [])
          await page.keyboard.press(key.replace('mod', 'Control'))
        await page.evaluate(() => document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 300))))
        const name = path.replaceAll(/[^\w-]+/g, '-').replace(/^-|-$/g, '') || 'home'
        const file = `${args.out}/${name}.${size}.${theme}.${locale}.png`
        await page.screenshot({ path: file, fullPage: args.full })
        process.stdout.write(`${file}\n`)
      }
      await page.context().close()
    }
  }
}
await browser.close()
