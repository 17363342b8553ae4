import { screen, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { sampleThread } from '../desk/desk.sample.ts'
import { list, message, open } from './thread.scene.tsx'

const file = (id: string, name: string, contentType: string, state = 'stored') => ({
  id,
  name,
  contentType,
  size: 2_048,
  state,
})

describe.each(['zh-CN', 'en'] as const)('what came with a text, in %s', (locale) => {
  const words = {
    'zh-CN': ['1 段视频', '2 张图片、1 段录音', '广告短信 · '],
    en: ['1 video', '2 pictures, 1 sound', 'Advert · '],
  }[locale]

  it('is shown as what it is: played, opened, on its way, or not taken', async () => {
    const { log, t } = await open(
      {
        [list]: () => ({
          items: [
            message('m1', '', {
              attachments: [
                file('f1', 'video-1.mp4', 'video/mp4'),
                file('f2', 'sound-2.amr', 'audio/amr'),
                file('f3', 'file-3.pdf', 'application/pdf'),
                file('f4', 'video-4', 'video/mp4', 'pending'),
                file('f5', 'file-5', 'text/vcard', 'refused'),
              ],
            }),
          ],
          next: null,
        }),
      },
      { locale },
    )
    const said = within(await log())
    const film = await said.findByLabelText(t('threads.video', { name: 'video-1.mp4' }))
    expect(film.getAttribute('src')).toBe('/api/attachments/f1')
    expect(said.getByLabelText(t('threads.sound', { name: 'sound-2.amr' })).tagName).toBe('AUDIO')
    expect(said.getByRole('link', { name: /file-3\.pdf/ }).getAttribute('href')).toBe('/api/attachments/f3')
    expect(said.getByText(t('threads.filePending', { files: words[0] ?? '' }))).toBeDefined()
    expect(said.getByText(t('threads.fileRefused', { files: t('threads.files.file', { n: 1 }) }))).toBeDefined()
    film.dispatchEvent(new Event('error'))
    expect((await said.findByRole('link', { name: /video-1\.mp4/ })).getAttribute('href')).toBe('/api/attachments/f1')
  })

  it('is counted in the list where nothing was written, and a machine’s text is named as such', async () => {
    const quiet = (id: string, over: Partial<ReturnType<typeof sampleThread>['last']>) => {
      const thread = sampleThread({ citizenId: id, waiting: null })
      return { ...thread, last: { ...thread.last, id: `m-${id}`, ...over } }
    }
    const threads = [
      quiet('c1', { body: '', files: { video: 1 } }),
      quiet('c2', { body: '', files: { picture: 2, sound: 1 } }),
      quiet('c3', { body: '全场五折 退订回T', machine: 'advert' }),
    ]
    const { t } = await open(
      {
        'GET /api/threads': () => ({ items: threads, next: null }),
        [list]: () => ({ items: [message('m1', '全场五折 退订回T', { machine: 'advert' })], next: null }),
      },
      { locale },
    )
    const rows = await screen.findAllByRole('listitem')
    const shown = rows.map((row) => row.textContent ?? '')
    expect(shown.some((row) => row.endsWith(words[0] ?? '-'))).toBe(true)
    expect(shown.some((row) => row.endsWith(words[1] ?? '-'))).toBe(true)
    expect(shown.some((row) => row.includes(`${words[2]}全场五折`))).toBe(true)
    const mark = await screen.findByTitle(t('threads.machineHint'))
    expect(mark.textContent).toBe(t('threads.machine.advert'))
  })
})
