import { describe, expect, it } from 'vitest'
import { sniffType } from '../../../../api/platform/sniff-type.ts'
import { disposition, safeName } from '../../../../api/tickets/files/attachment.rules.ts'
import { addToSearchText, searchTextOf } from '../../../../api/tickets/opening/ticket-text.rules.ts'

describe('the search text', () => {
  it('holds number, title, request and place in one normal form', () => {
    expect(
      searchTextOf({ number: '260612345678', title: 'ＡＢＣ路灯', request: '坏了', place: '中山北路1200弄' }),
    ).toBe('260612345678 abc路灯 坏了 中山北路1200弄')
    expect(addToSearchText('abc', 'New  Words')).toBe('new words abc')
  })
})

describe('uploaded files', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\照片\\现场.jpg', '现场.jpg'],
    ['a\u202egpj.exe', 'agpj.exe'],
    ['', 'file'],
    ['...', 'file'],
    ['a\u0000b\n.pdf', 'ab.pdf'],
    ['.env', 'env'],
  ])('name %j becomes %s', (name, safe) => expect(safeName(name)).toBe(safe))
  it('keep the ending of a long name', () => {
    const name = safeName(`${'长'.repeat(300)}.pdf`)
    expect([...name].length).toBe(120)
    expect(name.endsWith('….pdf')).toBe(true)
  })
  it('are what their first bytes say, or nothing', () => {
    const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
    expect(sniffType(bytes('%PDF-1.7'))).toBe('application/pdf')
    expect(sniffType(bytes('\xff\xd8\xff\xe0'))).toBe('image/jpeg')
    expect(sniffType(bytes('\0\0\0\x18ftypmp42'))).toBe('video/mp4')
    expect(sniffType(bytes('PK\x03\x04 [Content_Types].xml word/document.xml'))).toContain('wordprocessingml')
    for (const text of [
      '',
      '<html>',
      '#!/bin/sh',
      'MZ\x90',
      'PK\x03\x04 evil.exe',
      'PK\x03\x04 [Content_Types].xml word/document.xml vbaProject.bin',
      '<svg xmlns="http://www.w3.org/2000/svg">',
    ])
      expect(sniffType(bytes(text))).toBeNull()
  })
  it('are sent under their name in both forms of the header', () => {
    expect(disposition(`现场 "1'.pdf`, 'application/pdf')).toBe(
      `attachment; filename="__ _1'.pdf"; filename*=UTF-8''${encodeURIComponent('现场 "1')}%27.pdf`.replace(
        `${encodeURIComponent('现场 "1')}%27`,
        '%E7%8E%B0%E5%9C%BA%20%221%27',
      ),
    )
  })
})
