import process from 'node:process';

/** Prints what was measured, whether or not a limit is near. */
export function figure(text: string): void {
  process.stdout.write(`  ${text}\n`);
}
