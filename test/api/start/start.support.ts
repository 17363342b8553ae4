/** What a refusal says in English; fails when there is none, or one of another class. */
export const tell = async (
  run: () => unknown,
  Fault: abstract new (...given: never[]) => Error & { said: { zh: string; en: string } },
): Promise<string> => {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    // Both languages name what it is about.
    if (!/[\u4e00-\u9fff]/.test(error.said.zh)) throw new Error('no Chinese sentence', { cause: error })
    return error.said.en
  }
  throw new Error('nothing was refused')
}

/** A row that can be told again from others. */
export const unitRow = (code: string) => ({
  id: code,
  code,
  parentId: null,
  path: `/${code}/`,
  level: 'city' as const,
  name: code,
  nameEn: code,
  aliases: [],
  dutyPhone: null,
  active: true,
})
