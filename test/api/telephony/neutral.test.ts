import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/**
 * Where Twilio may be spoken: its adapter and its softphone; the carrier that plays it, with the softphone of that one; and the load that is made
 * of signed webhooks.
 */
const home = [
  /^api\/telephony\/twilio\//,
  /^console\/softphone\/(?:twilio|practice)-/,
  /^scripts\/carrier\//,
  /^scripts\/bench\/(?:one-row|signed-texts)\.ts$/,
  /^db\/migrations\//,
]

/** Twilio's fields, verbs, codes, hosts and words for a state. */
const words =
  /\b(?:[Cc]all|[Cc]onference|[Mm]essage|[Rr]ecording|[Qq]ueue|[Aa]ccount|[Tt]ranscription)Sid\b|\bDigits\b|\bQueueResult\b|\b[Tt]wi[Mm][Ll]\b|\b(?:status|conference|recording)Callback|StatusCallback|FriendlyName|ParticipantLabel|\bOptOutType\b|\b(?:Message|Call|Recording)Status\b|\bNumMedia\b|twilio\.com|twiliocdn|\b(?:21610|21220|21614|20404)\b|participant-(?:join|leave|hold|mute)|conference-(?:start|end)|(?:in|out)bound_track/

/** Names of settings, of the package, of the adapter's own files and of its softphone: they say that Twilio is there, not how it speaks. */
const names =
  /TWILIO_[A-Z_]+|telephony\/twilio\/[\w./-]*|config\.twilio|@twilio\/voice-sdk|\baccountSid\b|\bapiKeySid\b/g

/** Lines of a file that speak Twilio. */
const twilioIn = (text: string): string[] => text.split('\n').filter((line) => words.test(line.replaceAll(names, '')))

describe('outside the adapter', () => {
  it('no file of the program knows a field, a code or a verb of Twilio’s', () => {
    const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'api', 'console', 'db', 'scripts'], {
      cwd: root,
      encoding: 'utf8',
    })
      .split('\n')
      .filter((path) => /\.(?:ts|tsx|mjs|js|css|html)$/.test(path) && !home.some((one) => one.test(path)))
    expect(files.length).toBeGreaterThan(300)
    const found = files.flatMap((path) =>
      twilioIn(readFileSync(`${root}/${path}`, 'utf8')).map((line) => `${path}: ${line.trim()}`),
    )
    expect(found).toEqual([])
  })

  it.each([
    ['const { CallSid } = c.var.params', true],
    ["if (placed.code === '21610') stop()", true],
    ['document.dial().conference({ statusCallback: url })', true],
    ["'https://eventgw.twilio.com',", true],
    ["case 'participant-join':", true],
    ["import { createTwilio } from './telephony/twilio/twilio.adapter.ts'", false],
    ['const { apiUrl } = config.twilio', false],
    ["kind: 'twilio' | 'practice'", false],
  ])('%s: %s', (line, found) => expect(twilioIn(line).length > 0).toBe(found))
})
