import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../api/platform/config.ts'
import { root } from '../../scripts/start/child.ts'

const samples = join(root, 'docs', 'samples')
const sample = (name: string) => readFileSync(join(samples, name), 'utf8')
const guide = readFileSync(join(root, 'docs', 'operations.md'), 'utf8')
const installed = (program: string) => spawnSync('which', [program]).status === 0

/** Runs a checker and gives what it says; an empty answer is no fault. */
const faults = (command: string, args: string[]) => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  return status === 0 ? '' : `${stdout}${stderr}` || `status ${status}`
}

describe('the samples of the operations guide', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'yixian-samples-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const put = (name: string, text: string) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }

  it('are each named in the guide', () => {
    for (const name of readdirSync(samples)) expect(guide, name).toContain(`samples/${name}`)
  })

  it.runIf(installed('systemd-analyze'))('are units that systemd takes', () => {
    // The checker looks for the programs: here they lie elsewhere than on the machine that the unit is for.
    const here = (text: string) =>
      text.replaceAll('/opt/yixian/node_modules/.bin/node', process.execPath).replaceAll('/opt/yixian', root)
    const units = ['yixian.service', 'yixian-backup.service', 'yixian-backup.timer']
    expect(faults('systemd-analyze', ['verify', ...units.map((name) => put(name, here(sample(name))))])).toBe('')
  })

  it.runIf(installed('nginx') && installed('openssl')).each(['nginx.conf', 'nginx-several.conf'])(
    'are a configuration that nginx takes: %s',
    (name) => {
      const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
      const made = [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-subj',
        '/CN=hotline.example.gov.cn',
        '-days',
        '1',
      ]
      expect(faults('openssl', [...made, '-keyout', key, '-out', certificate])).toBe('')
      const server = sample(name)
        .replace('/etc/ssl/yixian/fullchain.pem', certificate)
        .replace('/etc/ssl/yixian/privkey.pem', key)
      put('yixian.conf', server)
      const whole = `pid ${folder}/nginx.pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp {\n access_log off;\n include ${folder}/yixian.conf;\n}\n`
      expect(faults('nginx', ['-t', '-q', '-p', folder, '-c', put('whole.conf', whole)])).toBe('')
    },
  )

  it.runIf(installed('caddy'))('are a configuration that Caddy takes', () => {
    expect(faults('caddy', ['validate', '--adapter', 'caddyfile', '--config', join(samples, 'Caddyfile')])).toBe('')
  })

  it.runIf(installed('logrotate'))('are a rotation that logrotate takes', () => {
    mkdirSync(join(folder, 'log'))
    const text = sample('logrotate.conf')
      .replace('/var/log/yixian/*.log', `${folder}/log/*.log`)
      .replace('create 0600 yixian yixian', 'create 0600')
    const { stderr } = spawnSync('logrotate', ['-d', '-s', join(folder, 'state'), put('logrotate.conf', text)], {
      encoding: 'utf8',
    })
    expect(stderr).not.toMatch(/error/i)
  })

  it('keep network logs at least the 183 days that the law wants', () => {
    expect(Number(/rotate (\d+)/.exec(sample('logrotate.conf'))?.[1])).toBeGreaterThanOrEqual(183)
    expect(Number(/MaxRetentionSec=(\d+)day/.exec(sample('journald.conf'))?.[1])).toBeGreaterThanOrEqual(183)
  })

  it('overwrite what a visitor says of their own address, and keep the figures inside', () => {
    expect(sample('nginx.conf')).not.toContain('proxy_add_x_forwarded_for')
    expect(sample('nginx.conf').match(/X-Forwarded-For \$remote_addr/g)).toHaveLength(2)
    expect(sample('nginx-several.conf')).not.toContain('proxy_add_x_forwarded_for')
    expect(sample('nginx-several.conf').match(/X-Forwarded-For \$remote_addr/g)).toHaveLength(3)
    expect(sample('Caddyfile')).toContain('header_up X-Forwarded-For {remote_host}')
    for (const name of ['nginx.conf', 'nginx-several.conf', 'Caddyfile']) expect(sample(name)).toMatch(/\/metrics/)
  })

  it('are settings that production takes, once the carrier’s are filled in', () => {
    const [, body = ''] = /cat > \/etc\/yixian\/yixian\.env <<EOF\n([\s\S]+?)\n\s*EOF/.exec(guide) ?? []
    const filled = body
      .replaceAll(/\$\(openssl[^)]*\)/g, 'Xk2v9QpL7sTz4RbN1mWc8YdF3hJg6UaE')
      .replaceAll(/^(\s*TWILIO_\w+)=$/gm, '$1=AC0123456789abcdef0123456789abcdef')
    const settings = Object.fromEntries(
      filled.split('\n').map((line) => {
        const [name = '', ...value] = line.trim().split('=')
        return [name, value.join('=')]
      }),
    )
    expect(readConfig({ ...settings, NODE_ENV: 'production' })).toMatchObject({
      production: true,
      publicUrl: 'https://hotline.example.gov.cn',
    })
  })
})
