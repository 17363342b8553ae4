import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFolderFiles } from '../../../../api/platform/files/folder-files.ts'
import { sniffType } from '../../../../api/platform/sniff-type.ts'
import { createAttachments } from '../../../../api/tickets/files/attachments.ts'
import { countFiles, kindOfType, takenTypes } from '../../../../api/vocabulary/file.ts'
import { engines } from '../../../support/databases.ts'
import { createMessageWorld, type MessageWorld } from '../support.ts'
import { refused, taken } from './samples.ts'

describe('the one list of what is taken', () => {
  it.each(taken)('announced as %s', (_, bytes, type, name) => {
    expect(sniffType(bytes)).toBe(type)
    expect(name.startsWith(kindOfType(type))).toBe(true)
  })
  it.each(refused)('refuses what is announced as %s', (_, bytes) => expect(sniffType(bytes)).toBeNull())
  it('names a type once, and every sample’s', () => {
    expect(new Set(takenTypes).size).toBe(takenTypes.length)
    for (const [, , type] of taken) expect(takenTypes).toContain(type)
  })
  it('counts by what is said of files that nobody has seen yet', () => {
    const said = [
      'image/x-new',
      'video/hevc',
      'image/heif-sequence',
      'audio/x-amr; rate=8000',
      'text/vcard',
      'IMAGE/JPEG',
      'image/svg+xml',
      '',
    ]
    expect(countFiles(said)).toEqual({ picture: 2, video: 2, sound: 1, file: 3 })
  })
})

let caller = 0
const someone = () => `+86135${String(++caller).padStart(8, '0')}`

describe.each(engines)('files that come with texts, on %s', (engine) => {
  let world: MessageWorld
  let uploads = ''
  beforeAll(async () => {
    world = await createMessageWorld(engine, { answersPerHour: 8 })
    uploads = await mkdtemp(join(tmpdir(), 'yixian-uploads-'))
  })
  afterAll(async () => {
    await world.close()
    await rm(uploads, { recursive: true, force: true })
  })

  let address = 0
  /** Texts files, each announced as something and served by the carrier; answers what was written back at once, and after fetching. */
  const send = async (from: string, files: readonly (readonly [said: string, bytes: Buffer | null])[], body = '') => {
    const media = files.map(([contentType, bytes]) => {
      const url = `https://api.twilio.com/media/${++address}`
      world.carrier.serveMedia(bytes ? { bytes, contentType } : { refused: 'size' }, url)
      return { url, contentType }
    })
    const answer = await world.text(body, { from, media })
    const message = (await world.messages_()).findLast(({ fromNumber }) => fromNumber === from)
    await world.outbox.runDue()
    const rows = (await world.attachments()).filter(({ messageId }) => messageId === message?.id)
    const after = (await world.messages_()).filter(({ toNumber }) => toNumber === from)
    return { answer, message, rows: rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)), after }
  }
  const ticketOf = async (from: string) => {
    const citizen = (await world.db.q.select().from(world.db.t.citizen)).find(({ phone }) => phone === from)
    return (await world.tickets.ticketsOf(world.db, citizen?.id ?? ''))[0]
  }

  it.each(taken)('are kept by what their bytes say, announced as %s', async (said, bytes, type, name) => {
    const { rows, after } = await send(someone(), [[said, bytes]], '水管爆了')
    expect(rows).toMatchObject([{ state: 'stored', contentType: type, name, size: bytes.length }])
    expect(after.some(({ body }) => body.includes('未能接收'))).toBe(false)
  })

  it.each([...taken.map(([said, bytes]) => [said, bytes] as const), ...refused])(
    'are taken and refused as an upload of staff is, announced as %s',
    async (said, bytes) => {
      const staff = createAttachments({ ...world.deps, files: createFolderFiles(uploads) })
      const uploaded = await staff.upload(world.actor('agent1'), { name: 'x', bytes }).then(
        ({ contentType }) => contentType,
        () => null,
      )
      const { rows } = await send(someone(), [[said, bytes]], '水管爆了')
      expect(rows.map(({ state, contentType }) => (state === 'stored' ? contentType : null))).toEqual([uploaded])
    },
  )

  it('are told truthfully in the ticket, and what was not taken is told to the sender in one text', async () => {
    const from = someone()
    const files = [
      ['image/jpeg', taken[0][1]],
      ['video/mp4', taken[6][1]],
      ['text/vcard', refused[0][1]],
      ['video/mp4', null],
    ] as const
    const { rows, after } = await send(from, files)
    expect((await ticketOf(from))?.request).toBe('（图片1张、视频2段、文件1个）')
    expect(rows.map(({ name, state }) => [name, state])).toEqual([
      ['picture-1.jpg', 'stored'],
      ['video-2.mp4', 'stored'],
      ['file-3', 'refused'],
      ['video-4', 'refused'],
    ])
    const told = after.filter(({ body }) => body.includes('未能接收'))
    expect(told).toMatchObject([{ purpose: 'reply', ticketId: (await ticketOf(from))?.id }])
    expect(told[0]?.body).toContain('您发来的视频1段、文件1个未能接收')
    const { items } = await world.messages.threads(world.actor('agent1'), { size: 100, needsAnswer: false })
    expect(items.find(({ last }) => last.id === told[0]?.id)?.last.files).toEqual({})
  })

  it('are counted in the list of conversations', async () => {
    const from = someone()
    await send(from, [['video/mp4', taken[6][1]]], '水管爆了')
    const thanks = await send(from, [['video/mp4', taken[6][1]]], '')
    const { items } = await world.messages.threads(world.actor('agent1'), { size: 100, needsAnswer: false })
    const { messagesOf } = world.messages
    const texts = await messagesOf(world.actor('agent1'), thanks.message?.citizenId ?? '', { size: 5 })
    expect(texts.items.find(({ id }) => id === thanks.message?.id)?.attachments).toMatchObject([
      { contentType: 'video/mp4', name: 'video-1.mp4', state: 'stored' },
    ])
    expect(items.find(({ citizenId }) => citizenId === thanks.message?.citizenId)?.last).toHaveProperty('files')
  })

  it('are told in English to whoever writes English', async () => {
    const from = someone()
    const { after } = await send(from, [['text/vcard', refused[0][1]]], 'water pipe burst in the street')
    expect(after.at(-1)?.body).toContain('could not take your 1 file.')
  })

  it('are told of to nobody beyond the limit of answers, and to no machine', async () => {
    const from = someone()
    for (let i = 0; i < 6; i++) await world.text('进度', { from })
    const refusals = async () =>
      (await send(from, [['text/vcard', refused[0][1]]], '水管爆了')).after.filter(({ body }) =>
        body.includes('未能接收'),
      ).length
    expect(await refusals()).toBe(1)
    expect(await refusals(), 'the limit is reached').toBe(1)
    const machine = await send(someone(), [['text/vcard', refused[0][1]]], '【自动回复】名片见附件')
    expect(machine.rows).toMatchObject([{ state: 'refused' }])
    expect(machine.after).toEqual([])
  })

  it('are told of once, however many of them are settled at once', async () => {
    const from = someone()
    const many = Array.from({ length: 6 }, () => ['text/vcard', refused[0][1]] as const)
    const { after } = await send(from, many, '水管爆了')
    expect(after.filter(({ body }) => body.includes('未能接收')).map(({ body }) => body.includes('文件6个'))).toEqual([
      true,
    ])
  })
})
