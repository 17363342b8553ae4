import { createSignal, onCleanup } from 'solid-js'
import { fetchSound } from './recordings.api.ts'

type PlayerState = 'idle' | 'loading' | 'playing' | 'paused'

/** The one that plays now; starting another stops it. */
let playing: HTMLAudioElement | undefined

/**
 * Plays one recording. It is fetched when first asked for, not before, since every listening is written down; throws the server's
 * `Problem` where it may or can not be heard. Times are in seconds.
 */
export const createPlayer = (recordingId: () => string) => {
  const [state, setState] = createSignal<PlayerState>('idle')
  const [at, setAt] = createSignal(0)
  const [length, setLength] = createSignal<number>()
  let audio: HTMLAudioElement | undefined
  let address: string | undefined

  const load = async (): Promise<HTMLAudioElement> => {
    address = URL.createObjectURL(await fetchSound(recordingId()))
    const made = new Audio(address)
    made.addEventListener('timeupdate', () => setAt(made.currentTime))
    made.addEventListener('loadedmetadata', () => Number.isFinite(made.duration) && setLength(made.duration))
    made.addEventListener('play', () => setState('playing'))
    made.addEventListener('pause', () => setState('paused'))
    made.addEventListener('ended', () => setAt(0))
    return made
  }
  const play = async () => {
    if (state() === 'loading') return
    if (!audio) setState('loading')
    try {
      audio ??= await load()
      if (playing !== audio) playing?.pause()
      playing = audio
      await audio.play()
    } catch (thrown) {
      setState(audio ? 'paused' : 'idle')
      throw thrown
    }
  }
  onCleanup(() => {
    audio?.pause()
    if (playing === audio) playing = undefined
    if (address !== undefined) URL.revokeObjectURL(address)
  })
  return {
    state,
    at,
    /** What the file says of its length; undefined until it is there. */
    length,
    toggle: async () => (state() === 'playing' ? audio?.pause() : play()),
    seek: (seconds: number) => {
      if (audio) audio.currentTime = seconds
      setAt(seconds)
    },
  }
}
