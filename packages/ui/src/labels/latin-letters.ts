import type { DialKey } from '../dialpad/dial-keys.ts';

/** The letters of ITU-T E.161, which telephones of most countries have on their keys. */
export const latinLetters: Readonly<Record<DialKey, string>> = {
  '1': '',
  '2': 'ABC',
  '3': 'DEF',
  '4': 'GHI',
  '5': 'JKL',
  '6': 'MNO',
  '7': 'PQRS',
  '8': 'TUV',
  '9': 'WXYZ',
  '*': '',
  '0': '+',
  '#': '',
};
