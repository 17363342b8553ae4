import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort, root } from '../../../scripts/start/child.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yixian-npm-start-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const lives = (pid: number) => {
  try {
    process.kill(pid, 0)
    // One that ended and was not asked for yet lives no more.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** Every process under one, itself included. */
const tree = (pid: number): number[] => {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
  const pairs = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const under = (at: number): number[] => [
    at,
    ...pairs.flatMap(([child = 0, parent]) => (parent === at && child !== at ? under(child) : [])),
  ]
  return under(pid)
}

/** Looks again and again until something holds; a whole process says by nothing else that it is so far. */
const until = async (what: string, holds: () => boolean) => {
  for (let end = Date.now() + 90_000; !holds();) {
    if (Date.now() > end) throw new Error(`never: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

describe('npm start', { timeout: 240_000 }, () => {
  let npm: ChildProcess
  let out = ''
  const pidOfServer = () => (JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8')) as { pid: number }).pid

  it('starts the server again that died, and ends with all of its programs when npm is told to', async () => {
    npm = spawn('npm', ['start'], {
      cwd: root,
      env: {
        ...process.env,
        DATA_DIR: folder,
        SAMPLE_CITY: '0',
        PORT: String(await freePort()),
        CARRIER_PORT: String(await freePort()),
        LOG_LEVEL: 'fatal',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [npm.stdout, npm.stderr])
      stream?.setEncoding('utf8').on('data', (part: string) => (out += part))
    await until('ready', () => out.includes('is ready'))
    expect(out).toContain('数据库是空的，已建立管理员 admin，密码：')
    expect(out).toContain('Its administrator signs in as admin with the password')
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    for (const name of ['yixian.db', 'local.json', 'server.json'])
      expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600)

    const first = pidOfServer()
    process.kill(first, 'SIGKILL')
    await until('another server', () => pidOfServer() !== first)
    expect(out).toContain('服务器自行退出（SIGKILL），1 秒后重新启动。')
    expect(out).toContain('The server ended by itself (SIGKILL); it is started again in 1 s.')

    const second = spawnSync(process.execPath, ['api/main.ts'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: folder, TWILIO_AUTH_TOKEN: 'token' },
    })
    expect(second.status).toBe(78)
    expect(second.stderr).toMatch(/is in use by another Yixian \(process \d+\)\. Stop that one first\.\n$/)

    const all = tree(npm.pid ?? 0)
    expect(all.length).toBeGreaterThanOrEqual(5)
    process.kill(npm.pid ?? 0, 'SIGTERM')
    await until('all ended', () => !all.some(lives))
  })

  it('says of a database file that is none what the server alone says, and no more', async () => {
    writeFileSync(join(folder, 'yixian.db'), 'Dear city, '.repeat(1_000))
    const env = {
      ...process.env,
      DATA_DIR: folder,
      SAMPLE_CITY: '0',
      PORT: String(await freePort()),
      CARRIER_PORT: String(await freePort()),
    }
    const started = spawnSync('npm', ['start', '--silent'], { cwd: root, encoding: 'utf8', env })
    const alone = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'api/main.ts'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...env, TWILIO_AUTH_TOKEN: 'token' },
    })
    expect([started.status, alone.status]).toEqual([78, 78])
    expect(alone.stderr).toMatch(/^数据库|^.*不是一线的数据库.*\n.*is no database of Yixian.*\n$/)
    expect(started.stderr).toBe(alone.stderr)
  })

  it('says of settings that are not right what the server alone says', async () => {
    const env = { ...process.env, DATA_DIR: folder, TIME_ZONE: 'Mars/Phobos', ADMIN_PASSWORD: 'hotline-12345' }
    const started = spawnSync('npm', ['start', '--silent'], { cwd: root, encoding: 'utf8', env })
    const alone = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'api/main.ts'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...env, TWILIO_AUTH_TOKEN: 'token' },
    })
    expect([started.status, alone.status]).toEqual([78, 78])
    expect(alone.stderr).toContain('TIME_ZONE: there is no time zone Mars/Phobos')
    expect(alone.stderr).toContain('ADMIN_PASSWORD: is the sample password')
    expect(started.stderr).toBe(alone.stderr)
  })
})
