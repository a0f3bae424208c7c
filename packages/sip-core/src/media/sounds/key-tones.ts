const ROWS = [697, 770, 852, 941];
const COLUMNS = [1209, 1336, 1477, 1633];
const KEYS = '123A456B789C*0#D';

/** The two frequencies of a DTMF key in hertz (ITU-T Q.23); `undefined` for what is none. */
export function keyFrequencies(key: string): readonly [number, number] | undefined {
  const at = key.length === 1 ? KEYS.indexOf(key.toUpperCase()) : -1;
  const [row, column] = [ROWS[Math.floor(at / 4)], COLUMNS[at % 4]];
  return at < 0 || row === undefined || column === undefined ? undefined : [row, column];
}
