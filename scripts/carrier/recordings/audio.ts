/** A mono WAV file (8 kHz, 16 bit) of silence, at most ten minutes. */
export const silentWav = (ms: number): Uint8Array => {
  const samples = Math.min(600, Math.max(0, Math.round(ms / 1000))) * 8000
  const bytes = Buffer.alloc(44 + samples * 2)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(36 + samples * 2, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(8000, 24)
  bytes.writeUInt32LE(16_000, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36, 'latin1')
  bytes.writeUInt32LE(samples * 2, 40)
  return bytes
}

/** MPEG-1 layer III frames (32 kbit/s, 32 kHz, mono) with nothing in them: each is 144 bytes and 36 ms of silence. */
export const silentMp3 = (ms: number): Uint8Array => {
  const frames = Math.max(1, Math.ceil(Math.min(ms, 600_000) / 36))
  const bytes = Buffer.alloc(frames * 144)
  for (let frame = 0; frame < frames; frame += 1) bytes.set([0xff, 0xfb, 0x18, 0xc0], frame * 144)
  return bytes
}
