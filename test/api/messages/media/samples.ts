/** First bytes of files as telephones and office programs write them. */
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat([
    ...parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
    Buffer.alloc(40, 7),
  ])
const iso = (brand: string) => bytes([0, 0, 0, 24], `ftyp${brand}`)

/** Files that are taken: what they are announced as, their bytes, and what they are. */
export const taken = [
  ['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg', 'picture-1.jpg'],
  ['application/octet-stream', bytes([0xff, 0xd8, 0xff, 0xe1]), 'image/jpeg', 'picture-1.jpg'],
  ['image/jpeg', iso('heic'), 'image/heic', 'picture-1.heic'],
  ['image/heif', iso('mif1'), 'image/heic', 'picture-1.heic'],
  ['image/heic', iso('hevc'), 'image/heic-sequence', 'video-1.heics'],
  ['video/hevc', iso('hevx'), 'image/heic-sequence', 'video-1.heics'],
  ['video/mp4', iso('isom'), 'video/mp4', 'video-1.mp4'],
  ['image/jpeg', iso('mp42'), 'video/mp4', 'video-1.mp4'],
  ['video/quicktime', iso('qt  '), 'video/quicktime', 'video-1.mov'],
  ['video/3gpp', iso('3gp5'), 'video/3gpp', 'video-1.3gp'],
  ['video/webm', bytes([0x1a, 0x45, 0xdf, 0xa3], 'B\x86\x81\x01B\x82\x84webm'), 'video/webm', 'video-1.webm'],
  ['audio/amr', bytes('#!AMR\n'), 'audio/amr', 'sound-1.amr'],
  ['audio/mp4', iso('M4A '), 'audio/mp4', 'sound-1.m4a'],
  ['audio/mpeg', bytes('ID3', [4, 0]), 'audio/mpeg', 'sound-1.mp3'],
  ['audio/aac', bytes([0xff, 0xf1, 0x50]), 'audio/aac', 'sound-1.aac'],
  ['audio/ogg', bytes('OggS'), 'audio/ogg', 'sound-1.ogg'],
  ['audio/wav', bytes('RIFF', [1, 2, 3, 4], 'WAVEfmt '), 'audio/wav', 'sound-1.wav'],
  ['application/pdf', bytes('%PDF-1.7\n'), 'application/pdf', 'file-1.pdf'],
] as const

/** Files that are not. */
export const refused = [
  ['text/vcard', bytes('BEGIN:VCARD\nFN:王\n')],
  ['text/x-vcard', bytes('BEGIN:VCARD\n')],
  ['image/svg+xml', bytes('<svg onload="x()">')],
  ['image/png', bytes('<script>')],
  ['video/mp4', bytes('#!/bin/sh')],
  ['application/zip', bytes('PK\x03\x04')],
  ['video/x-matroska', bytes([0x1a, 0x45, 0xdf, 0xa3], 'matroska')],
  ['image/avif', iso('avif')],
  ['application/octet-stream', Buffer.alloc(0)],
] as const
