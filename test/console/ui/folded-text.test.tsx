import { screen } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { FoldedText } from '../../../console/ui/FoldedText.tsx'
import { show } from '../../support/screen.tsx'

describe('a text that is long', () => {
  it.each([
    ['in characters', '很长'.repeat(200)],
    ['in lines', Array.from({ length: 9 }, (_, at) => `第${at}行`).join('\n')],
  ])('%s is folded, and shown whole by its button and back', async (_, text) => {
    const { user, t } = await show(() => <FoldedText text={text} />)
    const words = () => document.querySelector('p')
    expect(words()?.className).toContain('line-clamp')
    expect(words()?.textContent, 'nothing is cut off for readers').toBe(text)
    await user.click(screen.getByRole('button', { name: t('ui.unfold'), expanded: false }))
    expect(words()?.className).not.toContain('line-clamp')
    await user.click(screen.getByRole('button', { name: t('ui.fold'), expanded: true }))
    expect(words()?.className).toContain('line-clamp')
  })
  it('is left alone when it is short', async () => {
    await show(() => <FoldedText text="已到现场" />)
    expect(screen.queryByRole('button')).toBeNull()
  })
})
