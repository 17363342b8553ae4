import { expect, it } from 'vitest'
import { piecesOf } from '../../../console/tickets/marks/found-part.models.ts'

it.each([
  ['路灯坏了', [[0, 2]], ['[路灯]', '坏了']],
  [
    '…门口路灯坏了…',
    [
      [3, 5],
      [5, 7],
    ],
    ['…门口', '[路灯]', '[坏了]', '…'],
  ],
  ['没有', [], ['没有']],
] as [string, [number, number][], string[]][])('%s is cut at its marks', (text, marks, pieces) => {
  expect(piecesOf({ text, marks }).map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))).toEqual(pieces)
})
