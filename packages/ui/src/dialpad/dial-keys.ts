/** A key of a telephone (ITU-T E.161). */
export type DialKey = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '*' | '0' | '#';

/** The twelve keys in the order they are laid out, row by row. */
export const dialKeys: readonly DialKey[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** Whether a character is on a telephone. */
export function isDialKey(text: string): text is DialKey {
  return (dialKeys as readonly string[]).includes(text);
}
