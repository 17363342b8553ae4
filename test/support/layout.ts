import { beforeEach, vi } from 'vitest'

/** For lists that draw only what is in view: the document has no layout, so here everything is 1000 px wide and 400 px high. */
export const withLayout = (): void =>
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400)
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000)
    return () => vi.restoreAllMocks()
  })
