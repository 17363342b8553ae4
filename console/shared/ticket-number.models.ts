/** A ticket number in groups of four, as one reads it out: `2611 0000 0123 4`. */
export const sayable = (number: string): string => number.replaceAll(/(.{4})(?=.)/g, '$1 ')
