import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sniffType } from '../../../../api/platform/sniff-type.ts'
import { disposition, safeName } from '../../../../api/tickets/files/attachment.rules.ts'

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))

describe('what the first bytes say a file is', () => {
  it.each([
    ['a picture', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF'), 'image/jpeg'],
    ['a document', bytes('%PDF-1.7\n'), 'application/pdf'],
    ['a film', bytes([0, 0, 0, 24], 'ftypisom'), 'video/mp4'],
    ['a sound with a label', bytes('ID3', [4, 0]), 'audio/mpeg'],
    ['a bare MPEG sound', bytes([0xff, 0xfb, 0x90]), 'audio/mpeg'],
    ['a WAVE sound', bytes('RIFF', [1, 2, 3, 4], 'WAVEfmt '), 'audio/wav'],
    [
      'a letter',
      bytes('PK\x03\x04', '[Content_Types].xml', 'word/document.xml'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      'a sheet',
      bytes('PK\x03\x04', '[Content_Types].xml', 'xl/workbook.xml'),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
  ])('%s', (_, file, type) => {
    expect(sniffType(file)).toBe(type)
  })

  it.each([
    ['nothing', bytes('')],
    ['text', bytes('<html>')],
    ['another RIFF file', bytes('RIFF', [1, 2, 3, 4], 'AVI LIST')],
    ['a WAVE mark without its frame', bytes('RIFX', [1, 2, 3, 4], 'WAVE')],
    ['a byte-order mark', bytes([0xff, 0xfe, 0x41, 0x00])],
    ['any other zip', bytes('PK\x03\x04', 'word/document.xml')],
    ['a letter with macros', bytes('PK\x03\x04', '[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin')],
  ])('%s is not on the list', (_, file) => {
    expect(sniffType(file)).toBeNull()
  })
})

describe('a file name', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\王\\照片 1.jpg', '照片 1.jpg'],
    ['..hidden', 'hidden'],
    ['a\u202egpj.exe', 'agpj.exe'],
    [' \0 ', 'file'],
    ['', 'file'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeName(name)).toBe(safe)
  })

  it('is cut to 120 characters and keeps a short ending, and only a short one', () => {
    expect(safeName(`${'照'.repeat(200)}.jpg`)).toBe(`${'照'.repeat(115)}….jpg`)
    expect(safeName(`${'x'.repeat(100)}.${'y'.repeat(100)}`)).toBe(`${'x'.repeat(100)}.${'y'.repeat(18)}…`)
    expect(safeName('x'.repeat(130))).toBe(`${'x'.repeat(119)}…`)
  })

  it('never names a folder, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 160 }), (name) => {
        const safe = safeName(name)
        expect(safe).not.toMatch(/[/\\\0]/)
        expect([...safe].length).toBeLessThanOrEqual(120)
        expect(safe).not.toBe('')
      }),
    )
  })
})

describe('the header of a download', () => {
  it('shows pictures and saves all else, with the name in both forms', () => {
    expect(disposition('现场.png', 'image/png')).toBe(
      `inline; filename="__.png"; filename*=UTF-8''%E7%8E%B0%E5%9C%BA.png`,
    )
    expect(disposition(`it's "100%".pdf`, 'application/pdf')).toBe(
      `attachment; filename="it's _100__.pdf"; filename*=UTF-8''it%27s%20%22100%25%22.pdf`,
    )
  })
})
