/** What somebody wrote, to stand in the middle of a sentence: without the sign that ends its own. */
export const withinSentence = (said: string) => said.trim().replace(/[。.！!；;]+$/u, '')
