import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { version } from '../../api/platform/version.ts'
import { answers, freePort, root, stopProgram } from '../../scripts/start/child.ts'
import { withLocalSecrets } from '../../scripts/start/secrets.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yixian-log-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('the log tells when which version started where, what it was refused for, and when and why it stopped', async () => {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const server = spawn(process.execPath, [join(root, 'api/main.ts')], {
    cwd: root,
    env: {
      ...withLocalSecrets({}, folder),
      NODE_ENV: 'development',
      TWILIO_API_URL: address,
      PORT: String(port),
      PUBLIC_URL: 'http://hotline.example',
      DATABASE_URL: `file:${join(folder, 'yixian.db')}`,
      DATA_DIR: folder,
      SAMPLE_CITY: '0',
      ADMIN_PASSWORD: 'a password of the first one',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  })
  let text = ''
  server.stdout?.setEncoding('utf8').on('data', (part) => (text += String(part)))
  const closed = once(server, 'close')
  let refused: Response
  try {
    expect(await answers(`${address}/healthz`, server, 60_000)).toBe(true)
    refused = await fetch(`${address}/api/citizens/13800001234`)
    server.kill('SIGTERM')
    await closed
  } finally {
    await stopProgram(server)
  }
  // By their own time: what waits for a crowded pipe may arrive behind what was written later.
  const lines = text
    .split('\n')
    .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as { time: number }] : []))
    .toSorted((a, b) => a.time - b.time)
  expect(lines).toMatchObject([
    {
      msg: 'started',
      version,
      node: process.version,
      address,
      publicUrl: 'http://hotline.example',
      database: 'sqlite',
      production: false,
    },
    {
      msg: 'request refused',
      code: 'auth.required',
      route: '/api/citizens/:id',
      requestId: refused.headers.get('x-request-id'),
    },
    { msg: 'stopping', version, why: 'SIGTERM', ranSeconds: expect.any(Number) },
    { msg: 'stopped', version, afterMs: expect.any(Number) },
  ])
}, 120_000)
