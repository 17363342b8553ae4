/** Seconds: two short tones, then quiet. */
const bursts = [
  { from: 0, frequency: 523 },
  { from: 0.28, frequency: 659 },
] as const
const length = 0.22
const every = 2600

let audio: AudioContext | undefined

/** To be called from a click: browsers keep pages silent until then. */
export const allowSound = (): void => {
  audio ??= new AudioContext()
  void audio.resume()
}

/** Rings until the answer is called. Silent where the browser allows no sound; the ringing is on the screen anyhow. */
export const startRinging = (): (() => void) => {
  const ring = () => {
    if (audio?.state !== 'running') return
    for (const { from, frequency } of bursts) {
      const at = audio.currentTime + from
      const tone = audio.createOscillator()
      const volume = audio.createGain()
      tone.frequency.value = frequency
      volume.gain.setValueAtTime(0, at)
      volume.gain.linearRampToValueAtTime(0.12, at + 0.02)
      volume.gain.linearRampToValueAtTime(0, at + length)
      tone.connect(volume).connect(audio.destination)
      tone.start(at)
      tone.stop(at + length)
    }
  }
  ring()
  const timer = setInterval(ring, every)
  return () => clearInterval(timer)
}
