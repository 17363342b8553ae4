import { screen, waitFor, within } from '@testing-library/dom'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { RecordingPlayer } from '../../../console/recordings/RecordingPlayer.tsx'
import { RecordingsPanel } from '../../../console/recordings/RecordingsPanel.tsx'
import { fakeServer, refused } from '../../support/fake-server.ts'
import { show, someone } from '../../support/screen.tsx'
import { at } from '../desk/desk.sample.ts'

const list = 'GET /api/recordings'
const sound = 'GET /api/recordings/r1/sound'
const recording = (id: string) => ({
  id,
  callId: 'call-1',
  purpose: 'conference',
  state: 'completed',
  durationSeconds: 95,
  startedAt: at,
  stored: true,
})

/** An audio element that plays when the test says how far it is. */
class FakeAudio extends EventTarget {
  static made: FakeAudio[] = []
  currentTime = 0
  duration = Number.NaN
  playing = false
  readonly address: string
  constructor(address: string) {
    super()
    this.address = address
    FakeAudio.made.push(this)
  }
  play = async () => {
    this.playing = true
    this.dispatchEvent(new Event('play'))
  }
  pause = () => {
    if (!this.playing) return
    this.playing = false
    this.dispatchEvent(new Event('pause'))
  }
  /** The sound has come so far, in seconds. */
  reach(seconds: number, length = 95) {
    this.duration = length
    this.currentTime = seconds
    this.dispatchEvent(new Event('loadedmetadata'))
    this.dispatchEvent(new Event('timeupdate'))
  }
}

beforeEach(() => {
  FakeAudio.made = []
  vi.stubGlobal('Audio', FakeAudio)
})
const session = someone({ permissions: ['recording.hear'] })
const wav = () => new Response('RIFF')

describe('the player of a recording', () => {
  const open = async (answers: Parameters<typeof fakeServer>[0] = {}, seconds: number | null = 95) => {
    const server = fakeServer({ [sound]: wav, 'GET /api/recordings/r2/sound': wav, ...answers })
    const shown = await show(() => (
      <>
        <RecordingPlayer recordingId="r1" seconds={seconds} label="第一段" />
        <RecordingPlayer recordingId="r2" seconds={30} label="第二段" />
      </>
    ))
    const player = (name: string) => within(screen.getByRole('group', { name }))
    return { ...shown, server, first: player('第一段'), second: player('第二段') }
  }

  it('fetches the sound when it is first asked for, and once, since every listening is written down', async () => {
    const { user, t, first, server } = await open()
    expect(server.bodies(sound), 'nobody has listened').toHaveLength(0)
    const fetching = server.hold(sound)
    await user.click(first.getByRole('button', { name: t('recording.play') }))
    expect(first.getByRole('status', { name: t('recording.loading') })).toBeDefined()
    await waitFor(() => expect(fetching).toHaveLength(1))
    fetching[0]?.answer(wav())
    await user.click(await first.findByRole('button', { name: t('recording.pause') }))
    await user.click(await first.findByRole('button', { name: t('recording.play') }))
    await first.findByRole('button', { name: t('recording.pause') })
    expect(server.bodies(sound)).toHaveLength(1)
    expect(FakeAudio.made).toHaveLength(1)
  })

  it('shows how far it is, goes elsewhere by the arrow keys, and begins anew at its end', async () => {
    const { user, t, first } = await open()
    const time = () => first.getByText(/\//).textContent
    expect(time()).toBe('00:00 / 01:35')
    await user.click(first.getByRole('button', { name: t('recording.play') }))
    await first.findByRole('button', { name: t('recording.pause') })
    const [audio] = FakeAudio.made
    audio?.reach(20)
    expect(time()).toBe('00:20 / 01:35')
    first.getByRole('slider', { name: t('recording.position') }).focus()
    await user.keyboard('{ArrowRight}')
    expect(audio?.currentTime).toBe(21)
    audio?.pause()
    audio?.dispatchEvent(new Event('ended'))
    expect(time()).toBe('00:00 / 01:35')
  })

  it('learns from the file how long it is where nobody said', async () => {
    const { user, t, first } = await open({}, null)
    expect(first.getByText('00:00 / --:--')).toBeDefined()
    await user.click(first.getByRole('button', { name: t('recording.play') }))
    await first.findByRole('button', { name: t('recording.pause') })
    FakeAudio.made[0]?.reach(3, 61)
    expect(first.getByText('00:03 / 01:01')).toBeDefined()
  })

  it('lets one sound play at a time', async () => {
    const { user, t, first, second } = await open()
    await user.click(first.getByRole('button', { name: t('recording.play') }))
    await first.findByRole('button', { name: t('recording.pause') })
    await user.click(second.getByRole('button', { name: t('recording.play') }))
    await second.findByRole('button', { name: t('recording.pause') })
    expect(first.getByRole('button', { name: t('recording.play') })).toBeDefined()
    expect(FakeAudio.made.map(({ playing }) => playing)).toEqual([false, true])
  })

  it('says why it cannot be heard, and can be tried again', async () => {
    const { user, t, first, server } = await open({ [sound]: () => refused(409, { code: 'recording.not-ready' }) })
    await user.click(first.getByRole('button', { name: t('recording.play') }))
    await screen.findByText(t('problem.recording.not-ready'))
    server.answers[sound] = wav
    await user.click(await first.findByRole('button', { name: t('recording.play') }))
    await first.findByRole('button', { name: t('recording.pause') })
  })
})

describe('the recordings of a ticket', () => {
  it.each(['zh-CN', 'en'] as const)(
    'stand with what they are, and say that hearing is written down (%s)',
    async (locale) => {
      const server = fakeServer({
        [list]: () => ({ items: [recording('r1'), { ...recording('r2'), purpose: 'voicemail' }] }),
      })
      const { t } = await show(() => <RecordingsPanel ticketId="t1" />, { session, locale })
      await screen.findByText(t('recording.title'))
      expect(screen.getByText(t('recording.logged'))).toBeDefined()
      for (const purpose of ['conference', 'voicemail'] as const) {
        const name = new RegExp(`^${t(`recording.purpose.${purpose}`)} `)
        expect(screen.getAllByRole('group', { name })).toHaveLength(1)
      }
      expect(server.questions(list)).toEqual([{ ticket: 't1' }])
    },
  )

  it('are not even asked for by those who may not hear them', async () => {
    const server = fakeServer({ [list]: () => ({ items: [recording('r1')] }) })
    await show(() => <RecordingsPanel ticketId="t1" />, { session: someone() })
    expect(server.bodies(list)).toHaveLength(0)
    expect(screen.queryByRole('group')).toBeNull()
  })

  it('say that they did not come, and are read again when asked', async () => {
    const server = fakeServer({ [list]: () => refused(403, { code: 'auth.forbidden' }) })
    const { t, user } = await show(() => <RecordingsPanel ticketId="t1" />, { session })
    await screen.findByText(t('problem.auth.forbidden'))
    server.answers[list] = () => ({ items: [recording('r1')] })
    await user.click(screen.getByRole('button', { name: t('ui.retry') }))
    await screen.findByRole('button', { name: t('recording.play') })
    expect(screen.queryByText(t('problem.auth.forbidden'))).toBeNull()
  })
})
