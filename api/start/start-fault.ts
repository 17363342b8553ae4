/** The exit status of a start that no repetition would mend: a supervisor must not try again (`EX_CONFIG` of sysexits). */
export const beyondRepair = 78

/** A sentence for whoever starts the program, in both languages: what is wrong, and what to do. */
export interface Said {
  zh: string
  en: string
}

/** Both languages, a line each. */
export const inBoth = ({ zh, en }: Said): string => `${zh}\n${en}\n`

/** Why the program cannot start and will not be able to until somebody acts. The process prints it and ends with `beyondRepair`. */
export class StartFault extends Error {
  readonly said: Said
  constructor(said: Said, cause?: unknown) {
    super(said.en, { cause })
    this.said = said
  }
}
